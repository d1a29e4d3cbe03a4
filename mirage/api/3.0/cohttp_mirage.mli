(** HTTP for unikernels (mirage-http). *)

module Server (Flow : Mirage_flow_lwt.S) : sig
  include Cohttp_lwt.Server with type IO.conn = Flow.flow

  val listen : t -> Flow.flow -> unit Lwt.t
end

module Server_with_conduit : sig
  include Cohttp_lwt.Server with type IO.conn = Conduit_mirage.Flow.flow

  val connect : Conduit_mirage.t -> (Conduit_mirage.server -> t -> unit Lwt.t) Lwt.t
end

module Client : sig
  type ctx

  val ctx : Resolver_lwt.t -> Conduit_mirage.t -> ctx

  val get :
    ?ctx:ctx ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t

  val head : ?ctx:ctx -> ?headers:Cohttp.Header.t -> Uri.t -> Cohttp.Response.t Lwt.t

  val post :
    ?ctx:ctx ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
end
