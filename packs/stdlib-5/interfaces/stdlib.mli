(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/stdlib.mli). *)

[@@@since "4.07"]

val ( & ) : bool -> bool -> bool [@@port "stdlib-boolean"] [@@port.to ( && )] [@@until "4.14"]
val ( or ) : bool -> bool -> bool [@@port "stdlib-boolean"] [@@port.to ( || )] [@@until "4.14"]

module Array = Array
module ArrayLabels = ArrayLabels
module Bigarray = Bigarray
module Bytes = Bytes
module BytesLabels = BytesLabels
module Char = Char
module Ephemeron = Ephemeron
module Filename = Filename
module Float = Float
module Format = Format
module Gc = Gc
module Genlex : sig end [@@port "stdlib-streams"] [@@port.libraries add "camlp-streams"] [@@port "stdlib-streams-path"] [@@port.to Genlex] [@@until "4.14"]
module Hashtbl = Hashtbl
module Int32 = Int32
module Int64 = Int64
module Lazy = Lazy
module Nativeint = Nativeint
module Obj = Obj
module Pervasives : sig end [@@port "stdlib-pervasives"] [@@until "4.14"]
module Scanf = Scanf
module Sort = Sort
module Spacetime : sig end [@@port "stdlib-spacetime"] [@@until "4.11"]
module Stream : sig end [@@port "stdlib-streams"] [@@port.libraries add "camlp-streams"] [@@port "stdlib-streams-path"] [@@port.to Stream] [@@until "4.14"]
module String = String
module StringLabels = StringLabels
module Uchar = Uchar
