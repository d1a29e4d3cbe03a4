(** Channels of Lwt_io over flows, on Unix (mirage-flow 1.2.0). *)

[@@@since "3.0"]

[@@@until "3.7.0"]

[@@@complete]

module Make (F : Mirage_flow_lwt.S) : sig
  val ic : ?buffer_size:int -> ?close:bool -> F.flow -> Lwt_io.input_channel
  val oc : ?buffer_size:int -> ?close:bool -> F.flow -> Lwt_io.output_channel
end
