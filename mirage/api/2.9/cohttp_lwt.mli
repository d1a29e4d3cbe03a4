(** HTTP servers. *)

module type Server = sig
  module IO : sig
    type conn
  end

  type conn = IO.conn * Cohttp.Connection.t

  type given
  (** What the functions of a server get first: `Cohttp.Connection.t` until cohttp 0.11, then `conn`. *)

  type t = {
    callback :
      given ->
      Cohttp.Request.t ->
      Cohttp_lwt_body.t ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t;
    conn_closed : given -> unit -> unit;
  }
  [@@port "cohttp-server-record"]
  (** A record until cohttp 0.13. *)

  module Request : sig
    type t = Cohttp.Request.t

    val uri : t -> Uri.t
    val meth : t -> Cohttp.Code.meth
    val headers : t -> Cohttp.Header.t
  end
  [@@port "cohttp-lwt-parts"]

  module Response : sig
    type t = Cohttp.Response.t

    val make :
      ?status:Cohttp.Code.status -> ?flush:bool -> ?headers:Cohttp.Header.t -> unit -> t
    val status : t -> Cohttp.Code.status
    val headers : t -> Cohttp.Header.t
  end
  [@@port "cohttp-lwt-parts"]

  val make :
    ?conn_closed:(conn -> unit) ->
    callback:(conn -> Cohttp.Request.t -> Cohttp_lwt_body.t ->
              (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t) ->
    unit ->
    t

  val respond :
    ?headers:Cohttp.Header.t ->
    ?flush:bool ->
    status:Cohttp.Code.status ->
    body:Cohttp_lwt_body.t ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t

  val respond_string :
    ?flush:bool ->
    ?headers:Cohttp.Header.t ->
    status:Cohttp.Code.status ->
    body:string ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t

  val respond_not_found :
    ?uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t

  val respond_error :
    ?headers:Cohttp.Header.t ->
    ?status:Cohttp.Code.status ->
    body:string ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t

  val respond_redirect :
    ?headers:Cohttp.Header.t ->
    uri:Uri.t ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
end

module Request : sig
  type t = { headers : Cohttp.Header.t; meth : Cohttp.Code.meth; uri : Uri.t }
end
[@@port "cohttp-lwt-parts"]

module Response : sig
  type t = Cohttp.Response.t

  val make : ?status:Cohttp.Code.status -> ?flush:bool -> ?headers:Cohttp.Header.t -> unit -> t
  val status : t -> Cohttp.Code.status
  val headers : t -> Cohttp.Header.t
end
[@@port "cohttp-lwt-parts"]
