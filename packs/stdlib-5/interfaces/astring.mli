(** Astring (dbuenzli/astring): what an `open` of it gives is not the standard library's. *)

module Char : sig end
module String : sig end
