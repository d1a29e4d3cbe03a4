(** Random numbers of the standard library as a source of random bytes (mirage-random 1.0.0). *)

include Mirage_random.C

val initialize : unit -> unit
