(** Strings, with labels (OCaml 4.03.0 stdlib/stringLabels.mli). *)

[@@@complete]
[@@@later
  "index_opt rindex_opt index_from_opt rindex_from_opt uppercase_ascii lowercase_ascii \
   capitalize_ascii uncapitalize_ascii equal split_on_char to_seq to_seqi of_seq empty \
   of_bytes to_bytes cat starts_with ends_with fold_left fold_right for_all exists get_uint8 \
   get_int8 get_uint16_ne get_uint16_be get_uint16_le get_int16_ne get_int16_be get_int16_le \
   get_int32_ne get_int32_be get_int32_le get_int64_ne get_int64_be get_int64_le \
   get_utf_8_uchar is_valid_utf_8 get_utf_16be_uchar is_valid_utf_16be get_utf_16le_uchar \
   is_valid_utf_16le hash seeded_hash"]

val length : string -> int
val get : string -> int -> char
val set : bytes -> int -> char -> unit
val create : int -> bytes
val make : int -> char -> string
val init : int -> f:(int -> char) -> string
val copy : string -> string
val sub : string -> pos:int -> len:int -> string
val fill : bytes -> pos:int -> len:int -> char -> unit
val blit : src:string -> src_pos:int -> dst:bytes -> dst_pos:int -> len:int -> unit
val concat : sep:string -> string list -> string
val iter : f:(char -> unit) -> string -> unit
val iteri : f:(int -> char -> unit) -> string -> unit
val map : f:(char -> char) -> string -> string
val mapi : f:(int -> char -> char) -> string -> string
val trim : string -> string
val escaped : string -> string
val index : string -> char -> int
val rindex : string -> char -> int
val index_from : string -> int -> char -> int
val rindex_from : string -> int -> char -> int
val contains : string -> char -> bool
val contains_from : string -> int -> char -> bool
val rcontains_from : string -> int -> char -> bool
val uppercase : string -> string
val lowercase : string -> string
val capitalize : string -> string
val uncapitalize : string -> string

type t = string

val compare : t -> t -> int
val unsafe_get : string -> int -> char
val unsafe_set : bytes -> int -> char -> unit
val unsafe_blit : src:string -> src_pos:int -> dst:bytes -> dst_pos:int -> len:int -> unit
val unsafe_fill : bytes -> pos:int -> len:int -> char -> unit
