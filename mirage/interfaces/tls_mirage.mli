(** TLS over any flow, and certificates out of a store (tls 0.8.0). *)

(** Until 2.9.1: TLS over any flow, and certificates out of a store (tls 0.7). *)

[@@@complete "3.0"]

module Make (F : V1_LWT.FLOW) : sig
  type error =
    [ `Tls_alert of Tls.Packet.alert_type
    | `Tls_failure of Tls.Engine.failure
    | `Flow of F.error ]
  [@@port "tls-error"]

  include V1_LWT.FLOW with type error := error

  val reneg : flow -> [ `Ok of unit | `Eof | `Error of error ] Lwt.t
  [@@port "tls-make-results"]

  val client_of_flow :
    ?trace:(Sexplib.Sexp.t -> unit) ->
    Tls.Config.client ->
    string ->
    F.flow ->
    [ `Ok of flow | `Error of error | `Eof ] Lwt.t
  [@@port "tls-make-results"]
  [@@port "tls-client-of-flow-host"]

  val server_of_flow :
    ?trace:(Sexplib.Sexp.t -> unit) ->
    Tls.Config.server ->
    F.flow ->
    [ `Ok of flow | `Error of error | `Eof ] Lwt.t
  [@@port "tls-make-results"]

  val epoch : flow -> [ `Ok of Tls.Core.epoch_data | `Error ]
  [@@port "tls-epoch"]
end
[@@until "2.9.1"]

module Make (F : Mirage_flow_lwt.S) : sig
  module FLOW : sig
    type 'a io = 'a Lwt.t
    type error = F.error

    val pp_error : error Fmt.t

    type write_error = F.write_error

    val pp_write_error : write_error Fmt.t

    type buffer = Cstruct.t
    type flow = F.flow

    val read : flow -> (buffer Mirage_flow.or_eof, error) result io
    val write : flow -> buffer -> (unit, write_error) result io
    val writev : flow -> buffer list -> (unit, write_error) result io
    val close : flow -> unit io
  end

  type error =
    [ `Tls_alert of Tls.Packet.alert_type
    | `Tls_failure of Tls.Engine.failure
    | `Read of F.error
    | `Write of F.write_error ]
  type write_error = [ Mirage_flow.write_error | error ]
  type buffer = Cstruct.t
  type 'a io = 'a Lwt.t
  type tracer = Sexplib.Sexp.t -> unit

  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t

  type flow

  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
  val reneg : flow -> (unit, write_error) result Lwt.t
  val client_of_flow :
    ?trace:tracer ->
    Tls.Config.client ->
    ?host:string ->
    FLOW.flow ->
    (flow, write_error) result Lwt.t
  val server_of_flow :
    ?trace:tracer -> Tls.Config.server -> FLOW.flow -> (flow, write_error) result Lwt.t
  val epoch : flow -> (Tls.Core.epoch_data, unit) result
end
[@@since "3.0"]

module X509 (KV : V1_LWT.KV_RO) (C : V1.CLOCK) : sig
  val authenticator : KV.t -> [< `Noop | `CAs ] -> X509.Authenticator.a Lwt.t
  [@@port "tls-x509-authenticator"]

  val certificate : KV.t -> [< `Default | `Name of string ] -> Tls.Config.certchain Lwt.t
end
[@@until "2.9.1"]

module X509 (KV : Mirage_kv_lwt.RO) (C : Mirage_clock.PCLOCK) : sig
  val authenticator : KV.t -> C.t -> [< `Noop | `CAs ] -> X509.Authenticator.a Lwt.t
  val certificate :
    KV.t -> [< `Default | `Name of string ] -> (X509.t list * Nocrypto.Rsa.priv) Lwt.t
end
[@@since "3.0"]
