(** Arguments of a booted unikernel (mirage-bootvar). *)

[@@@since "4.9"]

[@@@complete]

val argv : unit -> string array
