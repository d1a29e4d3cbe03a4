(** HTTP for unikernels (mirage-http 3.0). *)

(** Until 2.9.1: HTTP for unikernels (mirage-http). *)

[@@@complete "3.0"]

module Client : sig
  type ctx

  val sexp_of_ctx : ctx -> Sexplib.Sexp.t [@@since "3.0"]
  val default_ctx : ctx [@@since "3.0"]

  val call :
    ?ctx:ctx ->
    ?headers:Cohttp.Header.t ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    Cohttp.Code.meth ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"]
  val head : ?ctx:ctx -> ?headers:Cohttp.Header.t -> Uri.t -> Cohttp.Response.t Lwt.t

  val get :
    ?ctx:ctx -> ?headers:Cohttp.Header.t -> Uri.t -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t

  val delete :
    ?ctx:ctx ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"]

  val post :
    ?ctx:ctx ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t

  val put :
    ?ctx:ctx ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"]

  val patch :
    ?ctx:ctx ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"]

  val post_form :
    ?ctx:ctx ->
    ?headers:Cohttp.Header.t ->
    params:(string * string list) list ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"]

  val callv :
    ?ctx:ctx ->
    Uri.t ->
    (Cohttp.Request.t * Cohttp_lwt_body.t) Lwt_stream.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt_stream.t Lwt.t
  [@@since "3.0"]
  val ctx : Resolver_lwt.t -> Conduit_mirage.t -> ctx
end

module Server (Flow : V1_LWT.FLOW) : sig
  include Cohttp_lwt.Server with type IO.conn = Flow.flow

  val listen : t -> Flow.flow -> unit Lwt.t
end
[@@until "2.9.1"]

module Server (Flow : Mirage_flow_lwt.S) : sig
  module IO : sig
    type 'a t = 'a Lwt.t

    val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
    val return : 'a -> 'a t

    type ic
    type oc
    type conn = Flow.flow

    val read_line : ic -> string option t
    val read : ic -> int -> string t
    val write : oc -> string -> unit t
    val flush : oc -> unit t
  end

  type conn = IO.conn * Cohttp.Connection.t
  type t

  val make :
    ?conn_closed:(conn -> unit) ->
    callback:(conn -> Cohttp.Request.t -> Cohttp_lwt_body.t -> (Cohttp.Response.t
      * Cohttp_lwt_body.t) Lwt.t) ->
    unit ->
    t
  val resolve_local_file : docroot:string -> uri:Uri.t -> string
  val respond :
    ?headers:Cohttp.Header.t ->
    ?flush:bool ->
    status:Cohttp.Code.status_code ->
    body:Cohttp_lwt_body.t ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  val respond_string :
    ?flush:bool ->
    ?headers:Cohttp.Header.t ->
    status:Cohttp.Code.status_code ->
    body:string ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  val respond_error :
    ?headers:Cohttp.Header.t ->
    ?status:Cohttp.Code.status_code ->
    body:string ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  val respond_redirect :
    ?headers:Cohttp.Header.t -> uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  val respond_need_auth :
    ?headers:Cohttp.Header.t ->
    auth:Cohttp.Auth.challenge ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  val respond_not_found : ?uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  val callback : t -> IO.conn -> IO.ic -> IO.oc -> unit Lwt.t
  val listen : t -> IO.conn -> unit Lwt.t
end
[@@since "3.0"]

module Server_with_conduit : sig
  include Cohttp_lwt.Server with type IO.conn = Conduit_mirage.Flow.flow [@@until "2.9.1"]

  module IO : sig
    type 'a t = 'a Lwt.t

    val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
    val return : 'a -> 'a t

    type ic
    type oc
    type conn = Conduit_mirage.Flow.flow

    val read_line : ic -> string option t
    val read : ic -> int -> string t
    val write : oc -> string -> unit t
    val flush : oc -> unit t
  end
  [@@since "3.0"]

  type conn = IO.conn * Cohttp.Connection.t [@@since "3.0"]
  type t [@@since "3.0"]

  val make :
    ?conn_closed:(conn -> unit) ->
    callback:(conn -> Cohttp.Request.t -> Cohttp_lwt_body.t -> (Cohttp.Response.t
      * Cohttp_lwt_body.t) Lwt.t) ->
    unit ->
    t
  [@@since "3.0"]
  val resolve_local_file : docroot:string -> uri:Uri.t -> string [@@since "3.0"]

  val respond :
    ?headers:Cohttp.Header.t ->
    ?flush:bool ->
    status:Cohttp.Code.status_code ->
    body:Cohttp_lwt_body.t ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"]

  val respond_string :
    ?flush:bool ->
    ?headers:Cohttp.Header.t ->
    status:Cohttp.Code.status_code ->
    body:string ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"]

  val respond_error :
    ?headers:Cohttp.Header.t ->
    ?status:Cohttp.Code.status_code ->
    body:string ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"]

  val respond_redirect :
    ?headers:Cohttp.Header.t -> uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"]

  val respond_need_auth :
    ?headers:Cohttp.Header.t ->
    auth:Cohttp.Auth.challenge ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"]

  val respond_not_found : ?uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"]
  val callback : t -> IO.conn -> IO.ic -> IO.oc -> unit Lwt.t [@@since "3.0"]
  val connect : Conduit_mirage.t -> (Conduit_mirage.server -> t -> unit Lwt.t) Lwt.t
end
