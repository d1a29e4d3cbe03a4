(** Batteries (ocaml-batteries-team/batteries-included 3.10, src/batteries.ml): what an `open` of it gives and OCaml 5 leaves as it is.
    The other functions that OCaml 5 removed were removed from its modules as well. *)

module Array : sig
  include module type of Stdlib.Array

  val make_float : int -> float array
end

module Gc : sig end
module Genlex : sig end
module Int32 : sig end
module Int64 : sig end
module Nativeint : sig end
module Stream : sig end
