(** Channels of Lwt_io over flows, on Unix (mirage-flow 1.2). *)

module Make (F : Mirage_flow_lwt.S) : sig end
