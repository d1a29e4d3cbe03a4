(** Characters (OCaml 4.03.0 stdlib/char.mli). *)

[@@@complete]
[@@@later "seeded_hash hash"]

val code : char -> int
val chr : int -> char
val escaped : char -> string
val lowercase : char -> char
val uppercase : char -> char
val lowercase_ascii : char -> char
val uppercase_ascii : char -> char

type t = char

val compare : t -> t -> int
val equal : t -> t -> bool
val unsafe_chr : int -> char
