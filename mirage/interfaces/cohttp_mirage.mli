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
  [@@port "http-client-values"]
  [@@since "3.0"] [@@until "3.4"]

  val call :
    ?ctx:ctx ->
    ?headers:Cohttp.Header.t ->
    ?body:Cohttp_lwt.Body.t ->
    ?chunked:bool ->
    Cohttp.Code.meth ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@port "http-client-values"]
  [@@since "3.5"]

  val head : ?ctx:ctx -> ?headers:Cohttp.Header.t -> Uri.t -> Cohttp.Response.t Lwt.t

  val get :
    ?ctx:ctx -> ?headers:Cohttp.Header.t -> Uri.t -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@port "http-client-values"]
  [@@until "3.4"]

  val get :
    ?ctx:ctx -> ?headers:Cohttp.Header.t -> Uri.t -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@port "http-client-values"]
  [@@since "3.5"]

  val delete :
    ?ctx:ctx ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@port "http-client-values"]
  [@@since "3.0"] [@@until "3.4"]

  val delete :
    ?ctx:ctx ->
    ?body:Cohttp_lwt.Body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@port "http-client-values"]
  [@@since "3.5"]

  val post :
    ?ctx:ctx ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@port "http-client-values"]
  [@@until "3.4"]

  val post :
    ?ctx:ctx ->
    ?body:Cohttp_lwt.Body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@port "http-client-values"]
  [@@since "3.5"]

  val put :
    ?ctx:ctx ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@port "http-client-values"]
  [@@since "3.0"] [@@until "3.4"]

  val put :
    ?ctx:ctx ->
    ?body:Cohttp_lwt.Body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@port "http-client-values"]
  [@@since "3.5"]

  val patch :
    ?ctx:ctx ->
    ?body:Cohttp_lwt_body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@port "http-client-values"]
  [@@since "3.0"] [@@until "3.4"]

  val patch :
    ?ctx:ctx ->
    ?body:Cohttp_lwt.Body.t ->
    ?chunked:bool ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@port "http-client-values"]
  [@@since "3.5"]

  val post_form :
    ?ctx:ctx ->
    ?headers:Cohttp.Header.t ->
    params:(string * string list) list ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@port "http-client-values"]
  [@@since "3.0"] [@@until "3.4"]

  val post_form :
    ?ctx:ctx ->
    ?headers:Cohttp.Header.t ->
    params:(string * string list) list ->
    Uri.t ->
    (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@port "http-client-values"]
  [@@since "3.5"]

  val callv :
    ?ctx:ctx ->
    Uri.t ->
    (Cohttp.Request.t * Cohttp_lwt_body.t) Lwt_stream.t ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt_stream.t Lwt.t
  [@@port "http-client-values"]
  [@@since "3.0"] [@@until "3.4"]

  val callv :
    ?ctx:ctx ->
    Uri.t ->
    (Cohttp.Request.t * Cohttp_lwt.Body.t) Lwt_stream.t ->
    (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt_stream.t Lwt.t
  [@@port "http-client-values"]
  [@@since "3.5"]

  val ctx : Resolver_lwt.t -> Conduit_mirage.t -> ctx [@@port "http-client-values"]
end
[@@until "3.10.1"]

module Client : sig
  module Make
      (P : Mirage_clock.PCLOCK [@until "4.8"])
      (R : Resolver_mirage.S)
      (S : Conduit_mirage.S)
      : sig
    module Connection : Cohttp_lwt.S.Connection [@@since "4.8"]

    type ctx [@@until "4.7"]
    type ctx = Connection.Net.ctx [@@since "4.8"]

    module IO : sig
      type 'a t = 'a Lwt.t

      val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
      val return : 'a -> 'a t

      type ic
      type oc
      type conn

      val refill : ic -> [ `Eof | `Ok ] t
      val with_input_buffer : ic -> f:(string -> pos:int -> len:int -> 'a * int) -> 'a
      val read_line : ic -> string option t
      val read : ic -> int -> string t
      val write : oc -> string -> unit t
      val flush : oc -> unit t

      type error

      val catch : (unit -> 'a t) -> ('a, error) result t
      val pp_error : Format.formatter -> error -> unit
    end
    [@@since "4.9"]

    type 'a io = 'a Lwt.t [@@since "4.8"]
    type 'a with_context = ?ctx:ctx -> 'a [@@since "4.8"]
    type body = Cohttp_lwt.Body.t [@@since "4.8"]

    val map_context : 'a with_context -> ('a -> 'b) -> 'b with_context [@@since "4.8"]

    val call :
      ?ctx:ctx ->
      ?headers:Cohttp.Header.t ->
      ?body:Cohttp_lwt.Body.t ->
      ?chunked:bool ->
      Cohttp.Code.meth ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val call :
      (?headers:Http.Header.t ->
       ?body:body ->
       ?chunked:bool ->
       Http.Method.t ->
       Uri.t ->
       (Http.Response.t * body) io) with_context
    [@@since "4.8"]

    val head : ?ctx:ctx -> ?headers:Cohttp.Header.t -> Uri.t -> Cohttp.Response.t Lwt.t
    [@@until "4.7"]

    val head : (?headers:Http.Header.t -> Uri.t -> Http.Response.t io) with_context [@@since "4.8"]

    val get :
      ?ctx:ctx -> ?headers:Cohttp.Header.t -> Uri.t -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val get : (?headers:Http.Header.t -> Uri.t -> (Http.Response.t * body) io) with_context
    [@@since "4.8"]

    val delete :
      ?ctx:ctx ->
      ?body:Cohttp_lwt.Body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val delete :
      (?body:body ->
       ?chunked:bool ->
       ?headers:Http.Header.t ->
       Uri.t ->
       (Http.Response.t * body) io) with_context
    [@@since "4.8"]

    val post :
      ?ctx:ctx ->
      ?body:Cohttp_lwt.Body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val post :
      (?body:body ->
       ?chunked:bool ->
       ?headers:Http.Header.t ->
       Uri.t ->
       (Http.Response.t * body) io) with_context
    [@@since "4.8"]

    val put :
      ?ctx:ctx ->
      ?body:Cohttp_lwt.Body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val put :
      (?body:body ->
       ?chunked:bool ->
       ?headers:Http.Header.t ->
       Uri.t ->
       (Http.Response.t * body) io) with_context
    [@@since "4.8"]

    val patch :
      ?ctx:ctx ->
      ?body:Cohttp_lwt.Body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val patch :
      (?body:body ->
       ?chunked:bool ->
       ?headers:Http.Header.t ->
       Uri.t ->
       (Http.Response.t * body) io) with_context
    [@@since "4.8"]

    val set_cache : Cohttp_lwt.S.call -> unit [@@since "4.8"]

    val post_form :
      ?ctx:ctx ->
      ?headers:Cohttp.Header.t ->
      params:(string * string list) list ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val post_form :
      ?ctx:ctx ->
      ?headers:Http.Header.t ->
      params:(string * string list) list ->
      Uri.t ->
      (Http.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@since "4.8"]

    val callv :
      ?ctx:ctx ->
      Uri.t ->
      (Cohttp.Request.t * Cohttp_lwt.Body.t) Lwt_stream.t ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt_stream.t Lwt.t
    [@@until "4.7"]

    val callv :
      ?ctx:ctx ->
      Uri.t ->
      (Http.Request.t * Cohttp_lwt.Body.t) Lwt_stream.t ->
      (Http.Response.t * Cohttp_lwt.Body.t) Lwt_stream.t Lwt.t
    [@@since "4.8"]

    val ctx : ?authenticator:X509.Authenticator.t -> R.t -> S.t -> ctx
    val with_authenticator : X509.Authenticator.t -> ctx -> ctx
  end
  [@@port "functor-parameters"]
end
[@@since "3.10.2"]

module Make : sig
  module Server
      (Flow : Mirage_flow_lwt.S [@until "3.7.0"])
      (Flow : Mirage_flow.S [@since "3.7.1"])
      : sig
    module IO : sig
      type 'a t = 'a Lwt.t

      val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
      val return : 'a -> 'a t

      type ic
      type oc
      type conn = Flow.flow

      val refill : ic -> [ `Eof | `Ok ] t [@@since "4.8"]

      val with_input_buffer : ic -> f:(string -> pos:int -> len:int -> 'a * int) -> 'a
      [@@since "4.8"]

      val read_line : ic -> string option t
      val read : ic -> int -> string t
      val write : oc -> string -> unit t
      val flush : oc -> unit t

      type error

      val catch : (unit -> 'a t) -> ('a, error) result t
      val pp_error : Format.formatter -> error -> unit
    end

    type body = Cohttp_lwt.Body.t [@@since "4.8"]
    type conn = IO.conn * Cohttp.Connection.t
    type response = Http.Response.t * Cohttp_lwt.Body.t [@@since "4.8"]

    type response_action =
      [ `Expert of Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)
      | `Response of Cohttp.Response.t * Cohttp_lwt.Body.t ]
    [@@until "4.7"]

    type response_action =
      [ `Expert of Http.Response.t * (IO.ic -> IO.oc -> unit IO.t) | `Response of response ]
    [@@since "4.8"]

    type t

    val make_response_action :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Cohttp.Request.t -> Cohttp_lwt.Body.t -> response_action Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make_response_action :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Http.Request.t -> body -> response_action IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val make_expert :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Cohttp.Request.t ->
                Cohttp_lwt.Body.t ->
                (Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)) Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make_expert :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Http.Request.t ->
                body ->
                (Http.Response.t * (IO.ic -> IO.oc -> unit IO.t)) IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val make :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Cohttp.Request.t ->
                Cohttp_lwt.Body.t ->
                (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Http.Request.t -> body -> response IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val resolve_local_file : docroot:string -> uri:Uri.t -> string

    val respond :
      ?headers:Cohttp.Header.t ->
      ?flush:bool ->
      status:Cohttp.Code.status_code ->
      body:Cohttp_lwt.Body.t ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond :
      ?headers:Http.Header.t -> status:Http.Status.t -> body:body -> unit -> response IO.t
    [@@since "4.8"]

    val respond_string :
      ?flush:bool ->
      ?headers:Cohttp.Header.t ->
      status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_string :
      ?headers:Http.Header.t -> status:Http.Status.t -> body:string -> unit -> response IO.t
    [@@since "4.8"]

    val respond_error :
      ?headers:Cohttp.Header.t ->
      ?status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_error :
      ?headers:Http.Header.t ->
      ?status:Http.Status.t ->
      body:string ->
      unit ->
      (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_redirect :
      ?headers:Cohttp.Header.t -> uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_redirect :
      ?headers:Http.Header.t -> uri:Uri.t -> unit -> (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_need_auth :
      ?headers:Cohttp.Header.t ->
      auth:Cohttp.Auth.challenge ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_need_auth :
      ?headers:Http.Header.t -> auth:Cohttp.Auth.challenge -> unit -> (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_not_found : ?uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_not_found : ?uri:Uri.t -> unit -> (Http.Response.t * body) IO.t [@@since "4.8"]
    val callback : t -> IO.conn -> IO.ic -> IO.oc -> unit Lwt.t [@@until "4.7"]
    val callback : t -> IO.conn -> IO.ic -> IO.oc -> unit IO.t [@@since "4.8"]
    val listen : t -> IO.conn -> unit Lwt.t [@@port "http-listen"]
  end
end
[@@since "3.5"] [@@until "4.8"]

module Server : sig
  module type S = sig
    module IO : Cohttp_lwt.S.IO

    type body = Cohttp_lwt.Body.t [@@since "4.8"]
    type conn = IO.conn * Cohttp.Connection.t
    type response = Http.Response.t * Cohttp_lwt.Body.t [@@since "4.8"]

    type response_action =
      [ `Expert of Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)
      | `Response of Cohttp.Response.t * Cohttp_lwt.Body.t ]
    [@@until "4.7"]

    type response_action =
      [ `Expert of Http.Response.t * (IO.ic -> IO.oc -> unit IO.t) | `Response of response ]
    [@@since "4.8"]

    type t

    val make_response_action :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Cohttp.Request.t -> Cohttp_lwt.Body.t -> response_action Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make_response_action :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Http.Request.t -> body -> response_action IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val make_expert :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Cohttp.Request.t ->
                Cohttp_lwt.Body.t ->
                (Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)) Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make_expert :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Http.Request.t ->
                body ->
                (Http.Response.t * (IO.ic -> IO.oc -> unit IO.t)) IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val make :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Cohttp.Request.t ->
                Cohttp_lwt.Body.t ->
                (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Http.Request.t -> body -> response IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val resolve_local_file : docroot:string -> uri:Uri.t -> string

    val respond :
      ?headers:Cohttp.Header.t ->
      ?flush:bool ->
      status:Cohttp.Code.status_code ->
      body:Cohttp_lwt.Body.t ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond :
      ?headers:Http.Header.t -> status:Http.Status.t -> body:body -> unit -> response IO.t
    [@@since "4.8"]

    val respond_string :
      ?flush:bool ->
      ?headers:Cohttp.Header.t ->
      status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_string :
      ?headers:Http.Header.t -> status:Http.Status.t -> body:string -> unit -> response IO.t
    [@@since "4.8"]

    val respond_error :
      ?headers:Cohttp.Header.t ->
      ?status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_error :
      ?headers:Http.Header.t ->
      ?status:Http.Status.t ->
      body:string ->
      unit ->
      (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_redirect :
      ?headers:Cohttp.Header.t -> uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_redirect :
      ?headers:Http.Header.t -> uri:Uri.t -> unit -> (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_need_auth :
      ?headers:Cohttp.Header.t ->
      auth:Cohttp.Auth.challenge ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_need_auth :
      ?headers:Http.Header.t -> auth:Cohttp.Auth.challenge -> unit -> (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_not_found : ?uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_not_found : ?uri:Uri.t -> unit -> (Http.Response.t * body) IO.t [@@since "4.8"]
    val callback : t -> IO.conn -> unit Lwt.t
  end

  module Flow (F : Mirage_flow.S) : sig
    module IO : sig
      type 'a t = 'a Lwt.t

      val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
      val return : 'a -> 'a t

      type ic
      type oc
      type conn = F.flow

      val refill : ic -> [ `Eof | `Ok ] t [@@since "4.8"]

      val with_input_buffer : ic -> f:(string -> pos:int -> len:int -> 'a * int) -> 'a
      [@@since "4.8"]

      val read_line : ic -> string option t
      val read : ic -> int -> string t
      val write : oc -> string -> unit t
      val flush : oc -> unit t

      type error

      val catch : (unit -> 'a t) -> ('a, error) result t
      val pp_error : Format.formatter -> error -> unit
    end

    type body = Cohttp_lwt.Body.t [@@since "4.8"]
    type conn = IO.conn * Cohttp.Connection.t
    type response = Http.Response.t * Cohttp_lwt.Body.t [@@since "4.8"]

    type response_action =
      [ `Expert of Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)
      | `Response of Cohttp.Response.t * Cohttp_lwt.Body.t ]
    [@@until "4.7"]

    type response_action =
      [ `Expert of Http.Response.t * (IO.ic -> IO.oc -> unit IO.t) | `Response of response ]
    [@@since "4.8"]

    type t

    val make_response_action :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Cohttp.Request.t -> Cohttp_lwt.Body.t -> response_action Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make_response_action :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Http.Request.t -> body -> response_action IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val make_expert :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Cohttp.Request.t ->
                Cohttp_lwt.Body.t ->
                (Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)) Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make_expert :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Http.Request.t ->
                body ->
                (Http.Response.t * (IO.ic -> IO.oc -> unit IO.t)) IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val make :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Cohttp.Request.t ->
                Cohttp_lwt.Body.t ->
                (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Http.Request.t -> body -> response IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val resolve_local_file : docroot:string -> uri:Uri.t -> string

    val respond :
      ?headers:Cohttp.Header.t ->
      ?flush:bool ->
      status:Cohttp.Code.status_code ->
      body:Cohttp_lwt.Body.t ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond :
      ?headers:Http.Header.t -> status:Http.Status.t -> body:body -> unit -> response IO.t
    [@@since "4.8"]

    val respond_string :
      ?flush:bool ->
      ?headers:Cohttp.Header.t ->
      status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_string :
      ?headers:Http.Header.t -> status:Http.Status.t -> body:string -> unit -> response IO.t
    [@@since "4.8"]

    val respond_error :
      ?headers:Cohttp.Header.t ->
      ?status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_error :
      ?headers:Http.Header.t ->
      ?status:Http.Status.t ->
      body:string ->
      unit ->
      (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_redirect :
      ?headers:Cohttp.Header.t -> uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_redirect :
      ?headers:Http.Header.t -> uri:Uri.t -> unit -> (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_need_auth :
      ?headers:Cohttp.Header.t ->
      auth:Cohttp.Auth.challenge ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_need_auth :
      ?headers:Http.Header.t -> auth:Cohttp.Auth.challenge -> unit -> (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_not_found : ?uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_not_found : ?uri:Uri.t -> unit -> (Http.Response.t * body) IO.t [@@since "4.8"]
    val callback : t -> IO.conn -> unit Lwt.t
  end

  module Make (S : Conduit_mirage.S) : sig
    module IO : sig
      type 'a t = 'a Lwt.t

      val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
      val return : 'a -> 'a t

      type ic
      type oc
      type conn = S.flow

      val refill : ic -> [ `Eof | `Ok ] t [@@since "4.8"]

      val with_input_buffer : ic -> f:(string -> pos:int -> len:int -> 'a * int) -> 'a
      [@@since "4.8"]

      val read_line : ic -> string option t
      val read : ic -> int -> string t
      val write : oc -> string -> unit t
      val flush : oc -> unit t

      type error

      val catch : (unit -> 'a t) -> ('a, error) result t
      val pp_error : Format.formatter -> error -> unit
    end

    type body = Cohttp_lwt.Body.t [@@since "4.8"]
    type conn = IO.conn * Cohttp.Connection.t
    type response = Http.Response.t * Cohttp_lwt.Body.t [@@since "4.8"]

    type response_action =
      [ `Expert of Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)
      | `Response of Cohttp.Response.t * Cohttp_lwt.Body.t ]
    [@@until "4.7"]

    type response_action =
      [ `Expert of Http.Response.t * (IO.ic -> IO.oc -> unit IO.t) | `Response of response ]
    [@@since "4.8"]

    type t

    val make_response_action :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Cohttp.Request.t -> Cohttp_lwt.Body.t -> response_action Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make_response_action :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Http.Request.t -> body -> response_action IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val make_expert :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Cohttp.Request.t ->
                Cohttp_lwt.Body.t ->
                (Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)) Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make_expert :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Http.Request.t ->
                body ->
                (Http.Response.t * (IO.ic -> IO.oc -> unit IO.t)) IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val make :
      ?conn_closed:(conn -> unit) ->
      callback:(conn ->
                Cohttp.Request.t ->
                Cohttp_lwt.Body.t ->
                (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t) ->
      unit ->
      t
    [@@until "4.7"]

    val make :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Http.Request.t -> body -> response IO.t) ->
      unit ->
      t
    [@@since "4.8"]

    val resolve_local_file : docroot:string -> uri:Uri.t -> string

    val respond :
      ?headers:Cohttp.Header.t ->
      ?flush:bool ->
      status:Cohttp.Code.status_code ->
      body:Cohttp_lwt.Body.t ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond :
      ?headers:Http.Header.t -> status:Http.Status.t -> body:body -> unit -> response IO.t
    [@@since "4.8"]

    val respond_string :
      ?flush:bool ->
      ?headers:Cohttp.Header.t ->
      status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_string :
      ?headers:Http.Header.t -> status:Http.Status.t -> body:string -> unit -> response IO.t
    [@@since "4.8"]

    val respond_error :
      ?headers:Cohttp.Header.t ->
      ?status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_error :
      ?headers:Http.Header.t ->
      ?status:Http.Status.t ->
      body:string ->
      unit ->
      (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_redirect :
      ?headers:Cohttp.Header.t -> uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_redirect :
      ?headers:Http.Header.t -> uri:Uri.t -> unit -> (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_need_auth :
      ?headers:Cohttp.Header.t ->
      auth:Cohttp.Auth.challenge ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_need_auth :
      ?headers:Http.Header.t -> auth:Cohttp.Auth.challenge -> unit -> (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_not_found : ?uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
    [@@until "4.7"]

    val respond_not_found : ?uri:Uri.t -> unit -> (Http.Response.t * body) IO.t [@@since "4.8"]
    val callback : t -> S.flow -> unit Lwt.t
    val listen : S.t -> Conduit_mirage.server -> t -> unit Lwt.t [@@port "http-listen"]
  end
end
[@@since "3.10.2"]

module Server (Flow : V1_LWT.FLOW) : sig
  include Cohttp_lwt.Server with type IO.conn = Flow.flow

  val listen : t -> Flow.flow -> unit Lwt.t [@@port "http-listen"]
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
  val listen : t -> IO.conn -> unit Lwt.t [@@port "http-listen"]
end
[@@port "http-server-functor"]
[@@since "3.0"] [@@until "3.4"]

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

    type error [@@since "3.5"]

    val catch : (unit -> 'a t) -> ('a, error) result t [@@since "3.5"]
    val pp_error : Format.formatter -> error -> unit [@@since "3.5"]
  end
  [@@since "3.0"]

  type conn = IO.conn * Cohttp.Connection.t [@@since "3.0"]

  type response_action =
    [ `Expert of Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)
    | `Response of Cohttp.Response.t * Cohttp_lwt.Body.t ]
  [@@since "3.5"]

  type t [@@since "3.0"]

  val make_response_action :
    ?conn_closed:(conn -> unit) ->
    callback:(conn -> Cohttp.Request.t -> Cohttp_lwt.Body.t -> response_action Lwt.t) ->
    unit ->
    t
  [@@since "3.5"]

  val make_expert :
    ?conn_closed:(conn -> unit) ->
    callback:(conn ->
              Cohttp.Request.t ->
              Cohttp_lwt.Body.t ->
              (Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)) Lwt.t) ->
    unit ->
    t
  [@@since "3.5"]

  val make :
    ?conn_closed:(conn -> unit) ->
    callback:(conn -> Cohttp.Request.t -> Cohttp_lwt_body.t -> (Cohttp.Response.t
      * Cohttp_lwt_body.t) Lwt.t) ->
    unit ->
    t
  [@@since "3.0"] [@@until "3.4"]

  val make :
    ?conn_closed:(conn -> unit) ->
    callback:(conn ->
              Cohttp.Request.t ->
              Cohttp_lwt.Body.t ->
              (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t) ->
    unit ->
    t
  [@@since "3.5"]

  val resolve_local_file : docroot:string -> uri:Uri.t -> string [@@since "3.0"]

  val respond :
    ?headers:Cohttp.Header.t ->
    ?flush:bool ->
    status:Cohttp.Code.status_code ->
    body:Cohttp_lwt_body.t ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"] [@@until "3.4"]

  val respond :
    ?headers:Cohttp.Header.t ->
    ?flush:bool ->
    status:Cohttp.Code.status_code ->
    body:Cohttp_lwt.Body.t ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@since "3.5"]

  val respond_string :
    ?flush:bool ->
    ?headers:Cohttp.Header.t ->
    status:Cohttp.Code.status_code ->
    body:string ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"] [@@until "3.4"]

  val respond_string :
    ?flush:bool ->
    ?headers:Cohttp.Header.t ->
    status:Cohttp.Code.status_code ->
    body:string ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@since "3.5"]

  val respond_error :
    ?headers:Cohttp.Header.t ->
    ?status:Cohttp.Code.status_code ->
    body:string ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"] [@@until "3.4"]

  val respond_error :
    ?headers:Cohttp.Header.t ->
    ?status:Cohttp.Code.status_code ->
    body:string ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@since "3.5"]

  val respond_redirect :
    ?headers:Cohttp.Header.t -> uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"] [@@until "3.4"]

  val respond_redirect :
    ?headers:Cohttp.Header.t -> uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@since "3.5"]

  val respond_need_auth :
    ?headers:Cohttp.Header.t ->
    auth:Cohttp.Auth.challenge ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"] [@@until "3.4"]

  val respond_need_auth :
    ?headers:Cohttp.Header.t ->
    auth:Cohttp.Auth.challenge ->
    unit ->
    (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@since "3.5"]

  val respond_not_found : ?uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
  [@@since "3.0"] [@@until "3.4"]

  val respond_not_found : ?uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt.Body.t) Lwt.t
  [@@since "3.5"]

  val callback : t -> IO.conn -> IO.ic -> IO.oc -> unit Lwt.t [@@since "3.0"]
  val connect : Conduit_mirage.t -> (Conduit_mirage.server -> t -> unit Lwt.t) Lwt.t
end
[@@port "http-server-module"]
[@@until "3.10.1"]

module Static : sig
  module HTTP
      (FS : Mirage_kv_lwt.RO [@until "3.7.0"])
      (FS : Mirage_kv.RO [@since "3.7.1"])
      (S : Cohttp_lwt.S.Server)
      : sig
    val start :
      http_port:int ->
      ?request_fn:(Uri.t -> Cohttp.Header.t -> Cohttp.Header.t) ->
      FS.t ->
      ([> `TCP of int ] -> S.t -> 'a) ->
      'a
    [@@until "4.7"]

    val start :
      http_port:int ->
      ?request_fn:(Uri.t -> Http.Header.t -> Http.Header.t) ->
      FS.t ->
      ([> `TCP of int ] -> S.t -> 'a) ->
      'a
    [@@since "4.8"]
  end
end
[@@since "3.5"]

module Net : sig
  module Make (R : Resolver_mirage.S) (S : Conduit_mirage.S) : sig
    type ctx = { resolver : R.t; conduit : S.t option; authenticator : X509.Authenticator.t option }

    module IO : Cohttp_lwt.S.IO

    type client
    type endp

    val sexp_of_ctx : ctx -> Sexplib.Sexp.t
    val default_ctx : ctx Lazy.t
    val resolve : ctx:ctx -> Uri.t -> endp IO.t
    val tunnel : string -> IO.ic * IO.oc -> client
    val connect_uri : ctx:ctx -> Uri.t -> (IO.conn * IO.ic * IO.oc) IO.t
    val connect_endp : ctx:ctx -> endp -> (IO.conn * IO.ic * IO.oc) IO.t
    val connect_client : ctx:ctx -> client -> (IO.conn * IO.ic * IO.oc) IO.t
    val close_in : IO.ic -> unit
    val close_out : IO.oc -> unit
    val close : IO.ic -> IO.oc -> unit
  end
end
[@@since "4.9"]
