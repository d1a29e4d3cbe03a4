(** Run time of `lazy` (OCaml 4.03.0 stdlib/camlinternalLazy.mli). *)

[@@@complete]
[@@@later "force_gen"]

exception Undefined

val force_lazy_block : 'a lazy_t -> 'a
val force_val_lazy_block : 'a lazy_t -> 'a
val force : 'a lazy_t -> 'a
val force_val : 'a lazy_t -> 'a
