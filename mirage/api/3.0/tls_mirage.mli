(** Encrypted flows (tls 0.8). *)

module Make (F : Mirage_flow_lwt.S) : sig
  include Mirage_flow_lwt.S

  val reneg : flow -> (unit, write_error) result Lwt.t
  val client_of_flow :
    Tls.Config.client -> ?host:string -> F.flow -> (flow, write_error) result Lwt.t
  val server_of_flow : Tls.Config.server -> F.flow -> (flow, write_error) result Lwt.t
  val epoch : flow -> (Tls.Core.epoch_data, unit) result
end

module X509 (KV : Mirage_kv_lwt.RO) (C : Mirage_clock_lwt.PCLOCK) : sig
  val authenticator : KV.t -> C.t -> [ `Noop | `CAs ] -> X509.Authenticator.a Lwt.t
  val certificate : KV.t -> [ `Default | `Name of string ] -> Tls.Config.certchain Lwt.t
end
