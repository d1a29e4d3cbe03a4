(** Unicode characters (OCaml 4.03.0 stdlib/uchar.mli). *)

[@@@complete]
[@@@later
  "bom rep utf_decode_is_valid utf_decode_uchar utf_decode_length utf_decode utf_decode_invalid \
   utf_8_byte_length utf_16_byte_length seeded_hash"]

type t

val min : t
val max : t
val succ : t -> t
val pred : t -> t
val is_valid : int -> bool
val of_int : int -> t
val unsafe_of_int : int -> t
val to_int : t -> int
val is_char : t -> bool
val of_char : char -> t
val to_char : t -> char
val unsafe_to_char : t -> char
val equal : t -> t -> bool
val compare : t -> t -> int
val hash : t -> int
val dump : Format.formatter -> t -> unit
