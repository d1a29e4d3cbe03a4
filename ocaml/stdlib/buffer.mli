(** Buffers that grow (OCaml 4.03.0 stdlib/buffer.mli). *)

[@@@complete]
[@@@later
  "truncate add_utf_8_uchar add_utf_16le_uchar add_utf_16be_uchar to_seq to_seqi add_seq of_seq \
   add_uint8 add_int8 add_uint16_ne add_uint16_be add_uint16_le add_int16_ne add_int16_be \
   add_int16_le add_int32_ne add_int32_be add_int32_le add_int64_ne add_int64_be add_int64_le"]

type t

val create : int -> t
val contents : t -> string
val to_bytes : t -> bytes
val sub : t -> int -> int -> string
val blit : t -> int -> bytes -> int -> int -> unit
val nth : t -> int -> char
val length : t -> int
val clear : t -> unit
val reset : t -> unit
val add_char : t -> char -> unit
val add_string : t -> string -> unit
val add_bytes : t -> bytes -> unit
val add_substring : t -> string -> int -> int -> unit
val add_subbytes : t -> bytes -> int -> int -> unit
val add_substitute : t -> (string -> string) -> string -> unit
val add_buffer : t -> t -> unit
val add_channel : t -> in_channel -> int -> unit
val output_buffer : out_channel -> t -> unit
