(** Block devices (mirage-block-unix 2.6.0). *)

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
val really_read : Lwt_unix.file_descr -> Cstruct.t -> unit Lwt.t
val really_write : Lwt_unix.file_descr -> Cstruct.t -> unit Lwt.t
val blkgetsize : string -> Unix.file_descr -> (int64, error) result

module Config : sig
  type sync_behaviour = [ `ToOS | `ToDrive ]

  val string_of_sync : sync_behaviour option -> string

  type t = { buffered : bool; sync : sync_behaviour option; path : string }

  val create : ?buffered:bool -> ?sync:sync_behaviour option -> string -> t
  val to_string : t -> string
  val of_string : string -> (t, [ `Msg of string ]) result
end

val connect : ?buffered:bool -> ?sync:Config.sync_behaviour option -> string -> t io
val resize : t -> int64 -> (unit, write_error) result io
val flush : t -> (unit, write_error) result io
val seek_unmapped : t -> int64 -> (int64, error) result io
val seek_mapped : t -> int64 -> (int64, error) result io
val to_config : t -> Config.t
val of_config : Config.t -> t io
