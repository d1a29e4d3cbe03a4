(** Whole block devices at once (mirage-block 0.2). *)

val compare :
  (module V1_LWT.BLOCK with type t = 'a) ->
  'a ->
  (module V1_LWT.BLOCK with type t = 'b) ->
  'b ->
  [ `Ok of int | `Error of [ `Msg of string | `Different_sizes ] ] Lwt.t
[@@port "block-helpers"]

val copy :
  (module V1_LWT.BLOCK with type t = 'a) ->
  'a ->
  (module V1_LWT.BLOCK with type t = 'b) ->
  'b ->
  [ `Ok of unit
  | `Error of [ `Msg of string | `Is_read_only | `Different_sizes ] ]
  Lwt.t
[@@port "block-helpers"]

val sparse_copy :
  (module V1_LWT.BLOCK with type t = 'a) ->
  'a ->
  (module V1_LWT.BLOCK with type t = 'b) ->
  'b ->
  [ `Ok of unit
  | `Error of [ `Msg of string | `Is_read_only | `Different_sizes ] ]
  Lwt.t
[@@port "block-helpers"]

val random :
  (module V1_LWT.BLOCK with type t = 'a) -> 'a -> [ `Ok of unit | `Error of [ `Msg of string ] ] Lwt.t
[@@port "block-helpers"]
