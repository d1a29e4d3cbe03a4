(** Containers (c-cube/ocaml-containers): what an `open` of it gives is not the standard library's. *)

module Array : sig end
module Char : sig end
module Format : sig end
module Int32 : sig end
module Int64 : sig end
module String : sig end
