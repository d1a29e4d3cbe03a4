(** Domains as a trie (conduit 0.15.0). *)

[@@@complete]

type 'a t

val t_of_sexp : (Sexplib.Sexp.t -> 'a) -> Sexplib.Sexp.t -> 'a t
val sexp_of_t : ('a -> Sexplib.Sexp.t) -> 'a t -> Sexplib.Sexp.t
val empty : 'a t
val insert : string -> 'a -> 'a t -> 'a t
val longest_prefix : string -> 'a t -> 'a option
val fold : (string -> 'a -> 'b -> 'b) -> 'b -> 'a t -> 'b
val is_prefix : string -> string -> bool
