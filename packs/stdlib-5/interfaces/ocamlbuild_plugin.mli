(** What a plugin of ocamlbuild opens: it has an operator of its own. *)

val ( & ) : ('a -> 'b) -> 'a -> 'b
