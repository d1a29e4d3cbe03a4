(** Ethernet over a network interface (tcpip 3.0.0). *)

(** Until 2.9.1: Ethernet over a network interface (tcpip). *)

[@@@until "3.4.0"]

[@@@port "ethif-module"]

[@@@complete "3.0"]

module Make (N : V1_LWT.NETWORK) : sig
  include V1_LWT.ETHIF with type netif = N.t

  val connect : netif -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
end
[@@until "2.9.1"]

module Make (N : Mirage_net_lwt.S) : sig
  type error = private [> Mirage_protocols.Ethif.error ]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t
  type netif = N.t
  type macaddr = Macaddr.t
  type 'a io = 'a Lwt.t
  type t

  val disconnect : t -> unit io
  val write : t -> buffer -> (unit, error) result io [@@port "ethernet-write"]
  val writev : t -> buffer list -> (unit, error) result io [@@port "ethernet-writev"]
  val mac : t -> macaddr
  val input :
    arpv4:(buffer -> unit io) ->
    ipv4:(buffer -> unit io) ->
    ipv6:(buffer -> unit io) ->
    t ->
    buffer ->
    unit io
  val connect : netif -> t Lwt.t
end
[@@since "3.0"]
