(** TLS over any flow, and certificates out of a store (tls 0.8.0 to 2.1.1). *)

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

module Make
    (F : Mirage_flow_lwt.S [@until "3.7.4"])
    (F : Mirage_flow.S [@since "3.7.5"])
    : sig
  module FLOW : sig
    type 'a io = 'a Lwt.t [@@until "3.7.4"]
    type error = F.error

    val pp_error : error Fmt.t

    type write_error = F.write_error

    val pp_write_error : write_error Fmt.t

    type buffer = Cstruct.t [@@until "3.7.4"]
    type flow = F.flow

    val read : flow -> (buffer Mirage_flow.or_eof, error) result io [@@until "3.7.4"]
    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t [@@since "3.7.5"]
    val write : flow -> buffer -> (unit, write_error) result io [@@until "3.7.4"]
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.5"]
    val writev : flow -> buffer list -> (unit, write_error) result io [@@until "3.7.4"]
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t [@@since "3.7.5"]
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.4"]
    val close : flow -> unit io [@@until "3.7.4"]
    val close : flow -> unit Lwt.t [@@since "3.7.5"]
  end
  [@@until "4.6"]

  type error =
    [ `Tls_alert of Tls.Packet.alert_type
    | `Tls_failure of Tls.Engine.failure
    | `Read of F.error
    | `Write of F.write_error ]
  type write_error = [ Mirage_flow.write_error | error ] [@@until "3.4"]

  type write_error =
    [ `Closed
    | `Read of F.error
    | `Tls_alert of Tls.Packet.alert_type
    | `Tls_failure of Tls.Engine.failure
    | `Write of F.write_error ]
  [@@since "3.5"]

  type buffer = Cstruct.t [@@until "3.9"]
  type 'a io = 'a Lwt.t [@@until "3.9"]
  type tracer = Sexplib.Sexp.t -> unit [@@until "3.7.4"]

  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t

  type flow

  val read : flow -> (buffer Mirage_flow.or_eof, error) result io [@@until "3.7.4"]
  val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t [@@since "3.7.5"]
  val write : flow -> buffer -> (unit, write_error) result io [@@until "3.7.4"]
  val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.5"]
  val writev : flow -> buffer list -> (unit, write_error) result io [@@until "3.7.4"]
  val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t [@@since "3.7.5"]
  val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.4"]
  val close : flow -> unit io [@@until "3.7.4"]
  val close : flow -> unit Lwt.t [@@since "3.7.5"]
  val underlying : flow -> F.flow [@@since "4.7"]
  val reneg : flow -> (unit, write_error) result Lwt.t [@@until "3.4"]

  val reneg :
    ?authenticator:X509.Authenticator.t ->
    ?acceptable_cas:X509.Distinguished_name.t list ->
    ?cert:Tls.Config.own_cert ->
    ?drop:bool ->
    flow ->
    (unit, write_error) result Lwt.t
  [@@since "3.5"] [@@until "4.6"]

  val reneg :
    ?authenticator:X509.Authenticator.t ->
    ?acceptable_cas:X509.Distinguished_name.t list ->
    ?cert:Tls.Config.own_cert ->
    ?drop:bool ->
    flow ->
    (unit,
      [ `Closed
      | `Msg of string
      | `Read of F.error
      | `Tls_alert of Tls.Packet.alert_type
      | `Tls_failure of Tls.Engine.failure
      | `Write of F.write_error ]) result Lwt.t
  [@@since "4.7"]

  val key_update : ?request:bool -> flow -> (unit, write_error) result Lwt.t
  [@@since "3.7.5"] [@@until "4.6"]

  val key_update :
    ?request:bool ->
    flow ->
    (unit,
      [ `Closed
      | `Msg of string
      | `Read of F.error
      | `Tls_alert of Tls.Packet.alert_type
      | `Tls_failure of Tls.Engine.failure
      | `Write of F.write_error ]) result Lwt.t
  [@@since "4.7"]

  val client_of_flow :
    ?trace:tracer ->
    Tls.Config.client ->
    ?host:string ->
    FLOW.flow ->
    (flow, write_error) result Lwt.t
  [@@port "tls-client-host"]
  [@@until "3.7.4"]

  val client_of_flow :
    Tls.Config.client -> ?host:string -> FLOW.flow -> (flow, write_error) result Lwt.t
  [@@port "tls-client-host"]
  [@@since "3.7.5"] [@@until "3.9"]

  val client_of_flow :
    Tls.Config.client ->
    ?host:[ `host ] Domain_name.t ->
    FLOW.flow ->
    (flow, write_error) result Lwt.t
  [@@port "tls-client-host"]
  [@@since "3.10"] [@@until "4.6"]

  val client_of_flow :
    Tls.Config.client -> ?host:[ `host ] Domain_name.t -> F.flow -> (flow, write_error) result Lwt.t
  [@@port "tls-client-host"]
  [@@since "4.7"] [@@until "4.8"]

  val client_of_flow :
    Tls.Config.client ->
    ?host:[ `host ] Domain_name.t ->
    ?ip:Ipaddr.t ->
    F.flow ->
    (flow, write_error) result Lwt.t
  [@@since "4.9"]

  val server_of_flow :
    ?trace:tracer -> Tls.Config.server -> FLOW.flow -> (flow, write_error) result Lwt.t
  [@@until "3.7.4"]

  val server_of_flow : Tls.Config.server -> FLOW.flow -> (flow, write_error) result Lwt.t
  [@@since "3.7.5"] [@@until "4.6"]

  val server_of_flow : Tls.Config.server -> F.flow -> (flow, write_error) result Lwt.t
  [@@since "4.7"]

  val epoch : flow -> (Tls.Core.epoch_data, unit) result
end
[@@since "3.0"]

module X509 (KV : V1_LWT.KV_RO) (C : V1.CLOCK) : sig
  val authenticator : KV.t -> [< `Noop | `CAs ] -> X509.Authenticator.a Lwt.t
  [@@port "tls-x509-authenticator"]

  val certificate : KV.t -> [< `Default | `Name of string ] -> Tls.Config.certchain Lwt.t
end
[@@until "2.9.1"]

module X509
    (KV : Mirage_kv_lwt.RO [@until "3.7.4"])
    (KV : Mirage_kv.RO [@since "3.7.5"])
    (C : Mirage_clock.PCLOCK [@until "4.8"])
    : sig
  val authenticator : KV.t -> C.t -> [< `Noop | `CAs ] -> X509.Authenticator.a Lwt.t [@@until "3.4"]

  val authenticator : KV.t -> C.t -> [< `CAs | `Noop ] -> X509.Authenticator.t Lwt.t
  [@@since "3.5"] [@@until "3.7.4"]

  val authenticator :
    ?hash_whitelist:Mirage_crypto.Hash.hash list ->
    ?crl:string ->
    KV.t ->
    X509.Authenticator.t Lwt.t
  [@@since "3.7.5"] [@@until "3.9"]

  val authenticator :
    ?allowed_hashes:Mirage_crypto.Hash.hash list ->
    ?crl:string ->
    KV.t ->
    X509.Authenticator.t Lwt.t
  [@@since "3.10"] [@@until "4.6"]

  val authenticator :
    ?allowed_hashes:Digestif.hash' list -> ?crl:string -> KV.t -> X509.Authenticator.t Lwt.t
  [@@since "4.7"]

  val certificate :
    KV.t -> [< `Default | `Name of string ] -> (X509.t list * Nocrypto.Rsa.priv) Lwt.t
  [@@until "3.4"]

  val certificate :
    KV.t -> [< `Default | `Name of string ] -> (X509.Certificate.t list * Nocrypto.Rsa.priv) Lwt.t
  [@@since "3.5"] [@@until "3.7.4"]

  val certificate :
    KV.t ->
    [< `Default | `Name of string ] ->
    (X509.Certificate.t list * Mirage_crypto_pk.Rsa.priv) Lwt.t
  [@@since "3.7.5"] [@@until "3.9"]

  val certificate : KV.t -> [< `Default | `Name of string ] -> Tls.Config.certchain Lwt.t
  [@@since "3.10"]
end
[@@port "functor-parameters"]
[@@since "3.0"]
