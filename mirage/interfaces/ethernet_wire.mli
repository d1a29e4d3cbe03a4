(** Headers of Ethernet as bytes (ethernet 2.1.0 to 3.0.0). *)

[@@@since "3.5"]

[@@@until "4.3"]

[@@@complete]

val sizeof_ethernet : int [@@port "ethernet-size"]
val get_ethernet_dst : Cstruct.t -> Cstruct.t
val copy_ethernet_dst : Cstruct.t -> string
val set_ethernet_dst : string -> int -> Cstruct.t -> unit
val blit_ethernet_dst : Cstruct.t -> int -> Cstruct.t -> unit
val get_ethernet_src : Cstruct.t -> Cstruct.t
val copy_ethernet_src : Cstruct.t -> string
val set_ethernet_src : string -> int -> Cstruct.t -> unit
val blit_ethernet_src : Cstruct.t -> int -> Cstruct.t -> unit
val get_ethernet_ethertype : Cstruct.t -> Cstruct.uint16
val set_ethernet_ethertype : Cstruct.t -> Cstruct.uint16 -> unit
val hexdump_ethernet_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_ethernet : Cstruct.t -> unit
val ethertype_to_int : [< `ARP | `IPv4 | `IPv6 ] -> int
val int_to_ethertype : int -> [> `ARP | `IPv4 | `IPv6 ] option
