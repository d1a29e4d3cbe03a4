(** Integers of any size. The part of zarith 1.4 that ciphers and certificates need. *)

type t

val zero : t
val one : t
val minus_one : t
val of_int : int -> t
val of_int32 : int32 -> t
val of_int64 : int64 -> t
val of_float : float -> t
val of_string : string -> t
val of_string_base : int -> string -> t
val of_bits : string -> t
val to_int : t -> int
val to_int32 : t -> int32
val to_int64 : t -> int64
val to_float : t -> float
val to_string : t -> string
val to_bits : t -> string
val format : string -> t -> string
val succ : t -> t
val pred : t -> t
val abs : t -> t
val neg : t -> t
val add : t -> t -> t
val sub : t -> t -> t
val mul : t -> t -> t
val div : t -> t -> t
val rem : t -> t -> t
val div_rem : t -> t -> t * t
val pow : t -> int -> t
val powm : t -> t -> t -> t
val gcd : t -> t -> t
val invert : t -> t -> t
val logand : t -> t -> t
val logor : t -> t -> t
val logxor : t -> t -> t
val lognot : t -> t
val shift_left : t -> int -> t
val shift_right : t -> int -> t
val testbit : t -> int -> bool
val numbits : t -> int
val compare : t -> t -> int
val equal : t -> t -> bool
val leq : t -> t -> bool
val geq : t -> t -> bool
val lt : t -> t -> bool
val gt : t -> t -> bool
val sign : t -> int
val min : t -> t -> t
val max : t -> t -> t
