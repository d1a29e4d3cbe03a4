(** Their signatures (cohttp 0.21.1). *)

[@@@since "3.0"]

[@@@until "3.4"]

[@@@complete]

module type IO = sig
  type 'a t = 'a Lwt.t

  val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
  val return : 'a -> 'a t

  type ic
  type oc
  type conn

  val read_line : ic -> string option t
  val read : ic -> int -> string t
  val write : oc -> string -> unit t
  val flush : oc -> unit t
end

module type Net = sig
  module IO : IO

  type ctx

  val sexp_of_ctx : ctx -> Sexplib.Sexp.t
  val default_ctx : ctx
  val connect_uri : ctx:ctx -> Uri.t -> (IO.conn * IO.ic * IO.oc) Lwt.t
  val close_in : IO.ic -> unit
  val close_out : IO.oc -> unit
  val close : IO.ic -> IO.oc -> unit
end

module type Client = sig
  type ctx

  val sexp_of_ctx : ctx -> Sexplib.Sexp.t
  val default_ctx : ctx
  val call :
    ?ctx:ctx ->
    ?headers:Cohttp.Header.t ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    Cohttp.Code.meth ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
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
  val patch :
    ?ctx:ctx ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  val post_form :
    ?ctx:ctx ->
    ?headers:Cohttp.Header.t ->
    params:(string * string list) list ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  val callv :
    ?ctx:ctx ->
    Uri.t ->
    (Cohttp.Request.t * Cohttp_lwt_body.t) Lwt_stream.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt_stream.t Lwt.t
end

module type Server = sig
  module IO : IO

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
end
