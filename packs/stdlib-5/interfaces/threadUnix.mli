(** Removed in OCaml 5.0.0 (4.14.2 otherlibs/systhreads/threadUnix.mli); the module Unix has most of it. *)

[@@@port "stdlib-thread-unix"]
[@@@until "4.14"]

val timed_read : Unix.file_descr -> bytes -> int -> int -> float -> int [@@port "stdlib-timed-read"]
val timed_write : Unix.file_descr -> bytes -> int -> int -> float -> int [@@port "stdlib-timed-read"]
val timed_write_substring : Unix.file_descr -> string -> int -> int -> float -> int [@@port "stdlib-timed-read"]
