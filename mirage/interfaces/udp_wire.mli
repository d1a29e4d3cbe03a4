(** Their layout (tcpip 3.0.0). *)

[@@@since "3.0"]

[@@@complete]

val sizeof_udp : int
val get_udp_source_port : Cstruct.t -> Cstruct.uint16
val set_udp_source_port : Cstruct.t -> Cstruct.uint16 -> unit
val get_udp_dest_port : Cstruct.t -> Cstruct.uint16
val set_udp_dest_port : Cstruct.t -> Cstruct.uint16 -> unit
val get_udp_length : Cstruct.t -> Cstruct.uint16
val set_udp_length : Cstruct.t -> Cstruct.uint16 -> unit
val get_udp_checksum : Cstruct.t -> Cstruct.uint16
val set_udp_checksum : Cstruct.t -> Cstruct.uint16 -> unit
val hexdump_udp_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_udp : Cstruct.t -> unit
