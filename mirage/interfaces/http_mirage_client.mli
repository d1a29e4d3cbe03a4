(** A client of HTTP over a stack (http-mirage-client 0.0.10). *)

[@@@since "4.3"]

type t [@@since "4.7"]

module type S = sig
  type nonrec t = t

  val connect : Mimic.ctx -> t Lwt.t
end
[@@since "4.7"]

module Make
    (Pclock : Mirage_clock.PCLOCK [@until "4.8"])
    (TCP : Tcpip.Tcp.S)
    (Happy_eyeballs : Mimic_happy_eyeballs.S with type flow = TCP.flow) : S
[@@port "functor-parameters"]
[@@since "4.7"]

module Version = H1.Version
module Status = H2.Status
module Headers = H2.Headers

type response = { version : Version.t; status : Status.t; reason : string; headers : Headers.t }

val request :
  ?config:[ `H2 of H2.Config.t | `HTTP_1_1 of H1.Config.t ] ->
  ?tls_config:Tls.Config.client ->
  t ->
  ?authenticator:X509.Authenticator.t ->
  ?meth:H1.Method.t ->
  ?headers:(string * string) list ->
  ?body:string ->
  ?max_redirect:int ->
  ?follow_redirect:bool ->
  string ->
  (response -> 'a -> string -> 'a Lwt.t) ->
  'a ->
  (response * 'a, [> Mimic.error ]) result Lwt.t
[@@since "4.7"]

val one_request :
  ?tls_config:Tls.Config.client ->
  ctx:Mimic.ctx ->
  alpn_protocol:string Mimic.value ->
  authenticator:(X509.Authenticator.t, [> `Msg of string ]) result ->
  ?headers:(string * string) list ->
  ?body:string ->
  ?max_redirect:int ->
  ?follow_redirect:bool ->
  string ->
  (response * string option, [> Mimic.error ]) result Lwt.t
[@@port "http-client-request"]
[@@until "4.4"]
