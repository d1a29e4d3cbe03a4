(** ExtLib (ygrek/ocaml-extlib 1.8, src/extLib.ml): what an `open` of it gives is not the standard library's. *)

module Array : sig end
module String : sig end
