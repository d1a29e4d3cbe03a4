(** Block devices (mirage-block 1.0.0). *)

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

type error = Mirage_device.error [@@since "3.0"]

val pp_error : error Fmt.t [@@since "3.0"]

type write_error = [ error | `Is_read_only ] [@@since "3.0"]

val pp_write_error : write_error Fmt.t [@@since "3.0"]

type info = { read_write : bool; sector_size : int; size_sectors : int64 } [@@since "3.0"]

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
[@@since "3.0"]
