(** Batteries (ocaml-batteries-team/batteries-included): what an `open` of it gives is not the standard library's. *)

module Array : sig end
module Bytes : sig end
module Char : sig end
module Filename : sig end
module Format : sig end
module Gc : sig end
module Genlex : sig end
module Int32 : sig end
module Int64 : sig end
module Nativeint : sig end
module Scanf : sig end
module Stream : sig end
module String : sig end
