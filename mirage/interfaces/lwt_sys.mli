(** What the system has (lwt 2.7). *)

exception Not_available of string

type byte_order = Little_endian | Big_endian

val byte_order : byte_order
val windows : bool
