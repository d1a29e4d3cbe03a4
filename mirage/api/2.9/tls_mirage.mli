(** Encrypted flows (tls 0.7.1). *)

module Make (F : V1_LWT.FLOW) : sig
  include V1_LWT.FLOW

  val reneg : flow -> [ `Ok of unit | `Eof | `Error of error ] Lwt.t [@@port "tls-make-results"]

  val client_of_flow :
    Tls.Config.client -> string -> F.flow -> [ `Ok of flow | `Error of error | `Eof ] Lwt.t
  [@@port "tls-make-results"]
  [@@port "tls-client-of-flow-host"]

  val server_of_flow :
    Tls.Config.server -> F.flow -> [ `Ok of flow | `Error of error | `Eof ] Lwt.t
  [@@port "tls-make-results"]

  val epoch : flow -> [ `Ok of Tls.Core.epoch_data | `Error ] [@@port "tls-epoch"]
end

module X509 (KV : V1_LWT.KV_RO) (C : V1.CLOCK) : sig
  val authenticator : KV.t -> [ `Noop | `CAs ] -> X509.Authenticator.a Lwt.t
  [@@port "tls-x509-authenticator"]

  val certificate : KV.t -> [ `Default | `Name of string ] -> Tls.Config.certchain Lwt.t
end
