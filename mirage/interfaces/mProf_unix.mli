(** Tracing to files (mirage-profile 0.7.0). *)

[@@@complete]

type log_buffer = (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t

val timestamper : log_buffer -> int -> unit
val mmap_buffer : size:int -> string -> log_buffer
