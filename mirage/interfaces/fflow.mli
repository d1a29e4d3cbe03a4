(** Flows made of functions (mirage-flow 1.1). *)

[@@@until "2.9.1"]

[@@@port "flow-fun-module"]

include V1_LWT.FLOW

val make : ?close:(unit -> unit Lwt.t) -> ?input:(Cstruct.t -> int -> int -> int Lwt.t) ->
  ?output:(Cstruct.t -> int -> int -> int Lwt.t) -> unit -> flow
