(** Their layout (tcpip 3.0.0 to 9.0.1). *)

[@@@since "3.0"]

[@@@complete]

val sizeof_udp : int
val get_src_port : Cstruct.t -> int [@@since "4.3.5"]
val set_src_port : Cstruct.t -> int -> unit [@@since "4.3.5"]
val get_dst_port : Cstruct.t -> int [@@since "4.3.5"]
val set_dst_port : Cstruct.t -> int -> unit [@@since "4.3.5"]
val get_length : Cstruct.t -> int [@@since "4.3.5"]
val set_length : Cstruct.t -> int -> unit [@@since "4.3.5"]
val get_checksum : Cstruct.t -> int [@@since "4.3.5"]
val set_checksum : Cstruct.t -> int -> unit [@@since "4.3.5"]
val get_udp_source_port : Cstruct.t -> Cstruct.uint16 [@@until "4.3.4"]
val set_udp_source_port : Cstruct.t -> Cstruct.uint16 -> unit [@@until "4.3.4"]
val get_udp_dest_port : Cstruct.t -> Cstruct.uint16 [@@until "4.3.4"]
val set_udp_dest_port : Cstruct.t -> Cstruct.uint16 -> unit [@@until "4.3.4"]
val get_udp_length : Cstruct.t -> Cstruct.uint16 [@@until "4.3.4"]
val set_udp_length : Cstruct.t -> Cstruct.uint16 -> unit [@@until "4.3.4"]
val get_udp_checksum : Cstruct.t -> Cstruct.uint16 [@@until "4.3.4"]
val set_udp_checksum : Cstruct.t -> Cstruct.uint16 -> unit [@@until "4.3.4"]
val hexdump_udp_to_buffer : Buffer.t -> Cstruct.t -> unit [@@until "4.3.4"]
val hexdump_udp : Cstruct.t -> unit [@@until "4.3.4"]
