(** A stack put together of its layers (tcpip 3.0.0). *)

(** Until 2.9.1: A stack put together of its layers (tcpip 2.8). *)

[@@@complete "3.0"]

type direct_ipv4_input = src:Ipaddr.V4.t -> dst:Ipaddr.V4.t -> Cstruct.t -> unit Lwt.t
[@@since "3.0"]

module type UDPV4_DIRECT = Mirage_protocols_lwt.UDPV4 with type ipinput = direct_ipv4_input
[@@since "3.0"]

module type TCPV4_DIRECT = Mirage_protocols_lwt.TCPV4 with type ipinput = direct_ipv4_input
[@@since "3.0"]

module Make
    (C : V1_LWT.CONSOLE)
    (Time : V1_LWT.TIME)
    (R : V1.RANDOM)
    (N : V1_LWT.NETWORK)
    (E : V1_LWT.ETHIF)
    (A : V1_LWT.ARP)
    (I : V1_LWT.IPV4)
    (Icmp : V1_LWT.ICMPV4)
    (U : V1_LWT.UDPV4)
    (T : V1_LWT.TCPV4) : sig
  include V1_LWT.STACKV4

  val connect :
    (C.t, N.t, mode) V1_LWT.stackv4_config ->
    E.t ->
    A.t ->
    I.t ->
    Icmp.t ->
    U.t ->
    T.t ->
    [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
  [@@port "stack-connect-layers"]
end
[@@port "stack-direct-make"]
[@@until "2.9.1"]

module Make
    (Time : Mirage_time.S)
    (Random : Mirage_random.S)
    (Netif : Mirage_net_lwt.S)
    (Ethif : Mirage_protocols_lwt.ETHIF with type netif = Netif.t)
    (Arpv4 : Mirage_protocols_lwt.ARP)
    (Ipv4 : Mirage_protocols_lwt.IPV4 with type ethif = Ethif.t)
    (Icmpv4 : Mirage_protocols_lwt.ICMPV4)
    (Udpv4 : UDPV4_DIRECT with type ip = Ipv4.t)
    (Tcpv4 : TCPV4_DIRECT with type ip = Ipv4.t) : sig
  type netif = Netif.t
  type 'a config = 'a Mirage_stack_lwt.stackv4_config
  type ipv4addr = Ipaddr.V4.t
  type buffer = Cstruct.t
  type udpv4 = Udpv4.t
  type tcpv4 = Tcpv4.t
  type ipv4 = Ipv4.t
  type 'a io = 'a Lwt.t
  type t

  val disconnect : t -> unit io

  module UDPV4 : sig
    type error = Udpv4.error

    val pp_error : error Fmt.t

    type buffer = Cstruct.t
    type ip = Ipv4.t
    type ipaddr = Ipaddr.V4.t
    type ipinput = direct_ipv4_input
    type 'a io = 'a Lwt.t
    type t = Udpv4.t

    val disconnect : t -> unit io

    type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io

    val input : listeners:(dst_port:int -> callback option) -> t -> ipinput
    val write :
      ?src_port:int -> dst:ipaddr -> dst_port:int -> t -> buffer -> (unit, error) result io
  end

  module TCPV4 : sig
    type error = Tcpv4.error
    type write_error = Tcpv4.write_error
    type buffer = Cstruct.t
    type ip = Ipv4.t
    type ipaddr = Ipaddr.V4.t
    type ipinput = direct_ipv4_input
    type flow = Tcpv4.flow
    type 'a io = 'a Lwt.t
    type t = Tcpv4.t

    val disconnect : t -> unit io
    val pp_error : error Fmt.t
    val pp_write_error : write_error Fmt.t
    val read : flow -> (buffer Mirage_flow.or_eof, error) result io
    val write : flow -> buffer -> (unit, write_error) result io
    val writev : flow -> buffer list -> (unit, write_error) result io
    val close : flow -> unit io

    type callback = flow -> unit io

    val dst : flow -> ipaddr * int
    val write_nodelay : flow -> buffer -> (unit, write_error) result io
    val writev_nodelay : flow -> buffer list -> (unit, write_error) result io
    val create_connection : t -> ipaddr * int -> (flow, error) result io
    val input : t -> listeners:(int -> callback option) -> ipinput
  end

  module IPV4 : sig
    type error = Ipv4.error

    val pp_error : error Fmt.t

    type buffer = Cstruct.t
    type ethif = Ethif.t
    type ipaddr = Ipaddr.V4.t
    type prefix = Ipaddr.V4.Prefix.t
    type 'a io = 'a Lwt.t
    type t = Ipv4.t

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
  end

  val udpv4 : t -> udpv4
  val tcpv4 : t -> tcpv4
  val ipv4 : t -> ipv4
  val listen_udpv4 : t -> port:int -> UDPV4.callback -> unit
  val listen_tcpv4 : t -> port:int -> TCPV4.callback -> unit
  val listen : t -> unit io
  val connect :
    netif Mirage_stack_lwt.stackv4_config ->
    Ethif.t ->
    Arpv4.t ->
    Ipv4.t ->
    Icmpv4.t ->
    Udpv4.t ->
    Tcpv4.t ->
    t Lwt.t
end
[@@since "3.0"]
