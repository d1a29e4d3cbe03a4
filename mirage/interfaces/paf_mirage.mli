(** HTTP over a stack (paf 0.1 to 0.8.0). *)

[@@@since "4.0"]

module type S = sig
  type stack
  type ipaddr

  module TCP : sig
    type error

    val pp_error : error Fmt.t

    type nonrec write_error = private [> Mirage_flow.write_error ]

    val pp_write_error : write_error Fmt.t

    type flow

    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t
    val close : flow -> unit Lwt.t
    val dst : flow -> ipaddr * int
    val no_close : flow -> unit
    val to_close : flow -> unit
  end

  module TLS : sig
    type error =
      [ `Read of TCP.error
      | `Tls_alert of Tls.Packet.alert_type
      | `Tls_failure of Tls.Engine.failure
      | `Write of TCP.write_error ]

    type write_error =
      [ `Closed
      | `Read of TCP.error
      | `Tls_alert of Tls.Packet.alert_type
      | `Tls_failure of Tls.Engine.failure
      | `Write of TCP.write_error ]

    val pp_error : error Fmt.t
    val pp_write_error : write_error Fmt.t

    type flow

    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t
    val close : flow -> unit Lwt.t
    val no_close : flow -> unit
    val to_close : flow -> unit
    val epoch : flow -> (Tls.Core.epoch_data, unit) result

    val reneg :
      ?authenticator:X509.Authenticator.t ->
      ?acceptable_cas:X509.Distinguished_name.t list ->
      ?cert:Tls.Config.own_cert ->
      ?drop:bool ->
      flow ->
      (unit,
        [ `Closed
        | `Msg of string
        | `Read of TCP.error
        | `Tls_alert of Tls.Packet.alert_type
        | `Tls_failure of Tls.Engine.failure
        | `Write of TCP.write_error ]) result Lwt.t

    val key_update :
      ?request:bool ->
      flow ->
      (unit,
        [ `Closed
        | `Msg of string
        | `Read of TCP.error
        | `Tls_alert of Tls.Packet.alert_type
        | `Tls_failure of Tls.Engine.failure
        | `Write of TCP.write_error ]) result Lwt.t

    val server_of_flow : Tls.Config.server -> TCP.flow -> (flow, write_error) result Lwt.t

    val client_of_flow :
      Tls.Config.client ->
      ?host:[ `host ] Domain_name.t ->
      TCP.flow ->
      (flow, write_error) result Lwt.t
  end

  val tcp_protocol : (stack * ipaddr * int, TCP.flow) Mimic.protocol
  val tcp_edn : (stack * ipaddr * int) Mimic.value

  val tls_edn :
    ([ `host ] Domain_name.t option * Tls.Config.client * stack * ipaddr * int) Mimic.value

  val tls_protocol :
    ([ `host ] Domain_name.t option * Tls.Config.client * stack * ipaddr * int,
      TLS.flow) Mimic.protocol

  type t
  type dst = ipaddr * int

  val init : port:int -> stack -> t Lwt.t
  val accept : t -> (TCP.flow, [> `Closed ]) result Lwt.t
  val close : t -> unit Lwt.t

  val http_service :
    ?config:H1.Config.t ->
    error_handler:(dst -> H1.Server_connection.error_handler) ->
    (TCP.flow -> dst -> H1.Server_connection.request_handler) ->
    t Paf.service

  val https_service :
    tls:Tls.Config.server ->
    ?config:H1.Config.t ->
    error_handler:(dst -> H1.Server_connection.error_handler) ->
    (TLS.flow -> dst -> H1.Server_connection.request_handler) ->
    t Paf.service

  val alpn_service :
    tls:Tls.Config.server ->
    ?config:H1.Config.t * H2.Config.t ->
    (TLS.flow, dst) Alpn.server_handler ->
    t Paf.service

  val serve : ?stop:Lwt_switch.t -> 't Paf.service -> 't -> [ `Initialized of unit Lwt.t ]
end
[@@since "4.3"]

module Make (Time : Mirage_time.S) (S : Tcpip.Stack.V4V6) : sig end
[@@port "functor-paf"]
[@@until "4.2"]

module Make (Stack : Tcpip.Tcp.S) : sig
  type stack = Stack.t
  type ipaddr = Stack.ipaddr

  module TCP : sig
    type error

    val pp_error : error Fmt.t

    type nonrec write_error = private [> Mirage_flow.write_error ]

    val pp_write_error : write_error Fmt.t

    type flow

    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t
    val close : flow -> unit Lwt.t
    val dst : flow -> ipaddr * int
    val no_close : flow -> unit
    val to_close : flow -> unit
  end

  module TLS : sig
    type error =
      [ `Read of TCP.error
      | `Tls_alert of Tls.Packet.alert_type
      | `Tls_failure of Tls.Engine.failure
      | `Write of TCP.write_error ]

    type write_error =
      [ `Closed
      | `Read of TCP.error
      | `Tls_alert of Tls.Packet.alert_type
      | `Tls_failure of Tls.Engine.failure
      | `Write of TCP.write_error ]

    val pp_error : error Fmt.t
    val pp_write_error : write_error Fmt.t

    type flow

    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t
    val close : flow -> unit Lwt.t
    val no_close : flow -> unit
    val to_close : flow -> unit
    val epoch : flow -> (Tls.Core.epoch_data, unit) result

    val reneg :
      ?authenticator:X509.Authenticator.t ->
      ?acceptable_cas:X509.Distinguished_name.t list ->
      ?cert:Tls.Config.own_cert ->
      ?drop:bool ->
      flow ->
      (unit,
        [ `Closed
        | `Msg of string
        | `Read of TCP.error
        | `Tls_alert of Tls.Packet.alert_type
        | `Tls_failure of Tls.Engine.failure
        | `Write of TCP.write_error ]) result Lwt.t

    val key_update :
      ?request:bool ->
      flow ->
      (unit,
        [ `Closed
        | `Msg of string
        | `Read of TCP.error
        | `Tls_alert of Tls.Packet.alert_type
        | `Tls_failure of Tls.Engine.failure
        | `Write of TCP.write_error ]) result Lwt.t

    val server_of_flow : Tls.Config.server -> TCP.flow -> (flow, write_error) result Lwt.t

    val client_of_flow :
      Tls.Config.client ->
      ?host:[ `host ] Domain_name.t ->
      TCP.flow ->
      (flow, write_error) result Lwt.t
  end

  val tcp_protocol : (stack * ipaddr * int, TCP.flow) Mimic.protocol
  val tcp_edn : (stack * ipaddr * int) Mimic.value

  val tls_edn :
    ([ `host ] Domain_name.t option * Tls.Config.client * stack * ipaddr * int) Mimic.value

  val tls_protocol :
    ([ `host ] Domain_name.t option * Tls.Config.client * stack * ipaddr * int,
      TLS.flow) Mimic.protocol

  type t
  type dst = ipaddr * int

  val init : port:int -> stack -> t Lwt.t
  val accept : t -> (TCP.flow, [> `Closed ]) result Lwt.t
  val close : t -> unit Lwt.t

  val http_service :
    ?config:H1.Config.t ->
    error_handler:(dst -> H1.Server_connection.error_handler) ->
    (TCP.flow -> dst -> H1.Server_connection.request_handler) ->
    t Paf.service

  val https_service :
    tls:Tls.Config.server ->
    ?config:H1.Config.t ->
    error_handler:(dst -> H1.Server_connection.error_handler) ->
    (TLS.flow -> dst -> H1.Server_connection.request_handler) ->
    t Paf.service

  val alpn_service :
    tls:Tls.Config.server ->
    ?config:H1.Config.t * H2.Config.t ->
    (TLS.flow, dst) Alpn.server_handler ->
    t Paf.service

  val serve : ?stop:Lwt_switch.t -> 't Paf.service -> 't -> [ `Initialized of unit Lwt.t ]
end
[@@since "4.3"]

type transmission = [ `Clear | `TLS of string option ] [@@since "4.3"]

val paf_transmission : transmission Mimic.value [@@since "4.3"]

val run :
  ctx:Mimic.ctx ->
  (Ipaddr.t * int) option Alpn.client_handler ->
  [ `V1 of H1.Request.t | `V2 of H2.Request.t ] ->
  (Alpn.alpn_response, [> Mimic.error ]) result Lwt.t
[@@since "4.3"]
