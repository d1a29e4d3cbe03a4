(** Block devices (mirage-block-unix 2.6.0). *)

(** Until 2.9.1: Block devices (mirage-block-unix 2.4, mirage-block-xen 1.4). *)

[@@@until "3.7.0"]

include V1_LWT.BLOCK [@@until "2.9.1"]

type page_aligned_buffer = Cstruct.t [@@since "3.0"]
type error = private [> Mirage_device.error ] [@@since "3.0"]

val pp_error : error Fmt.t [@@since "3.0"]

type write_error = private [> `Disconnected | `Is_read_only | `Unimplemented ] [@@since "3.0"]

val pp_write_error : write_error Fmt.t [@@since "3.0"]

type 'a io = 'a Lwt.t [@@since "3.0"]
type t [@@since "3.0"]

val disconnect : t -> unit io [@@since "3.0"]
val get_info : t -> Mirage_block.info io [@@since "3.0"]
val read : t -> int64 -> page_aligned_buffer list -> (unit, error) result io [@@since "3.0"]
val write : t -> int64 -> page_aligned_buffer list -> (unit, write_error) result io [@@since "3.0"]
val really_read : Lwt_unix.file_descr -> Cstruct.t -> unit Lwt.t [@@since "3.0"]
val really_write : Lwt_unix.file_descr -> Cstruct.t -> unit Lwt.t [@@since "3.0"]
val blkgetsize : string -> Unix.file_descr -> (int64, error) result [@@since "3.0"]

module Config : sig
  type sync_behaviour = [ `ToOS | `ToDrive ]

  val string_of_sync : sync_behaviour option -> string

  type t = { buffered : bool; sync : sync_behaviour option; path : string }

  val create : ?buffered:bool -> ?sync:sync_behaviour option -> string -> t
  val to_string : t -> string
  val of_string : string -> (t, [ `Msg of string ]) result
end
[@@since "3.0"]

val connect : ?buffered:bool -> ?sync:bool -> string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
[@@port "block-sync"]
[@@until "2.9.1"]
val connect : ?buffered:bool -> ?sync:Config.sync_behaviour option -> string -> t io [@@since "3.0"]

val resize : t -> int64 -> [ `Ok of unit | `Error of error ] Lwt.t [@@port "block-write"]
[@@until "2.9.1"]
val resize : t -> int64 -> (unit, write_error) result io [@@since "3.0"]
val flush : t -> [ `Ok of unit | `Error of error ] Lwt.t [@@port "block-write"] [@@until "2.9.1"]
val flush : t -> (unit, write_error) result io [@@since "3.0"]

val seek_unmapped : t -> int64 -> [ `Ok of int64 | `Error of error ] Lwt.t [@@port "block-read"]
[@@until "2.9.1"]
val seek_unmapped : t -> int64 -> (int64, error) result io [@@since "3.0"]

val seek_mapped : t -> int64 -> [ `Ok of int64 | `Error of error ] Lwt.t [@@port "block-read"]
[@@until "2.9.1"]
val seek_mapped : t -> int64 -> (int64, error) result io [@@since "3.0"]
val to_config : t -> Config.t [@@since "3.0"]
val of_config : Config.t -> t io [@@since "3.0"]
