(** The runtime (mirage-platform 2.6). *)

module Time : sig
  val sleep : float -> unit Lwt.t [@@port "time-sleep"]
end

module Main : sig
  val run : unit Lwt.t -> unit
  val at_enter : (unit -> unit Lwt.t) -> unit
  val at_exit : (unit -> unit Lwt.t) -> unit
end
