(** Integers of 64 bits (OCaml 4.03.0 stdlib/int64.mli). *)

[@@@complete]
[@@@later
  "of_string_opt unsigned_div unsigned_rem unsigned_to_int unsigned_compare min max seeded_hash \
   hash"]

val zero : int64
val one : int64
val minus_one : int64
val neg : int64 -> int64
val add : int64 -> int64 -> int64
val sub : int64 -> int64 -> int64
val mul : int64 -> int64 -> int64
val div : int64 -> int64 -> int64
val rem : int64 -> int64 -> int64
val succ : int64 -> int64
val pred : int64 -> int64
val abs : int64 -> int64
val max_int : int64
val min_int : int64
val logand : int64 -> int64 -> int64
val logor : int64 -> int64 -> int64
val logxor : int64 -> int64 -> int64
val lognot : int64 -> int64
val shift_left : int64 -> int -> int64
val shift_right : int64 -> int -> int64
val shift_right_logical : int64 -> int -> int64
val of_int : int -> int64
val to_int : int64 -> int
val of_float : float -> int64
val to_float : int64 -> float
val of_int32 : int32 -> int64
val to_int32 : int64 -> int32
val of_nativeint : nativeint -> int64
val to_nativeint : int64 -> nativeint
val of_string : string -> int64
val to_string : int64 -> string
val bits_of_float : float -> int64
val float_of_bits : int64 -> float

type t = int64

val compare : t -> t -> int
val equal : t -> t -> bool
val format : string -> int64 -> string
