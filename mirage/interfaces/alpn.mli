(** Servers and clients that agree on HTTP/1.1 or h2 by TLS (paf 0.8.0). *)

[@@@since "4.3"]

module type REQD = sig
  type t
  type request
  type response

  module Body : sig
    type ro
    type wo
  end

  val request : t -> request
  val request_body : t -> Body.ro
  val response : t -> response option
  val response_exn : t -> response
  val respond_with_string : t -> response -> string -> unit
  val respond_with_bigstring : t -> response -> Bigstringaf.t -> unit
  val respond_with_streaming : t -> ?flush_headers_immediately:bool -> response -> Body.wo
  val report_exn : t -> exn -> unit
  val try_with : t -> (unit -> unit) -> (unit, exn) result
end

type http_1_1_protocol =
  (module REQD with type request = H1.Request.t and type response = H1.Response.t and type t =
     H1.Reqd.t and type Body.ro = H1.Body.Reader.t and type Body.wo = H1.Body.Writer.t)

type h2_protocol =
  (module REQD with type request = H2.Request.t and type response = H2.Response.t and type t =
     H2.Reqd.t and type Body.ro = H2.Body.Reader.t and type Body.wo = H2.Body.Writer.t)

type ('reqd, 'headers, 'request, 'response, 'ro, 'wo) protocol =
  | HTTP_1_1 : http_1_1_protocol ->
        (H1.Reqd.t,
          H1.Headers.t,
          H1.Request.t,
          H1.Response.t,
          H1.Body.Reader.t,
          H1.Body.Writer.t) protocol
  | H2 : h2_protocol ->
        (H2.Reqd.t,
          H2.Headers.t,
          H2.Request.t,
          H2.Response.t,
          H2.Body.Reader.t,
          H2.Body.Writer.t) protocol

val http_1_1 :
  (H1.Reqd.t,
    H1.Headers.t,
    H1.Request.t,
    H1.Response.t,
    H1.Body.Reader.t,
    H1.Body.Writer.t) protocol

val h2 :
  (H2.Reqd.t,
    H2.Headers.t,
    H2.Request.t,
    H2.Response.t,
    H2.Body.Reader.t,
    H2.Body.Writer.t) protocol

type server_error = [ `Bad_gateway | `Bad_request | `Exn of exn | `Internal_server_error ]

type ('flow, 'edn) info = {
  alpn : 'flow -> string option;
  peer : 'flow -> 'edn;
  injection : 'flow -> Mimic.flow;
}

type ('flow, 'edn) server_handler = {
  error :
    'reqd 'headers 'request 'response 'ro 'wo. 'edn ->
    ('reqd, 'headers, 'request, 'response, 'ro, 'wo) protocol ->
    ?request:'request ->
    server_error ->
    ('headers -> 'wo) ->
    unit;
  request :
    'reqd 'headers 'request 'response 'ro 'wo. 'flow ->
    'edn ->
    'reqd ->
    ('reqd, 'headers, 'request, 'response, 'ro, 'wo) protocol ->
    unit;
}

val service :
  ('flow, 'edn) info ->
  (Mimic.flow, 'edn) server_handler ->
  ('socket -> ('flow, [> `Closed | `Msg of string ] as 'a) result Lwt.t) ->
  ('t -> ('socket, 'a) result Lwt.t) ->
  ('t -> unit Lwt.t) ->
  't Paf.service

type client_error =
  [ `Exn of exn
  | `Invalid_response_body_length_v1 of H1.Response.t
  | `Invalid_response_body_length_v2 of H2.Response.t
  | `Malformed_response of string
  | `Protocol_error of H2.Error_code.t * string ]

type 'edn client_handler = {
  error :
    'reqd 'headers 'request 'response 'ro 'wo. 'edn ->
    ('reqd, 'headers, 'request, 'response, 'ro, 'wo) protocol ->
    client_error ->
    unit;
  response :
    'reqd 'headers 'request 'response 'ro 'wo. Mimic.flow ->
    'edn ->
    'response ->
    'ro ->
    ('reqd, 'headers, 'request, 'response, 'ro, 'wo) protocol ->
    unit;
}

type alpn_response =
  | Response_HTTP_1_1 : (H1.Body.Writer.t * H1.Client_connection.t) -> alpn_response
  | Response_H2 : H2.Body.Writer.t * H2.Client_connection.t -> alpn_response

val run :
  ?alpn:string ->
  'edn client_handler ->
  'edn ->
  [ `V1 of H1.Request.t | `V2 of H2.Request.t ] ->
  Mimic.flow ->
  (alpn_response, [> `Msg of string ]) result Lwt.t
