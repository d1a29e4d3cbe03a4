(** Block devices in memory (mirage-block-unix 2.6.0). *)

[@@@since "3.0"]

[@@@until "3.7.0"]

type page_aligned_buffer = Cstruct.t
type error = private [> Mirage_device.error ]

val pp_error : error Fmt.t

type write_error = private [> `Disconnected | `Is_read_only | `Unimplemented ]

val pp_write_error : write_error Fmt.t

type 'a io = 'a Lwt.t
type t

val disconnect : t -> unit io
val get_info : t -> Mirage_block.info io
val read : t -> int64 -> page_aligned_buffer list -> (unit, error) result io
val write : t -> int64 -> page_aligned_buffer list -> (unit, write_error) result io
val connect : name:string -> t io
val create : name:string -> size_sectors:int64 -> sector_size:int -> (t, error) result io
val destroy : name:string -> unit
val resize : t -> int64 -> (unit, write_error) result io
val seek_unmapped : t -> int64 -> (int64, error) result io
val seek_mapped : t -> int64 -> (int64, error) result io
val flush : t -> (unit, write_error) result io
