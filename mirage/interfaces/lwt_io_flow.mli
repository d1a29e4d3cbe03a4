(** Channels of Lwt_io over flows, on Unix (mirage-flow 1.1). *)

[@@@until "2.9.1"]

module Make (F : V1_LWT.FLOW) : sig end
[@@port "lwt-io-flow"]
