(** The monotonic clock (mirage-mtime 5.2.0). *)

[@@@since "4.9"]

[@@@complete]

val elapsed_ns : unit -> int64
val period_ns : unit -> int64 option
