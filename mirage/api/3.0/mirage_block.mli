(** Block devices (mirage-block 1.0.0). *)

[@@@complete]

type error = Mirage_device.error

val pp_error : error Fmt.t

type write_error = [ error | `Is_read_only ]

val pp_write_error : write_error Fmt.t

type info = { read_write : bool; sector_size : int; size_sectors : int64 }

module type S = sig
  type page_aligned_buffer
  type error = private [> Mirage_device.error ]

  val pp_error : error Fmt.t

  type write_error = private [> `Disconnected | `Is_read_only | `Unimplemented ]

  val pp_write_error : write_error Fmt.t

  type +'a io
  type t

  val disconnect : t -> unit io
  val get_info : t -> info io
  val read : t -> int64 -> page_aligned_buffer list -> (unit, error) result io
  val write : t -> int64 -> page_aligned_buffer list -> (unit, write_error) result io
end
