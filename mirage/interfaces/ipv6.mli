(** IPv6 (tcpip 3.0.0). *)

(** Until 2.9.1: IPv6 (tcpip). *)

[@@@complete "3.0"]

module Make (E : V1_LWT.ETHIF) (Time : V1_LWT.TIME) (Clock : V1.CLOCK) : sig
  include V1_LWT.IPV6 with type ethif = E.t

  val connect : ?ip:Ipaddr.V6.t -> ?netmask:Ipaddr.V6.Prefix.t list -> ?gateways:Ipaddr.V6.t list -> ethif -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
  [@@port "tcpip-connect-clock"]
  [@@port "ipv6-connect-args"]
end
[@@until "2.9.1"]

module Make
    (E : Mirage_protocols_lwt.ETHIF)
    (T : Mirage_time_lwt.S)
    (Clock : Mirage_clock_lwt.MCLOCK) : sig
  type error = private [> Mirage_protocols.Ip.error ]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t
  type ethif = E.t
  type ipaddr = Ipaddr.V6.t
  type prefix = Ipaddr.V6.Prefix.t
  type 'a io = 'a Lwt.t
  type t

  val disconnect : t -> unit io

  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> buffer -> unit io
  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  val write : t -> buffer -> buffer -> (unit, error) result io
  val writev : t -> buffer -> buffer list -> (unit, error) result io
  val checksum : buffer -> buffer list -> int
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer
  val src : t -> dst:ipaddr -> ipaddr
  val set_ip : t -> ipaddr -> unit io
  val get_ip : t -> ipaddr list

  type uipaddr = Ipaddr.t

  val to_uipaddr : ipaddr -> uipaddr
  val of_uipaddr : uipaddr -> ipaddr option
  val connect :
    ?ip:Ipaddr.V6.t list ->
    ?netmask:Ipaddr.V6.Prefix.t list ->
    ?gateways:Ipaddr.V6.t list ->
    ethif ->
    Clock.t ->
    t Lwt.t
end
[@@since "3.0"]
