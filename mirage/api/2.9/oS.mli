(** The runtime (mirage-platform 2.6). *)

module Time : sig
  type 'a io = 'a Lwt.t

  val sleep : float -> unit Lwt.t [@@port "time-sleep"]

  val with_timeout : float -> (unit -> 'a Lwt.t) -> 'a Lwt.t [@@port "os-time-with-timeout"]

  module Monotonic : sig
    type time_kind = [ `Time | `Interval ]
    type 'a t constraint 'a = [< time_kind ]

    val time : unit -> [ `Time ] t
    val of_seconds : float -> [ `Interval ] t [@@port "os-time-monotonic"]
  end
end

module Main : sig
  val run : unit Lwt.t -> unit
  val at_enter : (unit -> unit Lwt.t) -> unit
  val at_exit : (unit -> unit Lwt.t) -> unit
end
