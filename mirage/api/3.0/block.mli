(** Block devices (mirage-block-unix 2.5 and 2.6, mirage-block-xen 1.5). *)

include Mirage_block_lwt.S

val connect :
  ?buffered:bool -> ?sync:[ `ToOS | `ToDrive ] option -> string -> t Lwt.t

val resize : t -> int64 -> (unit, write_error) result Lwt.t
val flush : t -> (unit, write_error) result Lwt.t
val seek_unmapped : t -> int64 -> (int64, error) result Lwt.t
val seek_mapped : t -> int64 -> (int64, error) result Lwt.t
