(** Byte sequences (OCaml 4.03.0 stdlib/bytes.mli). *)

[@@@complete]
[@@@later
  "index_opt rindex_opt index_from_opt rindex_from_opt to_seq to_seqi of_seq get_uint8 get_int8 \
   get_uint16_ne get_uint16_be get_uint16_le get_int16_ne get_int16_be get_int16_le \
   get_int32_ne get_int32_be get_int32_le get_int64_ne get_int64_be get_int64_le set_uint8 \
   set_int8 set_uint16_ne set_uint16_be set_uint16_le set_int16_ne set_int16_be set_int16_le \
   set_int32_ne set_int32_be set_int32_le set_int64_ne set_int64_be set_int64_le \
   unsafe_blit_string fold_left fold_right for_all exists starts_with ends_with split_on_char \
   get_utf_8_uchar set_utf_8_uchar is_valid_utf_8 get_utf_16be_uchar set_utf_16be_uchar \
   is_valid_utf_16be get_utf_16le_uchar set_utf_16le_uchar is_valid_utf_16le unsafe_escape"]

val length : bytes -> int
val get : bytes -> int -> char
val set : bytes -> int -> char -> unit
val create : int -> bytes
val make : int -> char -> bytes
val init : int -> (int -> char) -> bytes
val empty : bytes
val copy : bytes -> bytes
val of_string : string -> bytes
val to_string : bytes -> string
val sub : bytes -> int -> int -> bytes
val sub_string : bytes -> int -> int -> string
val extend : bytes -> int -> int -> bytes
val fill : bytes -> int -> int -> char -> unit
val blit : bytes -> int -> bytes -> int -> int -> unit
val blit_string : string -> int -> bytes -> int -> int -> unit
val concat : bytes -> bytes list -> bytes
val cat : bytes -> bytes -> bytes
val iter : (char -> unit) -> bytes -> unit
val iteri : (int -> char -> unit) -> bytes -> unit
val map : (char -> char) -> bytes -> bytes
val mapi : (int -> char -> char) -> bytes -> bytes
val trim : bytes -> bytes
val escaped : bytes -> bytes
val index : bytes -> char -> int
val rindex : bytes -> char -> int
val index_from : bytes -> int -> char -> int
val rindex_from : bytes -> int -> char -> int
val contains : bytes -> char -> bool
val contains_from : bytes -> int -> char -> bool
val rcontains_from : bytes -> int -> char -> bool
val uppercase : bytes -> bytes
val lowercase : bytes -> bytes
val capitalize : bytes -> bytes
val uncapitalize : bytes -> bytes
val uppercase_ascii : bytes -> bytes
val lowercase_ascii : bytes -> bytes
val capitalize_ascii : bytes -> bytes
val uncapitalize_ascii : bytes -> bytes

type t = bytes

val compare : t -> t -> int
val equal : t -> t -> bool
val unsafe_to_string : bytes -> string
val unsafe_of_string : string -> bytes
val unsafe_get : bytes -> int -> char
val unsafe_set : bytes -> int -> char -> unit
val unsafe_blit : bytes -> int -> bytes -> int -> int -> unit
val unsafe_fill : bytes -> int -> int -> char -> unit
