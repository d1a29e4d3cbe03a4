(** TLS over any flow, and certificates out of a store (tls 0.7). *)

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

module X509 (KV : V1_LWT.KV_RO) (C : V1.CLOCK) : sig
  val authenticator : KV.t -> [< `Noop | `CAs ] -> X509.Authenticator.a Lwt.t
  [@@port "tls-x509-authenticator"]

  val certificate : KV.t -> [< `Default | `Name of string ] -> Tls.Config.certchain Lwt.t
end
