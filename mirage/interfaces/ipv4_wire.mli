(** Their layout (tcpip 3.0.0). *)

[@@@since "3.0"]

[@@@complete]

val sizeof_ipv4 : int
val get_ipv4_hlen_version : Cstruct.t -> Cstruct.uint8
val set_ipv4_hlen_version : Cstruct.t -> Cstruct.uint8 -> unit
val get_ipv4_tos : Cstruct.t -> Cstruct.uint8
val set_ipv4_tos : Cstruct.t -> Cstruct.uint8 -> unit
val get_ipv4_len : Cstruct.t -> Cstruct.uint16
val set_ipv4_len : Cstruct.t -> Cstruct.uint16 -> unit
val get_ipv4_id : Cstruct.t -> Cstruct.uint16
val set_ipv4_id : Cstruct.t -> Cstruct.uint16 -> unit
val get_ipv4_off : Cstruct.t -> Cstruct.uint16
val set_ipv4_off : Cstruct.t -> Cstruct.uint16 -> unit
val get_ipv4_ttl : Cstruct.t -> Cstruct.uint8
val set_ipv4_ttl : Cstruct.t -> Cstruct.uint8 -> unit
val get_ipv4_proto : Cstruct.t -> Cstruct.uint8
val set_ipv4_proto : Cstruct.t -> Cstruct.uint8 -> unit
val get_ipv4_csum : Cstruct.t -> Cstruct.uint16
val set_ipv4_csum : Cstruct.t -> Cstruct.uint16 -> unit
val get_ipv4_src : Cstruct.t -> Cstruct.uint32
val set_ipv4_src : Cstruct.t -> Cstruct.uint32 -> unit
val get_ipv4_dst : Cstruct.t -> Cstruct.uint32
val set_ipv4_dst : Cstruct.t -> Cstruct.uint32 -> unit
val hexdump_ipv4_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_ipv4 : Cstruct.t -> unit
