(** The runtime (mirage-platform 3.0). *)

module Time : sig
  type 'a io = 'a Lwt.t

  val sleep_ns : int64 -> unit Lwt.t
  val with_timeout : int64 -> (unit -> 'a Lwt.t) -> 'a Lwt.t

  module Monotonic : sig
    type time_kind = [ `Time | `Interval ]
    type 'a t constraint 'a = [< time_kind ]

    val time : unit -> [ `Time ] t
    val of_nanoseconds : int64 -> [ `Interval ] t
  end
end

module Main : sig
  val run : unit Lwt.t -> unit
  val at_enter : (unit -> unit Lwt.t) -> unit
  val at_exit : (unit -> unit Lwt.t) -> unit
end
