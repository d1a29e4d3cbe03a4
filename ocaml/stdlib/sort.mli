(** Sorting, of former times (OCaml 4.03.0 stdlib/sort.mli). *)

[@@@complete]
[@@@later ""]

val list : ('a -> 'a -> bool) -> 'a list -> 'a list
val array : ('a -> 'a -> bool) -> 'a array -> unit
val merge : ('a -> 'a -> bool) -> 'a list -> 'a list -> 'a list
