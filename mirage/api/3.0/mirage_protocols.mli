(** Mirage 3's signatures of ETHIF, ARP, IP, IPV4, IPV6, ICMP, ICMPV4, UDP, TCP. *)

module Ethif : sig
  type error = Mirage_device.error

  val pp_error : error Fmt.t
end

module Ip : sig
  type error = [ `No_route of string ]

  val pp_error : error Fmt.t
end

module Arp : sig
  type error = [ `Timeout ]

  val pp_error : error Fmt.t
end

module Tcp : sig
  type error = [ `Timeout | `Refused ]

  val pp_error : error Fmt.t

  type write_error = [ error | Mirage_flow.write_error ]

  val pp_write_error : write_error Fmt.t
end

module type ETHIF = sig
  type buffer
  type netif
  type error = private [> Ethif.error ]
  type macaddr = Macaddr.t
  type +'a io
  type t
  val disconnect : t -> unit io
  val write : t -> buffer -> (unit, error) result io
  val writev : t -> buffer list -> (unit, error) result io
  val mac : t -> macaddr
  val input :
    arpv4:(buffer ->
    unit io) ->
    ipv4:(buffer ->
    unit io) ->
    ipv6:(buffer ->
    unit io) ->
    t ->
    buffer ->
    unit io
  val pp_error : error Fmt.t
end

module type ARP = sig
  type +'a io
  type t
  type error = private [> Arp.error ]
  type ipaddr = Ipaddr.V4.t
  type buffer
  type macaddr = Macaddr.t
  type repr
  val disconnect : t -> unit io
  val to_repr : t -> repr io
  val pp : repr Fmt.t
  val get_ips : t -> ipaddr list
  val set_ips : t -> ipaddr list -> unit io
  val remove_ip : t -> ipaddr -> unit io
  val add_ip : t -> ipaddr -> unit io
  val query : t -> ipaddr -> (macaddr, error) result io
  val input : t -> buffer -> unit io
  val pp_error : error Fmt.t
end

module type IP = sig
  type buffer
  type ethif
  type ipaddr
  type prefix
  type error = private [> Ip.error ]
  type +'a io
  type t
  type uipaddr = Ipaddr.t
  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val disconnect : t -> unit io
  val input :
    t ->
    tcp:callback ->
    udp:callback ->
    default:(proto:int ->
    callback) ->
    buffer ->
    unit io
  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  val write : t -> buffer -> buffer -> (unit, error) result io
  val writev : t -> buffer -> buffer list -> (unit, error) result io
  val checksum : buffer -> buffer list -> int
  val set_ip : t -> ipaddr -> unit io
  val get_ip : t -> ipaddr list
  val to_uipaddr : ipaddr -> uipaddr
  val of_uipaddr : uipaddr -> ipaddr option
  val pp_error : error Fmt.t
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer
  val src : t -> dst:ipaddr -> ipaddr
end

module type IPV4 = sig
  type buffer
  type ethif
  type ipaddr = Ipaddr.V4.t
  type prefix = Ipaddr.V4.Prefix.t
  type error = private [> Ip.error ]
  type +'a io
  type t
  type uipaddr = Ipaddr.t
  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val disconnect : t -> unit io
  val input :
    t ->
    tcp:callback ->
    udp:callback ->
    default:(proto:int ->
    callback) ->
    buffer ->
    unit io
  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  val write : t -> buffer -> buffer -> (unit, error) result io
  val writev : t -> buffer -> buffer list -> (unit, error) result io
  val checksum : buffer -> buffer list -> int
  val set_ip : t -> ipaddr -> unit io
  val get_ip : t -> ipaddr list
  val to_uipaddr : ipaddr -> uipaddr
  val of_uipaddr : uipaddr -> ipaddr option
  val pp_error : error Fmt.t
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer
  val src : t -> dst:ipaddr -> ipaddr
end

module type IPV6 = sig
  type buffer
  type ethif
  type ipaddr = Ipaddr.V6.t
  type prefix = Ipaddr.V6.Prefix.t
  type error = private [> Ip.error ]
  type +'a io
  type t
  type uipaddr = Ipaddr.t
  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val disconnect : t -> unit io
  val input :
    t ->
    tcp:callback ->
    udp:callback ->
    default:(proto:int ->
    callback) ->
    buffer ->
    unit io
  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  val write : t -> buffer -> buffer -> (unit, error) result io
  val writev : t -> buffer -> buffer list -> (unit, error) result io
  val checksum : buffer -> buffer list -> int
  val set_ip : t -> ipaddr -> unit io
  val get_ip : t -> ipaddr list
  val to_uipaddr : ipaddr -> uipaddr
  val of_uipaddr : uipaddr -> ipaddr option
  val pp_error : error Fmt.t
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer
  val src : t -> dst:ipaddr -> ipaddr
end

module type ICMP = sig
  type +'a io
  type t
  type error
  type ipaddr
  type buffer
  val disconnect : t -> unit io
  val pp_error : error Fmt.t
  val input : t -> src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val write : t -> dst:ipaddr -> buffer -> (unit, error) result io
end

module type ICMPV4 = sig
  type +'a io
  type t
  type error
  type ipaddr = Ipaddr.V4.t
  type buffer
  val disconnect : t -> unit io
  val pp_error : error Fmt.t
  val input : t -> src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val write : t -> dst:ipaddr -> buffer -> (unit, error) result io
end

module type UDP = sig
  type buffer
  type ip
  type ipaddr
  type ipinput
  type error
  type +'a io
  type t
  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io
  val disconnect : t -> unit io
  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput
  val write : ?src_port:int -> dst:ipaddr -> dst_port:int -> t -> buffer -> (unit, error) result io
  val pp_error : error Fmt.t
end

module type TCP = sig
  type buffer
  type ip
  type ipaddr
  type ipinput
  type flow
  type error = private [> Tcp.error ]
  type +'a io
  type t
  type write_error = private [> Tcp.write_error ]
  type callback = flow -> unit io
  val disconnect : t -> unit io
  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
  val write_nodelay : flow -> buffer -> (unit, write_error) result io
  val writev_nodelay : flow -> buffer list -> (unit, write_error) result io
  val create_connection : t -> ipaddr * int -> (flow, error) result io
  val input : t -> listeners:(int -> callback option) -> ipinput
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
  val dst : flow -> ipaddr * int
end
