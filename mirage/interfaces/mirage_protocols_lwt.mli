(** Layers of the network, with Lwt (mirage-protocols 1.0.0 to 3.1.0). *)

[@@@since "3.0"]

[@@@until "3.10.7"]

[@@@complete]

module type ETHERNET = sig
  type error = private [> Mirage_protocols.Ethernet.error ]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type macaddr = Macaddr.t
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  val write :
    t ->
    ?src:macaddr ->
    macaddr ->
    Mirage_protocols.Ethernet.proto ->
    ?size:int ->
    (buffer -> int) ->
    (unit, error) result io

  val mac : t -> macaddr
  val mtu : t -> int

  val input :
    arpv4:(buffer -> unit io) ->
    ipv4:(buffer -> unit io) ->
    ipv6:(buffer -> unit io) ->
    t ->
    buffer ->
    unit io
end
[@@since "3.5"] [@@until "3.7.0"]

module type ETHERNET = Mirage_protocols.ETHERNET [@@port "module-type-name"] [@@since "3.7.1"]

module type ETHIF = sig
  type error = private [> Mirage_protocols.Ethif.error ]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type netif
  type macaddr = Macaddr.t
  type 'a io = 'a Lwt.t [@@port "io-type"]
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
end
[@@port "module-type-name"]
[@@port.to Mirage_protocols_lwt.ETHERNET]
[@@until "3.4"]

module type ARP = sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  type ipaddr = Ipaddr.V4.t
  type buffer = Cstruct.t [@@port "buffer-type"]
  type macaddr = Macaddr.t
  type repr
  type error = private [> Mirage_protocols.Arp.error ]

  val pp_error : error Fmt.t
  val to_repr : t -> repr io
  val pp : repr Fmt.t
  val get_ips : t -> ipaddr list
  val set_ips : t -> ipaddr list -> unit io
  val remove_ip : t -> ipaddr -> unit io
  val add_ip : t -> ipaddr -> unit io
  val query : t -> ipaddr -> (macaddr, error) result io
  val input : t -> buffer -> unit io
end
[@@until "3.7.0"]

module type ARP = Mirage_protocols.ARP [@@port "module-type-name"] [@@since "3.7.1"]

module type IP = sig
  type error = private [> Mirage_protocols.Ip.error ]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type ethif [@@until "3.4"]
  type ipaddr

  val pp_ipaddr : ipaddr Fmt.t [@@since "3.5"]

  type prefix [@@until "3.4"]
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> buffer -> unit io
  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  [@@port "ip-allocate-frame"]
  [@@until "3.4"]
  val write : t -> buffer -> buffer -> (unit, error) result io [@@port "ip-write-call"] [@@until "3.4"]

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
  [@@since "3.5"]

  val writev : t -> buffer -> buffer list -> (unit, error) result io [@@port "ip-allocate-frame"] [@@until "3.4"]
  val checksum : buffer -> buffer list -> int [@@until "3.4"]
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer [@@until "3.4"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> buffer
  [@@since "3.5"]

  val src : t -> dst:ipaddr -> ipaddr
  val set_ip : t -> ipaddr -> unit io [@@until "3.4"]
  val get_ip : t -> ipaddr list
  val mtu : t -> int [@@since "3.5"]

  type uipaddr = Ipaddr.t [@@until "3.4"]

  val to_uipaddr : ipaddr -> uipaddr [@@until "3.4"]
  val of_uipaddr : uipaddr -> ipaddr option [@@until "3.4"]
end
[@@until "3.7.0"]

module type IP = Mirage_protocols.IP [@@port "module-type-name"] [@@since "3.7.1"]

module type IPV4 = sig
  type error = private [> Mirage_protocols.Ip.error ]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type ethif [@@until "3.4"]
  type ipaddr = Ipaddr.V4.t

  val pp_ipaddr : ipaddr Fmt.t [@@since "3.5"]

  type prefix = Ipaddr.V4.Prefix.t [@@until "3.4"]
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> buffer -> unit io
  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  [@@port "ip-allocate-frame"]
  [@@until "3.4"]
  val write : t -> buffer -> buffer -> (unit, error) result io [@@port "ip-write-call"] [@@until "3.4"]

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
  [@@since "3.5"]

  val writev : t -> buffer -> buffer list -> (unit, error) result io [@@port "ip-allocate-frame"] [@@until "3.4"]
  val checksum : buffer -> buffer list -> int [@@until "3.4"]
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer [@@until "3.4"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> buffer
  [@@since "3.5"]

  val src : t -> dst:ipaddr -> ipaddr
  val set_ip : t -> ipaddr -> unit io [@@until "3.4"]
  val get_ip : t -> ipaddr list
  val mtu : t -> int [@@since "3.5"]

  type uipaddr = Ipaddr.t [@@until "3.4"]

  val to_uipaddr : ipaddr -> uipaddr [@@until "3.4"]
  val of_uipaddr : uipaddr -> ipaddr option [@@until "3.4"]
end
[@@until "3.7.0"]

module type IPV4 = Mirage_protocols.IPV4 [@@port "module-type-name"] [@@since "3.7.1"]

module type IPV6 = sig
  type error = private [> Mirage_protocols.Ip.error ]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type ethif [@@until "3.4"]
  type ipaddr = Ipaddr.V6.t

  val pp_ipaddr : ipaddr Fmt.t [@@since "3.5"]

  type prefix = Ipaddr.V6.Prefix.t [@@until "3.4"]
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> buffer -> unit io
  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  [@@port "ip-allocate-frame"]
  [@@until "3.4"]
  val write : t -> buffer -> buffer -> (unit, error) result io [@@port "ip-write-call"] [@@until "3.4"]

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
  [@@since "3.5"]

  val writev : t -> buffer -> buffer list -> (unit, error) result io [@@port "ip-allocate-frame"] [@@until "3.4"]
  val checksum : buffer -> buffer list -> int [@@until "3.4"]
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer [@@until "3.4"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> buffer
  [@@since "3.5"]

  val src : t -> dst:ipaddr -> ipaddr
  val set_ip : t -> ipaddr -> unit io [@@until "3.4"]
  val get_ip : t -> ipaddr list
  val mtu : t -> int [@@since "3.5"]

  type uipaddr = Ipaddr.t [@@until "3.4"]

  val to_uipaddr : ipaddr -> uipaddr [@@until "3.4"]
  val of_uipaddr : uipaddr -> ipaddr option [@@until "3.4"]
end
[@@until "3.7.0"]

module type IPV6 = Mirage_protocols.IPV6 [@@port "module-type-name"] [@@since "3.7.1"]

module type ICMP = sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  type ipaddr
  type buffer = Cstruct.t [@@port "buffer-type"]
  type error

  val pp_error : error Fmt.t
  val input : t -> src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val write : t -> dst:ipaddr -> buffer -> (unit, error) result io [@@until "3.4"]
  val write : t -> dst:ipaddr -> ?ttl:int -> buffer -> (unit, error) result io [@@since "3.5"]
end
[@@until "3.7.0"]

module type ICMP = Mirage_protocols.ICMP [@@port "icmp-removed"] [@@since "3.7.1"]

module type ICMPV4 = sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  type ipaddr = Ipaddr.V4.t
  type buffer = Cstruct.t [@@port "buffer-type"]
  type error

  val pp_error : error Fmt.t
  val input : t -> src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val write : t -> dst:ipaddr -> buffer -> (unit, error) result io [@@until "3.4"]
  val write : t -> dst:ipaddr -> ?ttl:int -> buffer -> (unit, error) result io [@@since "3.5"]
end
[@@until "3.7.0"]

module type ICMPV4 = Mirage_protocols.ICMPV4 [@@port "module-type-name"] [@@since "3.7.1"]
module type ICMPV6 = Mirage_protocols.ICMPV6 [@@port "icmp-removed"] [@@since "3.7.1"]

module type UDP = sig
  type error

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type ip [@@until "3.4"]
  type ipaddr
  type ipinput
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io

  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"]
  val write : ?src_port:int -> dst:ipaddr -> dst_port:int -> t -> buffer -> (unit, error) result io
  [@@until "3.4"]

  val write :
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    buffer ->
    (unit, error) result io
  [@@since "3.5"]
end
[@@until "3.7.0"]

module type UDP = Mirage_protocols.UDP [@@port "module-type-name"] [@@since "3.7.1"]

module type UDPV4 = sig
  type error

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type ip [@@until "3.4"]
  type ipaddr = Ipaddr.V4.t
  type ipinput
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io

  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"]
  val write : ?src_port:int -> dst:ipaddr -> dst_port:int -> t -> buffer -> (unit, error) result io
  [@@until "3.4"]

  val write :
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    buffer ->
    (unit, error) result io
  [@@since "3.5"]
end
[@@until "3.7.0"]

module type UDPV4 = Mirage_protocols.UDPV4 [@@port "module-type-name"] [@@since "3.7.1"]

module type UDPV6 = sig
  type error

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type ip [@@until "3.4"]
  type ipaddr = Ipaddr.V6.t
  type ipinput
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io

  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"]
  val write : ?src_port:int -> dst:ipaddr -> dst_port:int -> t -> buffer -> (unit, error) result io
  [@@until "3.4"]

  val write :
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    buffer ->
    (unit, error) result io
  [@@since "3.5"]
end
[@@until "3.7.0"]

module type UDPV6 = Mirage_protocols.UDPV6 [@@port "module-type-name"] [@@since "3.7.1"]

module type TCP = sig
  type error = private [> Mirage_protocols.Tcp.error ]
  type write_error = private [> Mirage_protocols.Tcp.write_error ]
  type buffer = Cstruct.t [@@port "buffer-type"]
  type ip [@@until "3.4"]
  type ipaddr
  type ipinput
  type flow
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io [@@port "flow-close"]

  type callback = flow -> unit io [@@until "3.4"]

  val dst : flow -> ipaddr * int
  val write_nodelay : flow -> buffer -> (unit, write_error) result io
  val writev_nodelay : flow -> buffer list -> (unit, write_error) result io
  val create_connection : t -> ipaddr * int -> (flow, error) result io [@@until "3.4"]

  val create_connection :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result io
  [@@since "3.5"]

  type listener = { process : flow -> unit io; keepalive : Mirage_protocols.Keepalive.t option }
  [@@since "3.5"]

  val input : t -> listeners:(int -> callback option) -> ipinput [@@port "input-listeners"] [@@until "3.4"]
  val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"] [@@since "3.5"]
end
[@@until "3.7.0"]

module type TCP = Mirage_protocols.TCP [@@port "module-type-name"] [@@since "3.7.1"]

module type TCPV4 = sig
  type error = private [> Mirage_protocols.Tcp.error ]
  type write_error = private [> Mirage_protocols.Tcp.write_error ]
  type buffer = Cstruct.t [@@port "buffer-type"]
  type ip [@@until "3.4"]
  type ipaddr = Ipaddr.V4.t
  type ipinput
  type flow
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io [@@port "flow-close"]

  type callback = flow -> unit io [@@until "3.4"]

  val dst : flow -> ipaddr * int
  val write_nodelay : flow -> buffer -> (unit, write_error) result io
  val writev_nodelay : flow -> buffer list -> (unit, write_error) result io
  val create_connection : t -> ipaddr * int -> (flow, error) result io [@@until "3.4"]

  val create_connection :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result io
  [@@since "3.5"]

  type listener = { process : flow -> unit io; keepalive : Mirage_protocols.Keepalive.t option }
  [@@since "3.5"]

  val input : t -> listeners:(int -> callback option) -> ipinput [@@port "input-listeners"] [@@until "3.4"]
  val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"] [@@since "3.5"]
end
[@@until "3.7.0"]

module type TCPV4 = Mirage_protocols.TCPV4 [@@port "module-type-name"] [@@since "3.7.1"]

module type TCPV6 = sig
  type error = private [> Mirage_protocols.Tcp.error ]
  type write_error = private [> Mirage_protocols.Tcp.write_error ]
  type buffer = Cstruct.t [@@port "buffer-type"]
  type ip [@@until "3.4"]
  type ipaddr = Ipaddr.V6.t
  type ipinput
  type flow
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io [@@port "flow-close"]

  type callback = flow -> unit io [@@until "3.4"]

  val dst : flow -> ipaddr * int
  val write_nodelay : flow -> buffer -> (unit, write_error) result io
  val writev_nodelay : flow -> buffer list -> (unit, write_error) result io
  val create_connection : t -> ipaddr * int -> (flow, error) result io [@@until "3.4"]

  val create_connection :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result io
  [@@since "3.5"]

  type listener = { process : flow -> unit io; keepalive : Mirage_protocols.Keepalive.t option }
  [@@since "3.5"]

  val input : t -> listeners:(int -> callback option) -> ipinput [@@port "input-listeners"] [@@until "3.4"]
  val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"] [@@since "3.5"]
end
[@@until "3.7.0"]

module type TCPV6 = Mirage_protocols.TCPV6 [@@port "module-type-name"] [@@since "3.7.1"]

type ipv4_config = {
  address : Ipaddr.V4.t;
  network : Ipaddr.V4.Prefix.t;
  gateway : Ipaddr.V4.t option;
}
[@@until "3.7.0"]
type ipv6_config = {
  address : Ipaddr.V6.t list;
  netmasks : Ipaddr.V6.Prefix.t list;
  gateways : Ipaddr.V6.t list;
}
[@@until "3.7.0"]

module type DHCP_CLIENT = sig
  type t = ipv4_config Lwt_stream.t
end
[@@until "3.7.0"]
