(** A stack put together of its layers (tcpip 3.0.0 to 9.0.1). *)

(** Until 2.9.1: A stack put together of its layers (tcpip 2.8). *)

[@@@complete "3.0"]

type direct_ipv4_input = src:Ipaddr.V4.t -> dst:Ipaddr.V4.t -> Cstruct.t -> unit Lwt.t
[@@since "3.0"] [@@until "3.10.7"]

module type UDPV4_DIRECT = Mirage_protocols_lwt.UDPV4 with type ipinput = direct_ipv4_input
[@@since "3.0"] [@@until "3.4"]

module type UDPV4_DIRECT = sig
  type error

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@until "3.7.0"]
  type ipaddr = Ipaddr.V4.t
  type ipinput = direct_ipv4_input
  type 'a io = 'a Lwt.t [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io [@@until "3.7.0"]

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t
  [@@since "3.7.1"]

  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"]

  val write :
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    buffer ->
    (unit, error) result io
  [@@until "3.7.0"]

  val write :
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    Cstruct.t ->
    (unit, error) result Lwt.t
  [@@since "3.7.1"] [@@until "3.9"]

  val write :
    ?src:ipaddr ->
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    Cstruct.t ->
    (unit, error) result Lwt.t
  [@@since "3.10"]
end
[@@since "3.5"] [@@until "3.10.7"]

module type TCPV4_DIRECT = Mirage_protocols_lwt.TCPV4 with type ipinput = direct_ipv4_input
[@@since "3.0"] [@@until "3.4"]

module type TCPV4_DIRECT = sig
  type error = private [> Mirage_protocols.Tcp.error ]
  type write_error = private [> Mirage_protocols.Tcp.write_error ]
  type buffer = Cstruct.t [@@until "3.7.0"]
  type ipaddr = Ipaddr.V4.t
  type ipinput = direct_ipv4_input
  type flow
  type 'a io = 'a Lwt.t [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
  val read : flow -> (buffer Mirage_flow.or_eof, error) result io [@@until "3.7.0"]
  val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t [@@since "3.7.1"]
  val write : flow -> buffer -> (unit, write_error) result io [@@until "3.7.0"]
  val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val writev : flow -> buffer list -> (unit, write_error) result io [@@until "3.7.0"]
  val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val close : flow -> unit io [@@until "3.7.0"]
  val close : flow -> unit Lwt.t [@@since "3.7.1"]
  val dst : flow -> ipaddr * int
  val write_nodelay : flow -> buffer -> (unit, write_error) result io [@@until "3.7.0"]
  val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val writev_nodelay : flow -> buffer list -> (unit, write_error) result io [@@until "3.7.0"]
  val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t [@@since "3.7.1"]

  val create_connection :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result io
  [@@until "3.7.0"]

  val create_connection :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t
  [@@since "3.7.1"]

  type listener = { process : flow -> unit io; keepalive : Mirage_protocols.Keepalive.t option }
  [@@until "3.7.0"]

  type listener = { process : flow -> unit Lwt.t; keepalive : Mirage_protocols.Keepalive.t option }
  [@@since "3.7.1"]

  val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"]
end
[@@since "3.5"] [@@until "3.10.7"]

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
    (Random : Mirage_random.S [@until "3.4"])
    (Random : Mirage_random.C [@since "3.5"] [@until "3.7.0"])
    (Netif : Mirage_net_lwt.S [@until "3.7.0"])
    (Ethif : Mirage_protocols_lwt.ETHIF with type netif = Netif.t [@until "3.4"])
    (Ethernet : Mirage_protocols_lwt.ETHERNET [@since "3.5"] [@until "3.7.0"])
    (Arpv4 : Mirage_protocols_lwt.ARP [@until "3.7.0"])
    (Ipv4 : Mirage_protocols_lwt.IPV4 with type ethif = Ethif.t [@until "3.4"])
    (Ipv4 : Mirage_protocols_lwt.IPV4 [@since "3.5"] [@until "3.7.0"])
    (Icmpv4 : Mirage_protocols_lwt.ICMPV4 [@until "3.7.0"])
    (Udpv4 : UDPV4_DIRECT with type ip = Ipv4.t [@until "3.4"])
    (Tcpv4 : TCPV4_DIRECT with type ip = Ipv4.t [@until "3.4"])
    (Random : Mirage_random.S [@since "3.7.1"])
    (Netif : Mirage_net.S [@since "3.7.1"])
    (Ethernet : Mirage_protocols.ETHERNET [@since "3.7.1"] [@until "3.10.7"])
    (Arpv4 : Mirage_protocols.ARP [@since "3.7.1"] [@until "3.10.7"])
    (Ipv4 : Mirage_protocols.IP with type ipaddr = Ipaddr.V4.t [@since "3.7.1"] [@until "3.10.7"])
    (Icmpv4 : Mirage_protocols.ICMPV4 with type ipaddr = Ipaddr.V4.t [@since "3.7.1"] [@until "3.10.7"])
    (Udpv4 : UDPV4_DIRECT [@since "3.5"] [@until "3.10.7"])
    (Tcpv4 : TCPV4_DIRECT [@since "3.5"] [@until "3.10.7"])
    (Ethernet_ : Ethernet.S [@since "3.10.8"])
    (Arpv4 : Arp.S [@since "3.10.8"])
    (Ipv4 : Tcpip.Ip.S with type ipaddr = Ipaddr.V4.t [@since "3.10.8"])
    (Icmpv4_ : Icmpv4.S [@since "3.10.8"])
    (Udpv4 : Tcpip.Udp.S with type ipaddr = Ipaddr.V4.t [@since "3.10.8"])
    (Tcpv4 : Tcpip.Tcp.S with type ipaddr = Ipaddr.V4.t [@since "3.10.8"])
    : sig
  type netif = Netif.t [@@until "3.4"]
  type 'a config = 'a Mirage_stack_lwt.stackv4_config [@@until "3.4"]
  type ipv4addr = Ipaddr.V4.t [@@until "3.7.0"]
  type buffer = Cstruct.t [@@until "3.7.0"]
  type udpv4 = Udpv4.t [@@until "3.7.0"]
  type tcpv4 = Tcpv4.t [@@until "3.7.0"]
  type ipv4 = Ipv4.t [@@until "3.7.0"]
  type 'a io = 'a Lwt.t [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  module UDPV4 : sig
    type error = Udpv4.error

    val pp_error : error Fmt.t

    type buffer = Cstruct.t [@@until "3.7.0"]
    type ip = Ipv4.t [@@until "3.4"]
    type ipaddr = Ipaddr.V4.t
    type ipinput = direct_ipv4_input [@@until "3.10.7"]
    type 'a io = 'a Lwt.t [@@until "3.7.0"]
    type t = Udpv4.t

    val disconnect : t -> unit io [@@until "3.7.0"]
    val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

    type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io [@@until "3.7.0"]

    type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t
    [@@since "3.7.1"]

    val listen : t -> port:int -> callback -> unit [@@since "3.10.8"]
    val unlisten : t -> port:int -> unit [@@since "3.10.8"]

    val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"] [@@until "3.10.7"]
    val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.10.8"]
    val write :
      ?src_port:int -> dst:ipaddr -> dst_port:int -> t -> buffer -> (unit, error) result io
    [@@until "3.4"]

    val write :
      ?src_port:int ->
      ?ttl:int ->
      dst:ipaddr ->
      dst_port:int ->
      t ->
      buffer ->
      (unit, error) result io
    [@@since "3.5"] [@@until "3.7.0"]

    val write :
      ?src_port:int ->
      ?ttl:int ->
      dst:ipaddr ->
      dst_port:int ->
      t ->
      Cstruct.t ->
      (unit, error) result Lwt.t
    [@@since "3.7.1"] [@@until "3.9"]

    val write :
      ?src:ipaddr ->
      ?src_port:int ->
      ?ttl:int ->
      dst:ipaddr ->
      dst_port:int ->
      t ->
      Cstruct.t ->
      (unit, error) result Lwt.t
    [@@since "3.10"]
  end

  module TCPV4 : sig
    type error = Tcpv4.error
    type write_error = Tcpv4.write_error
    type buffer = Cstruct.t [@@until "3.7.0"]
    type ip = Ipv4.t [@@until "3.4"]
    type ipaddr = Ipaddr.V4.t
    type ipinput = direct_ipv4_input [@@until "3.10.7"]
    type flow = Tcpv4.flow
    type 'a io = 'a Lwt.t [@@until "3.7.0"]
    type t = Tcpv4.t

    val disconnect : t -> unit io [@@until "3.7.0"]
    val disconnect : t -> unit Lwt.t [@@since "3.7.1"]
    val pp_error : error Fmt.t
    val pp_write_error : write_error Fmt.t
    val read : flow -> (buffer Mirage_flow.or_eof, error) result io [@@until "3.7.0"]
    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t [@@since "3.7.1"]
    val write : flow -> buffer -> (unit, write_error) result io [@@until "3.7.0"]
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
    val writev : flow -> buffer list -> (unit, write_error) result io [@@until "3.7.0"]
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
    val close : flow -> unit io [@@until "3.7.0"]
    val close : flow -> unit Lwt.t [@@since "3.7.1"]

    type callback = flow -> unit io [@@until "3.4"]

    val dst : flow -> ipaddr * int
    val write_nodelay : flow -> buffer -> (unit, write_error) result io [@@until "3.7.0"]
    val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
    val writev_nodelay : flow -> buffer list -> (unit, write_error) result io [@@until "3.7.0"]

    val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    [@@since "3.7.1"]

    val create_connection : t -> ipaddr * int -> (flow, error) result io [@@until "3.4"]

    val create_connection :
      ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result io
    [@@since "3.5"] [@@until "3.7.0"]

    val create_connection :
      ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t
    [@@since "3.7.1"] [@@until "3.10.7"]

    val create_connection :
      ?keepalive:Tcpip.Tcp.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t
    [@@since "3.10.8"]

    val listen : t -> port:int -> ?keepalive:Tcpip.Tcp.Keepalive.t -> (flow -> unit Lwt.t) -> unit
    [@@since "3.10.8"]

    val unlisten : t -> port:int -> unit [@@since "3.10.8"]

    type listener = Tcpv4.listener = {
      process : flow -> unit io;
      keepalive : Mirage_protocols.Keepalive.t option;
    }
    [@@since "3.5"] [@@until "3.7.0"]

    type listener = Tcpv4.listener = {
      process : flow -> unit Lwt.t;
      keepalive : Mirage_protocols.Keepalive.t option;
    }
    [@@since "3.7.1"] [@@until "3.10.7"]

    val input : t -> listeners:(int -> callback option) -> ipinput [@@port "input-listeners"] [@@until "3.4"]

    val input : t -> listeners:(int -> listener option) -> ipinput
    [@@port "input-listeners"]
    [@@since "3.5"] [@@until "3.10.7"]

    val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.10.8"]
  end

  module IPV4 : sig
    type error = Ipv4.error

    val pp_error : error Fmt.t

    type buffer = Cstruct.t [@@until "3.7.0"]
    type ethif = Ethif.t [@@until "3.4"]
    type ipaddr = Ipaddr.V4.t

    val pp_ipaddr : ipaddr Fmt.t [@@since "3.5"]

    type prefix = Ipaddr.V4.Prefix.t [@@until "3.4"]
    type 'a io = 'a Lwt.t [@@until "3.7.0"]
    type t = Ipv4.t

    val disconnect : t -> unit io [@@until "3.7.0"]
    val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

    type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io [@@until "3.7.0"]
    type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.7.1"]

    val input :
      t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> buffer -> unit io
    [@@until "3.7.0"]

    val input :
      t ->
      tcp:callback ->
      udp:callback ->
      default:(proto:int -> callback) ->
      Cstruct.t ->
      unit Lwt.t
    [@@since "3.7.1"]

    val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
    [@@until "3.4"]
    val write : t -> buffer -> buffer -> (unit, error) result io [@@until "3.4"]

    val write :
      t ->
      ?fragment:bool ->
      ?ttl:int ->
      ?src:ipaddr ->
      ipaddr ->
      Mirage_protocols.Ip.proto ->
      ?size:int ->
      (buffer -> int) ->
      buffer list ->
      (unit, error) result io
    [@@since "3.5"] [@@until "3.7.0"]

    val write :
      t ->
      ?fragment:bool ->
      ?ttl:int ->
      ?src:ipaddr ->
      ipaddr ->
      Mirage_protocols.Ip.proto ->
      ?size:int ->
      (Cstruct.t -> int) ->
      Cstruct.t list ->
      (unit, error) result Lwt.t
    [@@since "3.7.1"] [@@until "3.10.7"]

    val write :
      t ->
      ?fragment:bool ->
      ?ttl:int ->
      ?src:ipaddr ->
      ipaddr ->
      Tcpip.Ip.proto ->
      ?size:int ->
      (Cstruct.t -> int) ->
      Cstruct.t list ->
      (unit, error) result Lwt.t
    [@@since "3.10.8"]

    val writev : t -> buffer -> buffer list -> (unit, error) result io [@@until "3.4"]
    val checksum : buffer -> buffer list -> int [@@until "3.4"]
    val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer [@@until "3.4"]

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> buffer
    [@@since "3.5"] [@@until "3.7.0"]

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> Cstruct.t
    [@@since "3.7.1"] [@@until "3.10.7"]

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> int -> Cstruct.t
    [@@since "3.10.8"]

    val src : t -> dst:ipaddr -> ipaddr
    val set_ip : t -> ipaddr -> unit io [@@until "3.4"]
    val get_ip : t -> ipaddr list
    val mtu : t -> int [@@since "3.5"] [@@until "3.9"]
    val mtu : t -> dst:ipaddr -> int [@@since "3.10"]

    type uipaddr = Ipaddr.t [@@until "3.4"]

    val to_uipaddr : ipaddr -> uipaddr [@@until "3.4"]
    val of_uipaddr : uipaddr -> ipaddr option [@@until "3.4"]
  end

  val udpv4 : t -> udpv4 [@@until "3.7.0"]
  val udpv4 : t -> UDPV4.t [@@since "3.7.1"]
  val tcpv4 : t -> tcpv4 [@@until "3.7.0"]
  val tcpv4 : t -> TCPV4.t [@@since "3.7.1"]
  val ipv4 : t -> ipv4 [@@until "3.7.0"]
  val ipv4 : t -> IPV4.t [@@since "3.7.1"]
  val listen_udpv4 : t -> port:int -> UDPV4.callback -> unit
  val listen_tcpv4 : t -> port:int -> TCPV4.callback -> unit [@@until "3.4"]

  val listen_tcpv4 :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> port:int -> (TCPV4.flow -> unit io) -> unit
  [@@since "3.5"] [@@until "3.7.0"]

  val listen_tcpv4 :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> port:int -> (TCPV4.flow -> unit Lwt.t) -> unit
  [@@since "3.7.1"] [@@until "3.10.7"]

  val listen_tcpv4 :
    ?keepalive:Tcpip.Tcp.Keepalive.t -> t -> port:int -> (TCPV4.flow -> unit Lwt.t) -> unit
  [@@since "3.10.8"]

  val listen : t -> unit io [@@until "3.7.0"]
  val listen : t -> unit Lwt.t [@@since "3.7.1"]
  val connect :
    netif Mirage_stack_lwt.stackv4_config ->
    Ethif.t ->
    Arpv4.t ->
    Ipv4.t ->
    Icmpv4.t ->
    Udpv4.t ->
    Tcpv4.t ->
    t Lwt.t
  [@@until "3.4"]

  val connect :
    Netif.t -> Ethernet.t -> Arpv4.t -> Ipv4.t -> Icmpv4.t -> Udpv4.t -> Tcpv4.t -> t Lwt.t
  [@@since "3.5"] [@@until "3.10.7"]

  val connect :
    Netif.t -> Ethernet_.t -> Arpv4.t -> Ipv4.t -> Icmpv4_.t -> Udpv4.t -> Tcpv4.t -> t Lwt.t
  [@@since "3.10.8"]
end
[@@port "stack-direct-removed"]
[@@since "3.0"] [@@until "4.3.4"]

type direct_ipv6_input = src:Ipaddr.V6.t -> dst:Ipaddr.V6.t -> Cstruct.t -> unit Lwt.t
[@@since "3.10"] [@@until "3.10.7"]

module type UDPV6_DIRECT = sig
  type error

  val pp_error : error Fmt.t

  type ipaddr = Ipaddr.V6.t
  type ipinput = direct_ipv6_input
  type t

  val disconnect : t -> unit Lwt.t

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t

  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"]

  val write :
    ?src:ipaddr ->
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    Cstruct.t ->
    (unit, error) result Lwt.t
end
[@@since "3.10"] [@@until "3.10.7"]

module type TCPV6_DIRECT = sig
  type error = private [> Mirage_protocols.Tcp.error ]
  type write_error = private [> Mirage_protocols.Tcp.write_error ]
  type ipaddr = Ipaddr.V6.t
  type ipinput = direct_ipv6_input
  type flow
  type t

  val disconnect : t -> unit Lwt.t
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
  val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
  val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
  val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
  val close : flow -> unit Lwt.t
  val dst : flow -> ipaddr * int
  val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
  val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t

  val create_connection :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t

  type listener = { process : flow -> unit Lwt.t; keepalive : Mirage_protocols.Keepalive.t option }

  val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"]
end
[@@since "3.10"] [@@until "3.10.7"]

module MakeV6
    (Time : Mirage_time.S)
    (Random : Mirage_random.S)
    (Netif : Mirage_net.S)
    (Ethernet : Mirage_protocols.ETHERNET [@until "3.10.7"])
    (Ipv6 : Mirage_protocols.IP with type ipaddr = Ipaddr.V6.t [@until "3.10.7"])
    (Udpv6 : UDPV6_DIRECT [@until "3.10.7"])
    (Tcpv6 : TCPV6_DIRECT [@until "3.10.7"])
    (Ethernet_ : Ethernet.S [@since "3.10.8"])
    (Ipv6 : Tcpip.Ip.S with type ipaddr = Ipaddr.V6.t [@since "3.10.8"])
    (Udpv6 : Tcpip.Udp.S with type ipaddr = Ipaddr.V6.t [@since "3.10.8"])
    (Tcpv6 : Tcpip.Tcp.S with type ipaddr = Ipaddr.V6.t [@since "3.10.8"])
    : sig
  type t

  val disconnect : t -> unit Lwt.t

  module UDP : sig
    type error = Udpv6.error

    val pp_error : error Fmt.t

    type ipaddr = Ipaddr.V6.t
    type ipinput = direct_ipv6_input [@@until "3.10.7"]
    type t = Udpv6.t

    val disconnect : t -> unit Lwt.t

    type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t

    val listen : t -> port:int -> callback -> unit [@@since "3.10.8"]
    val unlisten : t -> port:int -> unit [@@since "3.10.8"]
    val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"] [@@until "3.10.7"]
    val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.10.8"]

    val write :
      ?src:ipaddr ->
      ?src_port:int ->
      ?ttl:int ->
      dst:ipaddr ->
      dst_port:int ->
      t ->
      Cstruct.t ->
      (unit, error) result Lwt.t
  end

  module TCP : sig
    type error = Tcpv6.error
    type write_error = Tcpv6.write_error
    type ipaddr = Ipaddr.V6.t
    type ipinput = direct_ipv6_input [@@until "3.10.7"]
    type flow = Tcpv6.flow
    type t = Tcpv6.t

    val disconnect : t -> unit Lwt.t
    val pp_error : error Fmt.t
    val pp_write_error : write_error Fmt.t
    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val close : flow -> unit Lwt.t
    val dst : flow -> ipaddr * int
    val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t

    val create_connection :
      ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t
    [@@until "3.10.7"]

    val create_connection :
      ?keepalive:Tcpip.Tcp.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t
    [@@since "3.10.8"]

    val listen : t -> port:int -> ?keepalive:Tcpip.Tcp.Keepalive.t -> (flow -> unit Lwt.t) -> unit
    [@@since "3.10.8"]

    val unlisten : t -> port:int -> unit [@@since "3.10.8"]

    type listener = Tcpv6.listener = {
      process : flow -> unit Lwt.t;
      keepalive : Mirage_protocols.Keepalive.t option;
    }
    [@@until "3.10.7"]

    val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"] [@@until "3.10.7"]
    val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.10.8"]
  end

  module IP : sig
    type error = Ipv6.error

    val pp_error : error Fmt.t

    type ipaddr = Ipaddr.V6.t

    val pp_ipaddr : ipaddr Fmt.t

    type t = Ipv6.t

    val disconnect : t -> unit Lwt.t

    type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t

    val input :
      t ->
      tcp:callback ->
      udp:callback ->
      default:(proto:int -> callback) ->
      Cstruct.t ->
      unit Lwt.t

    val write :
      t ->
      ?fragment:bool ->
      ?ttl:int ->
      ?src:ipaddr ->
      ipaddr ->
      Mirage_protocols.Ip.proto ->
      ?size:int ->
      (Cstruct.t -> int) ->
      Cstruct.t list ->
      (unit, error) result Lwt.t
    [@@until "3.10.7"]

    val write :
      t ->
      ?fragment:bool ->
      ?ttl:int ->
      ?src:ipaddr ->
      ipaddr ->
      Tcpip.Ip.proto ->
      ?size:int ->
      (Cstruct.t -> int) ->
      Cstruct.t list ->
      (unit, error) result Lwt.t
    [@@since "3.10.8"]

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> Cstruct.t
    [@@until "3.10.7"]

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> int -> Cstruct.t
    [@@since "3.10.8"]

    val src : t -> dst:ipaddr -> ipaddr
    val get_ip : t -> ipaddr list
    val mtu : t -> dst:ipaddr -> int
  end

  val udp : t -> UDP.t
  val tcp : t -> TCP.t
  val ip : t -> IP.t
  val listen_udp : t -> port:int -> UDP.callback -> unit

  val listen_tcp :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> port:int -> (TCP.flow -> unit Lwt.t) -> unit
  [@@until "3.10.7"]

  val listen_tcp :
    ?keepalive:Tcpip.Tcp.Keepalive.t -> t -> port:int -> (TCP.flow -> unit Lwt.t) -> unit
  [@@since "3.10.8"]

  val listen : t -> unit Lwt.t
  val connect : Netif.t -> Ethernet.t -> Ipv6.t -> Udpv6.t -> Tcpv6.t -> t Lwt.t [@@until "3.10.7"]
  val connect : Netif.t -> Ethernet_.t -> Ipv6.t -> Udpv6.t -> Tcpv6.t -> t Lwt.t [@@since "3.10.8"]
end
[@@port "stack-direct-removed"]
[@@since "3.10"] [@@until "4.3.4"]

type direct_ipv4v6_input = src:Ipaddr.t -> dst:Ipaddr.t -> Cstruct.t -> unit Lwt.t
[@@since "3.10"] [@@until "3.10.7"]

module type UDPV4V6_DIRECT = sig
  type error

  val pp_error : error Fmt.t

  type ipaddr = Ipaddr.t
  type ipinput = direct_ipv4v6_input
  type t

  val disconnect : t -> unit Lwt.t

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t

  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"]

  val write :
    ?src:ipaddr ->
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    Cstruct.t ->
    (unit, error) result Lwt.t
end
[@@since "3.10"] [@@until "3.10.7"]

module type TCPV4V6_DIRECT = sig
  type error = private [> Mirage_protocols.Tcp.error ]
  type write_error = private [> Mirage_protocols.Tcp.write_error ]
  type ipaddr = Ipaddr.t
  type ipinput = direct_ipv4v6_input
  type flow
  type t

  val disconnect : t -> unit Lwt.t
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
  val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
  val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
  val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
  val close : flow -> unit Lwt.t
  val dst : flow -> ipaddr * int
  val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
  val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t

  val create_connection :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t

  type listener = { process : flow -> unit Lwt.t; keepalive : Mirage_protocols.Keepalive.t option }

  val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"]
end
[@@since "3.10"] [@@until "3.10.7"]

module IPV4V6
    (Ipv4 : Mirage_protocols.IPV4 [@until "3.10.7"])
    (Ipv6 : Mirage_protocols.IPV6 [@until "3.10.7"])
    (Ipv4 : Tcpip.Ip.S with type ipaddr = Ipaddr.V4.t [@since "3.10.8"] [@until "4.5"])
    (Ipv6 : Tcpip.Ip.S with type ipaddr = Ipaddr.V6.t [@since "3.10.8"] [@until "4.5"])
    (Ipv4 : Tcpip.Ip.S with type ipaddr = Ipaddr.V4.t and type prefix = Ipaddr.V4.Prefix.t [@since "4.6"])
    (Ipv6 : Tcpip.Ip.S with type ipaddr = Ipaddr.V6.t and type prefix = Ipaddr.V6.Prefix.t [@since "4.6"])
    : sig
  type error = private [> Mirage_protocols.Ip.error ] [@@until "3.10.7"]
  type nonrec error = private [> Tcpip.Ip.error ] [@@since "3.10.8"]

  val pp_error : error Fmt.t

  type ipaddr = Ipaddr.t

  val pp_ipaddr : ipaddr Fmt.t

  type prefix = Ipaddr.Prefix.t [@@since "4.6"]

  val pp_prefix : prefix Fmt.t [@@since "4.6"]

  type t

  val disconnect : t -> unit Lwt.t

  type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> Cstruct.t -> unit Lwt.t

  val write :
    t ->
    ?fragment:bool ->
    ?ttl:int ->
    ?src:ipaddr ->
    ipaddr ->
    Mirage_protocols.Ip.proto ->
    ?size:int ->
    (Cstruct.t -> int) ->
    Cstruct.t list ->
    (unit, error) result Lwt.t
  [@@until "3.10.7"]

  val write :
    t ->
    ?fragment:bool ->
    ?ttl:int ->
    ?src:ipaddr ->
    ipaddr ->
    Tcpip.Ip.proto ->
    ?size:int ->
    (Cstruct.t -> int) ->
    Cstruct.t list ->
    (unit, error) result Lwt.t
  [@@since "3.10.8"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> Cstruct.t
  [@@until "3.10.7"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> int -> Cstruct.t
  [@@since "3.10.8"]

  val src : t -> dst:ipaddr -> ipaddr
  val get_ip : t -> ipaddr list
  val configured_ips : t -> prefix list [@@since "4.6"]
  val mtu : t -> dst:ipaddr -> int
  val connect : ipv4_only:bool -> ipv6_only:bool -> Ipv4.t -> Ipv6.t -> t Lwt.t
end
[@@since "3.10"]

module MakeV4V6
    (Time : Mirage_time.S [@until "4.8"])
    (Random : Mirage_random.S [@until "4.6"])
    (Random : Mirage_crypto_rng_mirage.S [@since "4.7"] [@until "4.8"])
    (Netif : Mirage_net.S)
    (Ethernet : Mirage_protocols.ETHERNET [@until "3.10.7"])
    (Arpv4 : Mirage_protocols.ARP [@until "3.10.7"])
    (Ip : Mirage_protocols.IP with type ipaddr = Ipaddr.t [@until "3.10.7"])
    (Icmpv4 : Mirage_protocols.ICMPV4 with type ipaddr = Ipaddr.V4.t [@until "3.10.7"])
    (Udp : UDPV4V6_DIRECT [@until "3.10.7"])
    (Tcp : TCPV4V6_DIRECT [@until "3.10.7"])
    (Ethernet_ : Ethernet.S [@since "3.10.8"])
    (Arpv4 : Arp.S [@since "3.10.8"])
    (Ip : Tcpip.Ip.S with type ipaddr = Ipaddr.t [@since "3.10.8"] [@until "4.5"])
    (Ip : Tcpip.Ip.S with type ipaddr = Ipaddr.t and type prefix = Ipaddr.Prefix.t [@since "4.6"])
    (Icmpv4_ : Icmpv4.S [@since "3.10.8"])
    (Udp : Tcpip.Udp.S with type ipaddr = Ipaddr.t [@since "3.10.8"])
    (Tcp : Tcpip.Tcp.S with type ipaddr = Ipaddr.t [@since "3.10.8"])
    : sig
  type t

  val disconnect : t -> unit Lwt.t

  module UDP : sig
    type error = Udp.error

    val pp_error : error Fmt.t

    type ipaddr = Ipaddr.t
    type ipinput = direct_ipv4v6_input [@@until "3.10.7"]
    type t = Udp.t

    val disconnect : t -> unit Lwt.t

    type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t

    val listen : t -> port:int -> callback -> unit [@@since "3.10.8"]
    val unlisten : t -> port:int -> unit [@@since "3.10.8"]
    val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"] [@@until "3.10.7"]
    val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.10.8"]

    val write :
      ?src:ipaddr ->
      ?src_port:int ->
      ?ttl:int ->
      dst:ipaddr ->
      dst_port:int ->
      t ->
      Cstruct.t ->
      (unit, error) result Lwt.t
  end

  module TCP : sig
    type error = Tcp.error
    type write_error = Tcp.write_error
    type ipaddr = Ipaddr.t
    type ipinput = direct_ipv4v6_input [@@until "3.10.7"]
    type flow = Tcp.flow
    type t = Tcp.t

    val disconnect : t -> unit Lwt.t
    val pp_error : error Fmt.t
    val pp_write_error : write_error Fmt.t
    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.3.5"]
    val close : flow -> unit Lwt.t
    val dst : flow -> ipaddr * int
    val src : flow -> ipaddr * int [@@since "4.6"]
    val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t

    val create_connection :
      ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t
    [@@until "3.10.7"]

    val create_connection :
      ?keepalive:Tcpip.Tcp.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t
    [@@since "3.10.8"]

    val listen : t -> port:int -> ?keepalive:Tcpip.Tcp.Keepalive.t -> (flow -> unit Lwt.t) -> unit
    [@@since "3.10.8"]

    val unlisten : t -> port:int -> unit [@@since "3.10.8"]

    type listener = Tcp.listener = {
      process : flow -> unit Lwt.t;
      keepalive : Mirage_protocols.Keepalive.t option;
    }
    [@@until "3.10.7"]

    val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"] [@@until "3.10.7"]
    val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.10.8"]
  end

  module IP : sig
    type error = Ip.error

    val pp_error : error Fmt.t

    type ipaddr = Ipaddr.t

    val pp_ipaddr : ipaddr Fmt.t

    type prefix = Ipaddr.Prefix.t [@@since "4.6"]

    val pp_prefix : prefix Fmt.t [@@since "4.6"]

    type t = Ip.t

    val disconnect : t -> unit Lwt.t

    type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t

    val input :
      t ->
      tcp:callback ->
      udp:callback ->
      default:(proto:int -> callback) ->
      Cstruct.t ->
      unit Lwt.t

    val write :
      t ->
      ?fragment:bool ->
      ?ttl:int ->
      ?src:ipaddr ->
      ipaddr ->
      Mirage_protocols.Ip.proto ->
      ?size:int ->
      (Cstruct.t -> int) ->
      Cstruct.t list ->
      (unit, error) result Lwt.t
    [@@until "3.10.7"]

    val write :
      t ->
      ?fragment:bool ->
      ?ttl:int ->
      ?src:ipaddr ->
      ipaddr ->
      Tcpip.Ip.proto ->
      ?size:int ->
      (Cstruct.t -> int) ->
      Cstruct.t list ->
      (unit, error) result Lwt.t
    [@@since "3.10.8"]

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> Cstruct.t
    [@@until "3.10.7"]

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> int -> Cstruct.t
    [@@since "3.10.8"]

    val src : t -> dst:ipaddr -> ipaddr
    val get_ip : t -> ipaddr list
    val configured_ips : t -> prefix list [@@since "4.6"]
    val mtu : t -> dst:ipaddr -> int
  end

  val udp : t -> UDP.t
  val tcp : t -> TCP.t
  val ip : t -> IP.t
  val listen_udp : t -> port:int -> UDP.callback -> unit [@@until "4.3.4"]

  val listen_tcp :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> port:int -> (TCP.flow -> unit Lwt.t) -> unit
  [@@until "3.10.7"]

  val listen_tcp :
    ?keepalive:Tcpip.Tcp.Keepalive.t -> t -> port:int -> (TCP.flow -> unit Lwt.t) -> unit
  [@@since "3.10.8"] [@@until "4.3.4"]

  val listen : t -> unit Lwt.t

  val connect : Netif.t -> Ethernet.t -> Arpv4.t -> Ip.t -> Icmpv4.t -> Udp.t -> Tcp.t -> t Lwt.t
  [@@until "3.10.7"]

  val connect : Netif.t -> Ethernet_.t -> Arpv4.t -> Ip.t -> Icmpv4_.t -> Udp.t -> Tcp.t -> t Lwt.t
  [@@since "3.10.8"]
end
[@@port "functor-parameters"]
[@@since "3.10"]

module TCPV4V6 (S : Tcpip.Stack.V4V6) : sig
  type nonrec error = private [> Tcpip.Tcp.error ]
  type nonrec write_error = private [> Tcpip.Tcp.write_error ]
  type ipaddr = Ipaddr.t
  type flow = S.TCP.flow
  type t = S.TCP.t

  val disconnect : t -> unit Lwt.t
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
  val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
  val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
  val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
  val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.3.5"]
  val close : flow -> unit Lwt.t
  val dst : flow -> ipaddr * int
  val src : flow -> ipaddr * int [@@since "4.6"]
  val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
  val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t

  val create_connection :
    ?keepalive:Tcpip.Tcp.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t

  val listen : t -> port:int -> ?keepalive:Tcpip.Tcp.Keepalive.t -> (flow -> unit Lwt.t) -> unit
  val unlisten : t -> port:int -> unit
  val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t
  val connect : S.t -> t Lwt.t
end
[@@since "3.10.8"]
