(** Integers of 32 bits (OCaml 4.03.0 stdlib/int32.mli). *)

[@@@complete]
[@@@later
  "of_string_opt unsigned_div unsigned_rem unsigned_to_int unsigned_compare min max seeded_hash \
   hash"]

val zero : int32
val one : int32
val minus_one : int32
val neg : int32 -> int32
val add : int32 -> int32 -> int32
val sub : int32 -> int32 -> int32
val mul : int32 -> int32 -> int32
val div : int32 -> int32 -> int32
val rem : int32 -> int32 -> int32
val succ : int32 -> int32
val pred : int32 -> int32
val abs : int32 -> int32
val max_int : int32
val min_int : int32
val logand : int32 -> int32 -> int32
val logor : int32 -> int32 -> int32
val logxor : int32 -> int32 -> int32
val lognot : int32 -> int32
val shift_left : int32 -> int -> int32
val shift_right : int32 -> int -> int32
val shift_right_logical : int32 -> int -> int32
val of_int : int -> int32
val to_int : int32 -> int
val of_float : float -> int32
val to_float : int32 -> float
val of_string : string -> int32
val to_string : int32 -> string
val bits_of_float : float -> int32
val float_of_bits : int32 -> float

type t = int32

val compare : t -> t -> int
val equal : t -> t -> bool
val format : string -> int32 -> string
