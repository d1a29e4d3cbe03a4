(** Layers of the network (mirage-protocols 1.0.0 to 5.0.0). *)

[@@@since "3.0"]

[@@@until "3.10.7"]

[@@@complete]

module Ethernet : sig
  type error = [ `Exceeds_mtu ]

  val pp_error : error Fmt.t

  type proto = [ `ARP | `IPv4 | `IPv6 ]

  val pp_proto : proto Fmt.t
end
[@@since "3.5"]

module type ETHERNET = sig
  type error = private [> Ethernet.error ]

  val pp_error : error Fmt.t

  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type macaddr [@@until "3.7.0"]
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  val write :
    t ->
    ?src:macaddr ->
    macaddr ->
    Ethernet.proto ->
    ?size:int ->
    (buffer -> int) ->
    (unit, error) result io
  [@@until "3.7.0"]

  val write :
    t ->
    ?src:Macaddr.t ->
    Macaddr.t ->
    Ethernet.proto ->
    ?size:int ->
    (Cstruct.t -> int) ->
    (unit, error) result Lwt.t
  [@@since "3.7.1"]

  val mac : t -> macaddr [@@until "3.7.0"]
  val mac : t -> Macaddr.t [@@since "3.7.1"]
  val mtu : t -> int

  val input :
    arpv4:(buffer -> unit io) ->
    ipv4:(buffer -> unit io) ->
    ipv6:(buffer -> unit io) ->
    t ->
    buffer ->
    unit io
  [@@until "3.7.0"]

  val input :
    arpv4:(Cstruct.t -> unit Lwt.t) ->
    ipv4:(Cstruct.t -> unit Lwt.t) ->
    ipv6:(Cstruct.t -> unit Lwt.t) ->
    t ->
    Cstruct.t ->
    unit Lwt.t
  [@@since "3.7.1"]
end
[@@port "module-type-name"]
[@@port.to Ethernet.S]
[@@since "3.5"] [@@until "3.10.7"]

module Ethif : sig
  type error = Mirage_device.error

  val pp_error : error Fmt.t
end
[@@until "3.4"]

module type ETHIF = sig
  type error = private [> Ethif.error ]

  val pp_error : error Fmt.t

  type buffer
  type netif
  type macaddr
  type +'a io
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
[@@port.to Mirage_protocols.ETHERNET]
[@@until "3.4"]

module Ip : sig
  type error = [ `No_route of string ] [@@until "3.4"]
  type error = [ `No_route of string | `Would_fragment ] [@@since "3.5"]

  val pp_error : error Fmt.t

  type proto = [ `ICMP | `TCP | `UDP ] [@@since "3.5"]

  val pp_proto : proto Fmt.t [@@since "3.5"]
end

module type IP = sig
  type error = private [> Ip.error ]

  val pp_error : error Fmt.t

  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type ethif [@@until "3.4"]
  type ipaddr

  val pp_ipaddr : ipaddr Fmt.t [@@since "3.5"]

  type prefix [@@until "3.4"]
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io [@@until "3.7.0"]
  type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.7.1"]

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> buffer -> unit io
  [@@until "3.7.0"]

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> Cstruct.t -> unit Lwt.t
  [@@since "3.7.1"]

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
    Ip.proto ->
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
    Ip.proto ->
    ?size:int ->
    (Cstruct.t -> int) ->
    Cstruct.t list ->
    (unit, error) result Lwt.t
  [@@since "3.7.1"]

  val writev : t -> buffer -> buffer list -> (unit, error) result io [@@port "ip-allocate-frame"] [@@until "3.4"]
  val checksum : buffer -> buffer list -> int [@@until "3.4"]
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer [@@until "3.4"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Ip.proto -> int -> buffer
  [@@since "3.5"] [@@until "3.7.0"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Ip.proto -> int -> Cstruct.t [@@since "3.7.1"]
  val src : t -> dst:ipaddr -> ipaddr
  val set_ip : t -> ipaddr -> unit io [@@until "3.4"]
  val get_ip : t -> ipaddr list
  val mtu : t -> int [@@since "3.5"] [@@until "3.9"]
  val mtu : t -> dst:ipaddr -> int [@@since "3.10"]

  type uipaddr [@@until "3.4"]

  val to_uipaddr : ipaddr -> uipaddr [@@until "3.4"]
  val of_uipaddr : uipaddr -> ipaddr option [@@until "3.4"]
end
[@@port "module-type-name"]
[@@port.to Tcpip.Ip.S]
[@@until "3.10.7"]

module Arp : sig
  type error = [ `Timeout ]

  val pp_error : error Fmt.t
end

module type ARP = sig
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type ipaddr [@@until "3.7.0"]
  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type macaddr [@@until "3.7.0"]
  type repr [@@until "3.7.0"]
  type error = private [> Arp.error ]

  val pp_error : error Fmt.t
  val to_repr : t -> repr io [@@until "3.7.0"]
  val pp : repr Fmt.t [@@until "3.7.0"]
  val pp : t Fmt.t [@@since "3.7.1"]
  val get_ips : t -> ipaddr list [@@until "3.7.0"]
  val get_ips : t -> Ipaddr.V4.t list [@@since "3.7.1"]
  val set_ips : t -> ipaddr list -> unit io [@@until "3.7.0"]
  val set_ips : t -> Ipaddr.V4.t list -> unit Lwt.t [@@since "3.7.1"]
  val remove_ip : t -> ipaddr -> unit io [@@until "3.7.0"]
  val remove_ip : t -> Ipaddr.V4.t -> unit Lwt.t [@@since "3.7.1"]
  val add_ip : t -> ipaddr -> unit io [@@until "3.7.0"]
  val add_ip : t -> Ipaddr.V4.t -> unit Lwt.t [@@since "3.7.1"]
  val query : t -> ipaddr -> (macaddr, error) result io [@@until "3.7.0"]
  val query : t -> Ipaddr.V4.t -> (Macaddr.t, error) result Lwt.t [@@since "3.7.1"]
  val input : t -> buffer -> unit io [@@until "3.7.0"]
  val input : t -> Cstruct.t -> unit Lwt.t [@@since "3.7.1"]
end
[@@port "module-type-name"]
[@@port.to Arp.S]
[@@until "3.10.7"]

module type IPV4 = sig
  type error = private [> Ip.error ]

  val pp_error : error Fmt.t

  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type ethif [@@until "3.4"]
  type ipaddr [@@until "3.7.0"]
  type ipaddr = Ipaddr.V4.t [@@since "3.7.1"]

  val pp_ipaddr : ipaddr Fmt.t [@@since "3.5"]

  type prefix [@@until "3.4"]
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io [@@until "3.7.0"]
  type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.7.1"]

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> buffer -> unit io
  [@@until "3.7.0"]

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> Cstruct.t -> unit Lwt.t
  [@@since "3.7.1"]

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
    Ip.proto ->
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
    Ip.proto ->
    ?size:int ->
    (Cstruct.t -> int) ->
    Cstruct.t list ->
    (unit, error) result Lwt.t
  [@@since "3.7.1"]

  val writev : t -> buffer -> buffer list -> (unit, error) result io [@@port "ip-allocate-frame"] [@@until "3.4"]
  val checksum : buffer -> buffer list -> int [@@until "3.4"]
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer [@@until "3.4"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Ip.proto -> int -> buffer
  [@@since "3.5"] [@@until "3.7.0"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Ip.proto -> int -> Cstruct.t [@@since "3.7.1"]
  val src : t -> dst:ipaddr -> ipaddr
  val set_ip : t -> ipaddr -> unit io [@@until "3.4"]
  val get_ip : t -> ipaddr list
  val mtu : t -> int [@@since "3.5"] [@@until "3.9"]
  val mtu : t -> dst:ipaddr -> int [@@since "3.10"]

  type uipaddr [@@until "3.4"]

  val to_uipaddr : ipaddr -> uipaddr [@@until "3.4"]
  val of_uipaddr : uipaddr -> ipaddr option [@@until "3.4"]
end
[@@port "module-type-name"]
[@@port.to Tcpip.Ip.S]
[@@until "3.10.7"]

module type IPV6 = sig
  type error = private [> Ip.error ]

  val pp_error : error Fmt.t

  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type ethif [@@until "3.4"]
  type ipaddr [@@until "3.7.0"]
  type ipaddr = Ipaddr.V6.t [@@since "3.7.1"]

  val pp_ipaddr : ipaddr Fmt.t [@@since "3.5"]

  type prefix [@@until "3.4"]
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io [@@until "3.7.0"]
  type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.7.1"]

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> buffer -> unit io
  [@@until "3.7.0"]

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> Cstruct.t -> unit Lwt.t
  [@@since "3.7.1"]

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
    Ip.proto ->
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
    Ip.proto ->
    ?size:int ->
    (Cstruct.t -> int) ->
    Cstruct.t list ->
    (unit, error) result Lwt.t
  [@@since "3.7.1"]

  val writev : t -> buffer -> buffer list -> (unit, error) result io [@@port "ip-allocate-frame"] [@@until "3.4"]
  val checksum : buffer -> buffer list -> int [@@until "3.4"]
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer [@@until "3.4"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Ip.proto -> int -> buffer
  [@@since "3.5"] [@@until "3.7.0"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Ip.proto -> int -> Cstruct.t [@@since "3.7.1"]
  val src : t -> dst:ipaddr -> ipaddr
  val set_ip : t -> ipaddr -> unit io [@@until "3.4"]
  val get_ip : t -> ipaddr list
  val mtu : t -> int [@@since "3.5"] [@@until "3.9"]
  val mtu : t -> dst:ipaddr -> int [@@since "3.10"]

  type uipaddr [@@until "3.4"]

  val to_uipaddr : ipaddr -> uipaddr [@@until "3.4"]
  val of_uipaddr : uipaddr -> ipaddr option [@@until "3.4"]
end
[@@port "module-type-name"]
[@@port.to Tcpip.Ip.S]
[@@until "3.10.7"]

module type ICMP = sig
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type ipaddr
  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type error

  val pp_error : error Fmt.t
  val input : t -> src:ipaddr -> dst:ipaddr -> buffer -> unit io [@@until "3.7.0"]
  val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.7.1"]
  val write : t -> dst:ipaddr -> buffer -> (unit, error) result io [@@until "3.4"]

  val write : t -> dst:ipaddr -> ?ttl:int -> buffer -> (unit, error) result io
  [@@since "3.5"] [@@until "3.7.0"]

  val write : t -> dst:ipaddr -> ?ttl:int -> Cstruct.t -> (unit, error) result Lwt.t
  [@@since "3.7.1"] [@@until "3.9"]

  val write : t -> ?src:ipaddr -> dst:ipaddr -> ?ttl:int -> Cstruct.t -> (unit, error) result Lwt.t
  [@@since "3.10"]
end
[@@port "icmp-removed"]

module type ICMPV4 = sig
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type ipaddr [@@until "3.7.0"]
  type ipaddr = Ipaddr.V4.t [@@since "3.7.1"]
  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type error

  val pp_error : error Fmt.t
  val input : t -> src:ipaddr -> dst:ipaddr -> buffer -> unit io [@@until "3.7.0"]
  val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.7.1"]
  val write : t -> dst:ipaddr -> buffer -> (unit, error) result io [@@until "3.4"]

  val write : t -> dst:ipaddr -> ?ttl:int -> buffer -> (unit, error) result io
  [@@since "3.5"] [@@until "3.7.0"]

  val write : t -> dst:ipaddr -> ?ttl:int -> Cstruct.t -> (unit, error) result Lwt.t
  [@@since "3.7.1"] [@@until "3.9"]

  val write : t -> ?src:ipaddr -> dst:ipaddr -> ?ttl:int -> Cstruct.t -> (unit, error) result Lwt.t
  [@@since "3.10"]
end
[@@port "module-type-name"]
[@@port.to Icmpv4.S]
[@@until "3.10.7"]

module type ICMPV6 = sig
  type t

  val disconnect : t -> unit Lwt.t

  type ipaddr = Ipaddr.V6.t
  type error

  val pp_error : error Fmt.t
  val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t
  val write : t -> dst:ipaddr -> ?ttl:int -> Cstruct.t -> (unit, error) result Lwt.t [@@until "3.9"]

  val write : t -> ?src:ipaddr -> dst:ipaddr -> ?ttl:int -> Cstruct.t -> (unit, error) result Lwt.t
  [@@since "3.10"]
end
[@@port "icmp-removed"]
[@@since "3.7.1"]

module type UDP = sig
  type error

  val pp_error : error Fmt.t

  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type ip [@@until "3.4"]
  type ipaddr
  type ipinput
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io [@@until "3.7.0"]

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t
  [@@since "3.7.1"]

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
[@@port "module-type-name"]
[@@port.to Tcpip.Udp.S]
[@@until "3.10.7"]

module type UDPV4 = sig
  type error

  val pp_error : error Fmt.t

  type ipaddr = Ipaddr.V4.t
  type ipinput
  type t

  val disconnect : t -> unit Lwt.t

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t

  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"]

  val write :
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    Cstruct.t ->
    (unit, error) result Lwt.t
  [@@until "3.9"]

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
[@@port "module-type-name"]
[@@port.to Tcpip.Udp.S]
[@@since "3.7.1"] [@@until "3.10.7"]

module type UDPV6 = sig
  type error

  val pp_error : error Fmt.t

  type ipaddr = Ipaddr.V6.t
  type ipinput
  type t

  val disconnect : t -> unit Lwt.t

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t

  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"]

  val write :
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    Cstruct.t ->
    (unit, error) result Lwt.t
  [@@until "3.9"]

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
[@@port "module-type-name"]
[@@port.to Tcpip.Udp.S]
[@@since "3.7.1"] [@@until "3.10.7"]

module Tcp : sig
  type error = [ `Timeout | `Refused ]
  type write_error = [ error | Mirage_flow.write_error ] [@@until "3.4"]
  type write_error = [ `Closed | `Refused | `Timeout ] [@@since "3.5"]

  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
end

module Keepalive : sig
  type t = { after : Duration.t; interval : Duration.t; probes : int }
end
[@@since "3.5"]

module type TCP = sig
  type error = private [> Tcp.error ]
  type write_error = private [> Tcp.write_error ]
  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type ip [@@until "3.4"]
  type ipaddr
  type ipinput
  type flow
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
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
  val close : flow -> unit io [@@port "flow-close"] [@@until "3.7.0"]
  val close : flow -> unit Lwt.t [@@since "3.7.1"]

  type callback = flow -> unit io [@@until "3.4"]

  val dst : flow -> ipaddr * int
  val write_nodelay : flow -> buffer -> (unit, write_error) result io [@@until "3.7.0"]
  val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val writev_nodelay : flow -> buffer list -> (unit, write_error) result io [@@until "3.7.0"]
  val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val create_connection : t -> ipaddr * int -> (flow, error) result io [@@until "3.4"]

  val create_connection : ?keepalive:Keepalive.t -> t -> ipaddr * int -> (flow, error) result io
  [@@since "3.5"] [@@until "3.7.0"]

  val create_connection : ?keepalive:Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t
  [@@since "3.7.1"]

  type listener = { process : flow -> unit io; keepalive : Keepalive.t option }
  [@@since "3.5"] [@@until "3.7.0"]

  type listener = { process : flow -> unit Lwt.t; keepalive : Keepalive.t option } [@@since "3.7.1"]

  val input : t -> listeners:(int -> callback option) -> ipinput [@@port "input-listeners"] [@@until "3.4"]
  val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"] [@@since "3.5"]
end
[@@port "module-type-name"]
[@@port.to Tcpip.Tcp.S]
[@@until "3.10.7"]

module type TCPV4 = sig
  type error = private [> Tcp.error ]
  type write_error = private [> Tcp.write_error ]
  type ipaddr = Ipaddr.V4.t
  type ipinput
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
  val create_connection : ?keepalive:Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t

  type listener = { process : flow -> unit Lwt.t; keepalive : Keepalive.t option }

  val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"]
end
[@@port "module-type-name"]
[@@port.to Tcpip.Tcp.S]
[@@since "3.7.1"] [@@until "3.10.7"]

module type TCPV6 = sig
  type error = private [> Tcp.error ]
  type write_error = private [> Tcp.write_error ]
  type ipaddr = Ipaddr.V6.t
  type ipinput
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
  val create_connection : ?keepalive:Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t

  type listener = { process : flow -> unit Lwt.t; keepalive : Keepalive.t option }

  val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"]
end
[@@port "module-type-name"]
[@@port.to Tcpip.Tcp.S]
[@@since "3.7.1"] [@@until "3.10.7"]

type ipv4_config = {
  address : Ipaddr.V4.t;
  network : Ipaddr.V4.Prefix.t;
  gateway : Ipaddr.V4.t option;
}
[@@since "3.7.1"] [@@until "3.9"]

module type DHCP_CLIENT = sig
  type t = ipv4_config Lwt_stream.t
end
[@@since "3.7.1"] [@@until "3.9"]
