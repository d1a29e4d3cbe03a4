(** Cmdliner (dbuenzli/cmdliner 0.9.8 to 2.0.0, src/cmdliner.mli): `Arg` is not the standard library's, and has an operator. *)

module Arg : sig
  val ( & ) : ('a -> 'b) -> 'a -> 'b
end
