(** TLS over any flow, and certificates out of a store (tls 0.8). *)

module Make (F : Mirage_flow_lwt.S) : sig
  type error =
    [ `Tls_alert of Tls.Packet.alert_type
    | `Tls_failure of Tls.Engine.failure
    | `Read of F.error
    | `Write of F.write_error ]

  type write_error = [ Mirage_flow.write_error | error ]

  include
    Mirage_flow_lwt.S with type error := error and type write_error := write_error

  val reneg : flow -> (unit, write_error) result Lwt.t

  val client_of_flow :
    ?trace:(Sexplib.Sexp.t -> unit) ->
    Tls.Config.client ->
    ?host:string ->
    F.flow ->
    (flow, write_error) result Lwt.t

  val server_of_flow :
    ?trace:(Sexplib.Sexp.t -> unit) -> Tls.Config.server -> F.flow -> (flow, write_error) result Lwt.t

  val epoch : flow -> (Tls.Core.epoch_data, unit) result
end

module X509 (KV : Mirage_kv_lwt.RO) (C : Mirage_clock.PCLOCK) : sig
  val authenticator : KV.t -> C.t -> [< `Noop | `CAs ] -> X509.Authenticator.a Lwt.t
  val certificate : KV.t -> [< `Default | `Name of string ] -> Tls.Config.certchain Lwt.t
end
