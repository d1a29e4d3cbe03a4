(** Flows joined to each other (mirage-flow 1.1). *)

module CopyStats : sig
  type t = {
    read_bytes : int64 ref;
    read_ops : int64 ref;
    write_bytes : int64 ref;
    write_ops : int64 ref;
    duration : float;
  }
end

val copy :
  (module V1.CLOCK) ->
  (module V1_LWT.FLOW with type flow = 'a) ->
  'a ->
  (module V1_LWT.FLOW with type flow = 'b) ->
  'b ->
  unit ->
  [ `Ok of CopyStats.t | `Error of [ `Msg of string ] ] Lwt.t
[@@port "flow-copy"]

val proxy :
  (module V1.CLOCK) ->
  (module V1_LWT.FLOW with type flow = 'a) ->
  'a ->
  (module V1_LWT.FLOW with type flow = 'b) ->
  'b ->
  unit ->
  [ `Ok of CopyStats.t * CopyStats.t | `Error of [ `Msg of string ] ] Lwt.t
[@@port "flow-copy"]
