(** The layout of packets (tcpip 2.8). *)

[@@@until "2.9.1"]

[@@@port "wire-structs-removed"]

type ethertype = ARP | IPv4 | IPv6

val sizeof_ethernet : int
val int_to_ethertype : int -> ethertype option
val ethertype_to_int : ethertype -> int
val parse_ethernet_frame : Cstruct.t -> (ethertype option * Macaddr.t * Cstruct.t) option
val get_ethernet_ethertype : Cstruct.t -> int
val set_ethernet_ethertype : Cstruct.t -> int -> unit

module Ipv4_wire : sig
  val sizeof_ipv4 : int
  val get_ipv4_proto : Cstruct.t -> int
  val get_ipv4_src : Cstruct.t -> int32
  val get_ipv4_dst : Cstruct.t -> int32
end
[@@port "wire-structs-removed"]

module Tcp_wire : sig
  val sizeof_tcp : int
  val get_tcp_src_port : Cstruct.t -> int
  val get_tcp_dst_port : Cstruct.t -> int
end
[@@port "wire-structs-removed"]
