(** Clients and servers of HTTP, with Lwt (cohttp 0.21.1). *)

(** Until 2.9.1: HTTP servers. *)

[@@@complete "3.0"]

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
[@@since "3.0"]

module S : sig
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
end
[@@since "3.0"]

module type Client = S.Client [@@since "3.0"]

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
module type Server = S.Server [@@since "3.0"]
module type Net = S.Net [@@since "3.0"]

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
[@@since "3.0"]

module Response : sig
  type t = Cohttp.Response.t [@@until "2.9.1"]

  type t = Cohttp.Response.t = {
    encoding : Cohttp.Transfer.encoding;
    headers : Cohttp.Header.t;
    version : Cohttp.Code.version;
    status : Cohttp.Code.status_code;
    flush : bool;
  }
  [@@since "3.0"]

  val flush : t -> bool [@@since "3.0"]
  val status : t -> Cohttp.Code.status [@@until "2.9.1"]
  val status : t -> Cohttp.Code.status_code [@@since "3.0"]
  val version : t -> Cohttp.Code.version [@@since "3.0"]
  val headers : t -> Cohttp.Header.t
  val encoding : t -> Cohttp.Transfer.encoding [@@since "3.0"]

  module Fields : sig
    [@@@open_ended]
  end
  [@@since "3.0"]

  val t_of_sexp : Sexplib.Sexp.t -> t [@@since "3.0"]
  val sexp_of_t : t -> Sexplib.Sexp.t [@@since "3.0"]

  val make : ?status:Cohttp.Code.status -> ?flush:bool -> ?headers:Cohttp.Header.t -> unit -> t
  [@@until "2.9.1"]

  val make :
    ?version:Cohttp.Code.version ->
    ?status:Cohttp.Code.status_code ->
    ?flush:bool ->
    ?encoding:Cohttp.Transfer.encoding ->
    ?headers:Cohttp.Header.t ->
    unit ->
    t
  [@@since "3.0"]
end
[@@port "cohttp-lwt-parts"]

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
[@@since "3.0"]

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
[@@since "3.0"]
