(** What replaces functions of other modules (5.0.0 otherlibs/unix/unix.mli), and those of ThreadUnix that it never had: the
    module is called Unix in ported code, where these are still to be found. *)

type file_descr

val map_file : file_descr -> ?pos:int64 -> ('a, 'b) Bigarray.kind -> 'c Bigarray.layout -> bool -> int array -> ('a, 'b, 'c) Bigarray.Genarray.t [@@since "4.06"]

val timed_read : file_descr -> bytes -> int -> int -> float -> int [@@port "stdlib-timed-read"] [@@until "4.14"]
val timed_write : file_descr -> bytes -> int -> int -> float -> int [@@port "stdlib-timed-read"] [@@until "4.14"]
val timed_write_substring : file_descr -> string -> int -> int -> float -> int [@@port "stdlib-timed-read"] [@@until "4.14"]
