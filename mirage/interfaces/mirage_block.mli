(** Block devices (mirage-block 1.0.0 to 3.0.2). *)

(** Until 2.9.1: Whole block devices at once (mirage-block 0.2). *)

val compare :
  (module V1_LWT.BLOCK with type t = 'a) ->
  'a ->
  (module V1_LWT.BLOCK with type t = 'b) ->
  'b ->
  [ `Ok of int | `Error of [ `Msg of string | `Different_sizes ] ] Lwt.t
[@@port "block-helpers"]
[@@until "2.9.1"]

val copy :
  (module V1_LWT.BLOCK with type t = 'a) ->
  'a ->
  (module V1_LWT.BLOCK with type t = 'b) ->
  'b ->
  [ `Ok of unit
  | `Error of [ `Msg of string | `Is_read_only | `Different_sizes ] ]
  Lwt.t
[@@port "block-helpers"]
[@@until "2.9.1"]

val sparse_copy :
  (module V1_LWT.BLOCK with type t = 'a) ->
  'a ->
  (module V1_LWT.BLOCK with type t = 'b) ->
  'b ->
  [ `Ok of unit
  | `Error of [ `Msg of string | `Is_read_only | `Different_sizes ] ]
  Lwt.t
[@@port "block-helpers"]
[@@until "2.9.1"]

val random :
  (module V1_LWT.BLOCK with type t = 'a) -> 'a -> [ `Ok of unit | `Error of [ `Msg of string ] ] Lwt.t
[@@port "block-helpers"]
[@@until "2.9.1"]

[@@@complete "3.0"]

type error = Mirage_device.error [@@since "3.0"] [@@until "3.10.6"]
type error = [ `Disconnected ] [@@since "3.10.7"]

val pp_error : error Fmt.t [@@since "3.0"]

type write_error = [ error | `Is_read_only ] [@@since "3.0"] [@@until "3.4"]

type write_error = [ `Disconnected | `Is_read_only | `Unimplemented ]
[@@since "3.5"] [@@until "3.10.6"]

type write_error = [ `Disconnected | `Is_read_only ] [@@since "3.10.7"]

val pp_write_error : write_error Fmt.t [@@since "3.0"]

type info = { read_write : bool; sector_size : int; size_sectors : int64 } [@@since "3.0"]

val pp_info : Format.formatter -> info -> unit [@@since "4.4"]

module type S = sig
  type page_aligned_buffer [@@until "3.7.0"]
  type error = private [> Mirage_device.error ] [@@until "3.10.6"]
  type nonrec error = private [> error ] [@@since "3.10.7"]

  val pp_error : error Fmt.t

  type write_error = private [> `Disconnected | `Is_read_only | `Unimplemented ] [@@until "3.10.6"]
  type nonrec write_error = private [> write_error ] [@@since "3.10.7"]

  val pp_write_error : write_error Fmt.t

  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]
  val get_info : t -> info io [@@until "3.7.0"]
  val get_info : t -> info Lwt.t [@@since "3.7.1"]
  val read : t -> int64 -> page_aligned_buffer list -> (unit, error) result io [@@until "3.7.0"]
  val read : t -> int64 -> Cstruct.t list -> (unit, error) result Lwt.t [@@since "3.7.1"]
  val write : t -> int64 -> page_aligned_buffer list -> (unit, write_error) result io
  [@@until "3.7.0"]

  val write : t -> int64 -> Cstruct.t list -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
end
[@@since "3.0"]
