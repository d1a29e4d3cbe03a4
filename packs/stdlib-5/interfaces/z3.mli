(** Z3 (Z3Prover/z3): what an `open` of it gives is not the standard library's. *)

module Sort : sig end
