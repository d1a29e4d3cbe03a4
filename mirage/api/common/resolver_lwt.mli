(** Resolving names, as far as functors name it. *)

module type S = sig
  type t
end
