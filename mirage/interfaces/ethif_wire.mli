(** Their layout (tcpip 3.0.0). *)

[@@@since "3.0"]

[@@@until "3.4.0"]

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

type ethertype = ARP | IPv4 | IPv6 [@@port "ethertype"]

val int_to_ethertype : int -> ethertype option
val ethertype_to_int : ethertype -> int
val compare_ethertype : ethertype -> ethertype -> int
val ethertype_to_string : ethertype -> string
val string_to_ethertype : string -> ethertype option
