(** Random numbers of the standard library as a source of random bytes (mirage-random 1.0.0). *)

[@@@since "3.0"]

[@@@until "4.2"]

[@@@port "stdlibrandom-removed"]

[@@@complete]

type buffer = Cstruct.t
type g

val generate : ?g:g -> int -> buffer
val initialize : unit -> unit [@@port "stdlibrandom-initialize"]
