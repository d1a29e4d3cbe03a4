(** Values computed when needed (OCaml 4.03.0 stdlib/lazy.mli). *)

[@@@complete]
[@@@later "map map_val"]

type 'a t = 'a lazy_t

exception Undefined

val force : 'a t -> 'a
val force_val : 'a t -> 'a
val from_fun : (unit -> 'a) -> 'a t
val from_val : 'a -> 'a t
val is_val : 'a t -> bool
val lazy_from_fun : (unit -> 'a) -> 'a t
val lazy_from_val : 'a -> 'a t
val lazy_is_val : 'a t -> bool
