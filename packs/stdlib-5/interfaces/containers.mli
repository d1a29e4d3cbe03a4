(** Containers (c-cube/ocaml-containers 1.0 to 3.10, src/core/containers.ml): its modules include those of the standard library, but for
    what has the same name. *)

module String : sig
  include module type of Stdlib.String

  val set : string -> int -> char -> string
end
