(** Their layout (tcpip 3.0.0). *)

[@@@since "3.0"]

[@@@until "3.4.0"]

[@@@port "arp-packet"]

[@@@complete]

val sizeof_arp : int
val get_arp_htype : Cstruct.t -> Cstruct.uint16
val set_arp_htype : Cstruct.t -> Cstruct.uint16 -> unit
val get_arp_ptype : Cstruct.t -> Cstruct.uint16
val set_arp_ptype : Cstruct.t -> Cstruct.uint16 -> unit
val get_arp_hlen : Cstruct.t -> Cstruct.uint8
val set_arp_hlen : Cstruct.t -> Cstruct.uint8 -> unit
val get_arp_plen : Cstruct.t -> Cstruct.uint8
val set_arp_plen : Cstruct.t -> Cstruct.uint8 -> unit
val get_arp_op : Cstruct.t -> Cstruct.uint16
val set_arp_op : Cstruct.t -> Cstruct.uint16 -> unit
val get_arp_sha : Cstruct.t -> Cstruct.t
val copy_arp_sha : Cstruct.t -> string
val set_arp_sha : string -> int -> Cstruct.t -> unit
val blit_arp_sha : Cstruct.t -> int -> Cstruct.t -> unit
val get_arp_spa : Cstruct.t -> Cstruct.uint32
val set_arp_spa : Cstruct.t -> Cstruct.uint32 -> unit
val get_arp_tha : Cstruct.t -> Cstruct.t
val copy_arp_tha : Cstruct.t -> string
val set_arp_tha : string -> int -> Cstruct.t -> unit
val blit_arp_tha : Cstruct.t -> int -> Cstruct.t -> unit
val get_arp_tpa : Cstruct.t -> Cstruct.uint32
val set_arp_tpa : Cstruct.t -> Cstruct.uint32 -> unit
val hexdump_arp_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_arp : Cstruct.t -> unit

type op = Request | Reply

val int_to_op : int -> op option
val op_to_int : op -> int
val compare_op : op -> op -> int
val op_to_string : op -> string
val string_to_op : string -> op option
