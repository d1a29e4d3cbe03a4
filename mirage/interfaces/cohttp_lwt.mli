(** Clients and servers of HTTP, with Lwt (cohttp 0.21.1 to 6.2.1). *)

(** Until 2.9.1: HTTP servers. *)

[@@@complete "3.0"]

module Body : sig
  type t = [ `Empty | `Stream of string Lwt_stream.t | `String of string | `Strings of string list ]

  val sexp_of_t : t -> Sexplib.Sexp.t
  val t_of_sexp : Sexplib.Sexp.t -> t
  val __t_of_sexp__ : Sexplib.Sexp.t -> t
  val empty : t
  val of_string : string -> t
  val of_string_list : string list -> t
  val of_form : ?scheme:string -> (string * string list) list -> t [@@since "3.10.2"]
  val map : (string -> string) -> t -> t
  val transfer_encoding : t -> Cohttp.Transfer.encoding
  val is_empty : t -> bool Lwt.t
  val to_string : t -> string Lwt.t
  val to_string_list : t -> string list Lwt.t
  val to_stream : t -> string Lwt_stream.t
  val of_stream : string Lwt_stream.t -> t
  val to_form : t -> (string * string list) list Lwt.t [@@since "3.10.2"]
  val create_stream : ('a -> Cohttp.Transfer.chunk Lwt.t) -> 'a -> string Lwt_stream.t
  val length : t -> (int64 * t) Lwt.t
  val write_body : (string -> unit Lwt.t) -> t -> unit Lwt.t
  val drain_body : t -> unit Lwt.t
end
[@@since "3.5"]

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
[@@since "3.0"] [@@until "3.4"]

module S : sig
  module type IO = sig
    type 'a t = 'a Lwt.t

    val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
    val return : 'a -> 'a t

    type ic
    type oc
    type conn

    val refill : ic -> [ `Eof | `Ok ] t [@@since "4.8"]
    val with_input_buffer : ic -> f:(string -> pos:int -> len:int -> 'a * int) -> 'a [@@since "4.8"]

    val read_line : ic -> string option t
    val read : ic -> int -> string t
    val write : oc -> string -> unit t
    val flush : oc -> unit t

    type error [@@since "3.5"]

    val catch : (unit -> 'a t) -> ('a, error) result t [@@since "3.5"]
    val pp_error : Format.formatter -> error -> unit [@@since "3.5"]
  end

  module type Net = sig
    module IO : IO

    type client [@@since "4.9"]
    type endp [@@since "4.8"]

    type ctx

    val sexp_of_ctx : ctx -> Sexplib.Sexp.t
    val default_ctx : ctx [@@until "4.7"]
    val default_ctx : ctx Lazy.t [@@since "4.8"]
    val resolve : ctx:ctx -> Uri.t -> endp IO.t [@@since "4.8"]
    val tunnel : string -> IO.ic * IO.oc -> client [@@since "4.9"]
    val connect_uri : ctx:ctx -> Uri.t -> (IO.conn * IO.ic * IO.oc) Lwt.t [@@until "4.7"]
    val connect_uri : ctx:ctx -> Uri.t -> (IO.conn * IO.ic * IO.oc) IO.t [@@since "4.8"]
    val connect_endp : ctx:ctx -> endp -> (IO.conn * IO.ic * IO.oc) IO.t [@@since "4.8"]
    val connect_client : ctx:ctx -> client -> (IO.conn * IO.ic * IO.oc) IO.t [@@since "4.9"]
    val close_in : IO.ic -> unit
    val close_out : IO.oc -> unit
    val close : IO.ic -> IO.oc -> unit
  end

  module type Sleep = sig
    val sleep_ns : int64 -> unit Lwt.t
  end
  [@@since "4.8"]

  type call =
    ?headers:Http.Header.t ->
    ?body:Body.t ->
    Http.Method.t ->
    Uri.t ->
    (Cohttp.Response.t * Body.t) Lwt.t
  [@@since "4.8"] [@@until "4.8"]

  type call =
    ?headers:Http.Header.t ->
    ?body:Body.t ->
    ?absolute_form:bool ->
    Http.Method.t ->
    Uri.t ->
    (Cohttp.Response.t * Body.t) Lwt.t
  [@@since "4.9"]

  module type Connection = sig
    module Net : Net

    exception Retry

    type t

    val create : ?finalise:(t -> unit Net.IO.t) -> ?persistent:bool -> ?ctx:Net.ctx -> Net.endp -> t

    val create_tunnel : ?finalise:(t -> unit Net.IO.t) -> ?ctx:Net.ctx -> t -> string -> t
    [@@since "4.9"]

    val connect :
      ?finalise:(t -> unit Net.IO.t) -> ?persistent:bool -> ?ctx:Net.ctx -> Net.endp -> t Net.IO.t

    val shutdown : t -> unit
    val close : t -> unit
    val is_closed : t -> bool
    val length : t -> int
    val notify : t -> unit Net.IO.t
    val call : t -> call
  end
  [@@since "4.8"]

  module type Connection_cache = sig
    type t

    val call : t -> call
  end
  [@@since "4.8"]

  module type Client = sig
    type ctx

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
    type body = Body.t [@@since "4.8"]

    val map_context : 'a with_context -> ('a -> 'b) -> 'b with_context [@@since "4.8"]

    val sexp_of_ctx : ctx -> Sexplib.Sexp.t [@@until "3.10.1"]
    val default_ctx : ctx [@@until "3.10.1"]
    val call :
      ?ctx:ctx ->
      ?headers:Cohttp.Header.t ->
      ?body:Cohttp_lwt_body.t ->
      ?chunked:bool ->
      Cohttp.Code.meth ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val call :
      ?ctx:ctx ->
      ?headers:Cohttp.Header.t ->
      ?body:Body.t ->
      ?chunked:bool ->
      Cohttp.Code.meth ->
      Uri.t ->
      (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

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
      ?ctx:ctx -> ?headers:Cohttp.Header.t -> Uri.t -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val get : ?ctx:ctx -> ?headers:Cohttp.Header.t -> Uri.t -> (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val get : (?headers:Http.Header.t -> Uri.t -> (Http.Response.t * body) io) with_context
    [@@since "4.8"]

    val delete :
      ?ctx:ctx ->
      ?body:Cohttp_lwt_body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val delete :
      ?ctx:ctx ->
      ?body:Body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val delete :
      (?body:body ->
       ?chunked:bool ->
       ?headers:Http.Header.t ->
       Uri.t ->
       (Http.Response.t * body) io) with_context
    [@@since "4.8"]

    val post :
      ?ctx:ctx ->
      ?body:Cohttp_lwt_body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val post :
      ?ctx:ctx ->
      ?body:Body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val post :
      (?body:body ->
       ?chunked:bool ->
       ?headers:Http.Header.t ->
       Uri.t ->
       (Http.Response.t * body) io) with_context
    [@@since "4.8"]

    val put :
      ?ctx:ctx ->
      ?body:Cohttp_lwt_body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val put :
      ?ctx:ctx ->
      ?body:Body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val put :
      (?body:body ->
       ?chunked:bool ->
       ?headers:Http.Header.t ->
       Uri.t ->
       (Http.Response.t * body) io) with_context
    [@@since "4.8"]

    val patch :
      ?ctx:ctx ->
      ?body:Cohttp_lwt_body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val patch :
      ?ctx:ctx ->
      ?body:Body.t ->
      ?chunked:bool ->
      ?headers:Cohttp.Header.t ->
      Uri.t ->
      (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val patch :
      (?body:body ->
       ?chunked:bool ->
       ?headers:Http.Header.t ->
       Uri.t ->
       (Http.Response.t * body) io) with_context
    [@@since "4.8"]

    val set_cache : call -> unit [@@since "4.8"]
    val post_form :
      ?ctx:ctx ->
      ?headers:Cohttp.Header.t ->
      params:(string * string list) list ->
      Uri.t ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val post_form :
      ?ctx:ctx ->
      ?headers:Cohttp.Header.t ->
      params:(string * string list) list ->
      Uri.t ->
      (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val post_form :
      ?ctx:ctx ->
      ?headers:Http.Header.t ->
      params:(string * string list) list ->
      Uri.t ->
      (Http.Response.t * Body.t) Lwt.t
    [@@since "4.8"]

    val callv :
      ?ctx:ctx ->
      Uri.t ->
      (Cohttp.Request.t * Cohttp_lwt_body.t) Lwt_stream.t ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt_stream.t Lwt.t
    [@@until "3.4"]

    val callv :
      ?ctx:ctx ->
      Uri.t ->
      (Cohttp.Request.t * Body.t) Lwt_stream.t ->
      (Cohttp.Response.t * Body.t) Lwt_stream.t Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val callv :
      ?ctx:ctx ->
      Uri.t ->
      (Http.Request.t * Body.t) Lwt_stream.t ->
      (Http.Response.t * Body.t) Lwt_stream.t Lwt.t
    [@@since "4.8"]
  end

  module type Server = sig
    module IO : IO

    type body = Body.t [@@since "4.8"]

    type conn = IO.conn * Cohttp.Connection.t
    type response = Http.Response.t * Body.t [@@since "4.8"]

    type response_action =
      [ `Expert of Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)
      | `Response of Cohttp.Response.t * Body.t ]
    [@@since "3.5"] [@@until "4.7"]

    type response_action =
      [ `Expert of Http.Response.t * (IO.ic -> IO.oc -> unit IO.t) | `Response of response ]
    [@@since "4.8"]

    type t

    val make_response_action :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Cohttp.Request.t -> Body.t -> response_action Lwt.t) ->
      unit ->
      t
    [@@since "3.5"] [@@until "4.7"]

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
                Body.t ->
                (Cohttp.Response.t * (IO.ic -> IO.oc -> unit Lwt.t)) Lwt.t) ->
      unit ->
      t
    [@@since "3.5"] [@@until "4.7"]

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
      callback:(conn -> Cohttp.Request.t -> Cohttp_lwt_body.t -> (Cohttp.Response.t
        * Cohttp_lwt_body.t) Lwt.t) ->
      unit ->
      t
    [@@until "3.4"]

    val make :
      ?conn_closed:(conn -> unit) ->
      callback:(conn -> Cohttp.Request.t -> Body.t -> (Cohttp.Response.t * Body.t) Lwt.t) ->
      unit ->
      t
    [@@since "3.5"] [@@until "4.7"]

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
      body:Cohttp_lwt_body.t ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val respond :
      ?headers:Cohttp.Header.t ->
      ?flush:bool ->
      status:Cohttp.Code.status_code ->
      body:Body.t ->
      unit ->
      (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val respond :
      ?headers:Http.Header.t -> status:Http.Status.t -> body:body -> unit -> response IO.t
    [@@since "4.8"]

    val respond_string :
      ?flush:bool ->
      ?headers:Cohttp.Header.t ->
      status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val respond_string :
      ?flush:bool ->
      ?headers:Cohttp.Header.t ->
      status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val respond_string :
      ?headers:Http.Header.t -> status:Http.Status.t -> body:string -> unit -> response IO.t
    [@@since "4.8"]

    val respond_error :
      ?headers:Cohttp.Header.t ->
      ?status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val respond_error :
      ?headers:Cohttp.Header.t ->
      ?status:Cohttp.Code.status_code ->
      body:string ->
      unit ->
      (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val respond_error :
      ?headers:Http.Header.t ->
      ?status:Http.Status.t ->
      body:string ->
      unit ->
      (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_redirect :
      ?headers:Cohttp.Header.t -> uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val respond_redirect :
      ?headers:Cohttp.Header.t -> uri:Uri.t -> unit -> (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val respond_redirect :
      ?headers:Http.Header.t -> uri:Uri.t -> unit -> (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_need_auth :
      ?headers:Cohttp.Header.t ->
      auth:Cohttp.Auth.challenge ->
      unit ->
      (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val respond_need_auth :
      ?headers:Cohttp.Header.t ->
      auth:Cohttp.Auth.challenge ->
      unit ->
      (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val respond_need_auth :
      ?headers:Http.Header.t -> auth:Cohttp.Auth.challenge -> unit -> (Http.Response.t * body) IO.t
    [@@since "4.8"]

    val respond_not_found : ?uri:Uri.t -> unit -> (Cohttp.Response.t * Cohttp_lwt_body.t) Lwt.t
    [@@until "3.4"]

    val respond_not_found : ?uri:Uri.t -> unit -> (Cohttp.Response.t * Body.t) Lwt.t
    [@@since "3.5"] [@@until "4.7"]

    val respond_not_found : ?uri:Uri.t -> unit -> (Http.Response.t * body) IO.t [@@since "4.8"]
    val callback : t -> IO.conn -> IO.ic -> IO.oc -> unit Lwt.t [@@until "4.7"]
    val callback : t -> IO.conn -> IO.ic -> IO.oc -> unit IO.t [@@since "4.8"]
  end
  [@@port "http-server-type"]
end
[@@since "3.0"]

module type IO = S.IO [@@since "3.5"] [@@until "4.7"]

module type Client = S.Client
[@@port "module-type-name"]
[@@port.to Cohttp_lwt.S.Client]
[@@since "3.0"] [@@until "3.4"]

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
[@@until "2.9.1"]
module type Server = S.Server
[@@port "module-type-name"]
[@@port.to Cohttp_lwt.S.Server]
[@@since "3.0"] [@@until "3.4"]
module type Net = S.Net
[@@port "module-type-name"]
[@@port.to Cohttp_lwt.S.Net]
[@@since "3.0"] [@@until "3.4"]

module Request : sig
  type t = { headers : Cohttp.Header.t; meth : Cohttp.Code.meth; uri : Uri.t }
end
[@@port "cohttp-lwt-parts"]
[@@until "2.9.1"]

module Request : sig
  type t = Cohttp.Request.t = {
    headers : Cohttp.Header.t;
    meth : Cohttp.Code.meth;
    resource : string;
    version : Cohttp.Code.version;
    encoding : Cohttp.Transfer.encoding;
  }

  val encoding : t -> Cohttp.Transfer.encoding
  val version : t -> Cohttp.Code.version
  val resource : t -> string
  val meth : t -> Cohttp.Code.meth
  val headers : t -> Cohttp.Header.t

  module Fields : sig
    [@@@open_ended]
  end

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t
  val make :
    ?meth:Cohttp.Code.meth ->
    ?version:Cohttp.Code.version ->
    ?encoding:Cohttp.Transfer.encoding ->
    ?headers:Cohttp.Header.t ->
    Uri.t ->
    t
  val is_keep_alive : t -> bool
  val uri : t -> Uri.t
  val make_for_client :
    ?headers:Cohttp.Header.t ->
    ?chunked:bool ->
    ?body_length:int64 ->
    Cohttp.Code.meth ->
    Uri.t ->
    t
end
[@@since "3.0"] [@@until "3.4"]

module Request = Cohttp.Request [@@since "3.5"] [@@until "4.7"]

module Response : sig
  type t = Cohttp.Response.t


  val status : t -> Cohttp.Code.status
  val headers : t -> Cohttp.Header.t



  val make : ?status:Cohttp.Code.status -> ?flush:bool -> ?headers:Cohttp.Header.t -> unit -> t

end
[@@port "cohttp-lwt-parts"]
[@@until "2.9.1"]

module Response : sig

  type t = Cohttp.Response.t = {
    encoding : Cohttp.Transfer.encoding;
    headers : Cohttp.Header.t;
    version : Cohttp.Code.version;
    status : Cohttp.Code.status_code;
    flush : bool;
  }

  val flush : t -> bool
  val status : t -> Cohttp.Code.status_code
  val version : t -> Cohttp.Code.version
  val headers : t -> Cohttp.Header.t
  val encoding : t -> Cohttp.Transfer.encoding

  module Fields : sig
    [@@@open_ended]
  end

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t


  val make :
    ?version:Cohttp.Code.version ->
    ?status:Cohttp.Code.status_code ->
    ?flush:bool ->
    ?encoding:Cohttp.Transfer.encoding ->
    ?headers:Cohttp.Header.t ->
    unit ->
    t
end
[@@since "3.0"] [@@until "3.4"]

module Response = Cohttp.Response [@@since "3.5"] [@@until "4.7"]

module Make_client
    (IO : Cohttp_lwt_s.IO)
    (Net : sig
      module IO : sig
        type 'a t = 'a Lwt.t

        val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
        val return : 'a -> 'a t

        type ic = IO.ic
        type oc = IO.oc
        type conn = IO.conn

        val read_line : ic -> string option t
        val read : ic -> int -> string t
        val write : oc -> string -> unit t
        val flush : oc -> unit t
      end

      type ctx

      val sexp_of_ctx : ctx -> Sexplib.Sexp.t
      val default_ctx : ctx
      val connect_uri : ctx:ctx -> Uri.t -> (IO.conn * IO.ic * IO.oc) Lwt.t
      val close_in : IO.ic -> unit
      val close_out : IO.oc -> unit
      val close : IO.ic -> IO.oc -> unit
    end) : sig
  type ctx = Net.ctx

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
[@@since "3.0"] [@@until "3.4"]

module Make_server (IO : Cohttp_lwt_s.IO) : sig
  module IO : sig
    type 'a t = 'a Lwt.t

    val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
    val return : 'a -> 'a t

    type ic = IO.ic
    type oc = IO.oc
    type conn = IO.conn

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
end
[@@since "3.0"] [@@until "3.4"]
