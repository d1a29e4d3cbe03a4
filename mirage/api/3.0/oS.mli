(** The runtime (mirage-platform 3.0). *)

module Time : sig
  val sleep_ns : int64 -> unit Lwt.t
end

module Main : sig
  val run : unit Lwt.t -> unit
  val at_enter : (unit -> unit Lwt.t) -> unit
  val at_exit : (unit -> unit Lwt.t) -> unit
end
