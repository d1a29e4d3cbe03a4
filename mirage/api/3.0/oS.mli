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

module Xs : sig
  type client
  type handle

  val make : unit -> client Lwt.t
  val immediate : client -> (handle -> 'a Lwt.t) -> 'a Lwt.t
  val transaction : client -> (handle -> 'a Lwt.t) -> 'a Lwt.t
  val wait : client -> (handle -> 'a Lwt.t) -> 'a Lwt.t
  val directory : handle -> string -> string list Lwt.t
  val read : handle -> string -> string Lwt.t
  val write : handle -> string -> string -> unit Lwt.t
  val rm : handle -> string -> unit Lwt.t
end

module Sched : sig
  type reason = Poweroff | Reboot | Suspend | Crash

  val shutdown : reason -> unit
  val suspend : unit -> int Lwt.t
end

module Lifecycle : sig
  val await_shutdown_request :
    ?can_poweroff:bool -> ?can_reboot:bool -> unit -> [ `Poweroff | `Reboot ] Lwt.t
end

module Start_info : sig
  type t = { cmd_line : string }

  val get : unit -> t
end

module Env : sig
  val argv : unit -> string array Lwt.t
end

module MM : sig
  module Heap_pages : sig
    val total : unit -> int
    val used : unit -> int
  end
end
