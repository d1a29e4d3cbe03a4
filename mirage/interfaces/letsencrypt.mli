(** Certificates of an ACME server (letsencrypt 1.0.0). *)

[@@@since "4.9"]

val letsencrypt_production_url : Uri.t
val letsencrypt_staging_url : Uri.t
val sha256_and_base64 : string -> string

module HTTP_client : sig
  module type S = sig
    type ctx

    module Headers : sig
      type t

      val add : t -> string -> string -> t
      val get : t -> string -> string option
      val get_location : t -> Uri.t option
      val init_with : string -> string -> t
      val to_string : t -> string
    end

    module Body : sig
      type t

      val of_string : string -> t
      val to_string : t -> string Lwt.t
    end

    module Response : sig
      type t

      val status : t -> int
      val headers : t -> Headers.t
    end

    val head : ?ctx:ctx -> ?headers:Headers.t -> Uri.t -> Response.t Lwt.t
    val get : ?ctx:ctx -> ?headers:Headers.t -> Uri.t -> (Response.t * Body.t) Lwt.t

    val post :
      ?ctx:ctx ->
      ?body:Body.t ->
      ?chunked:bool ->
      ?headers:Headers.t ->
      Uri.t ->
      (Response.t * Body.t) Lwt.t
  end
end

module Client : sig
  type t

  type solver = {
    typ : [ `Alpn | `Dns | `Http ];
    solve_challenge :
      token:string ->
      key_authorization:string ->
      [ `host ] Domain_name.t ->
      (unit, [ `Msg of string ]) result Lwt.t;
  }

  val http_solver :
    ([ `host ] Domain_name.t ->
     prefix:string ->
     token:string ->
     content:string ->
     (unit, [ `Msg of string ]) result Lwt.t) ->
    solver

  val print_http : solver

  val alpn_solver :
    ?key_type:X509.Key_type.t ->
    ?bits:int ->
    ([ `host ] Domain_name.t ->
     alpn:string ->
     X509.Private_key.t ->
     X509.Certificate.t ->
     (unit, [ `Msg of string ]) result Lwt.t) ->
    solver

  val print_alpn : solver

  module Make (Http : HTTP_client.S) : sig
    val initialise :
      ?ctx:Http.ctx ->
      endpoint:Uri.t ->
      ?email:string ->
      X509.Private_key.t ->
      (t, [> `Msg of string ]) result Lwt.t

    val sign_certificate :
      ?ctx:Http.ctx ->
      solver ->
      t ->
      (int -> unit Lwt.t) ->
      X509.Signing_request.t ->
      (X509.Certificate.t list, [> `Msg of string ]) result Lwt.t
  end
end
