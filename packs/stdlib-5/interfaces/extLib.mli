(** ExtLib (ygrek/ocaml-extlib): what an `open` of it gives is not the standard library's. *)

module Array : sig end
module List : sig end
module String : sig end
