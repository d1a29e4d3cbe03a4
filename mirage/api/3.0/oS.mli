(** The runtime (mirage-platform 3.0.0, mirage-solo5 0.2.0): what any target has of it. Each target
    lacks some of the modules, and has others of its own. *)

module Time : sig
  [@@@complete]

  type 'a io = 'a Lwt.t

  module Monotonic : sig
    type time_kind = [ `Time | `Interval ]
    type 'a t constraint 'a = [< time_kind ]

    val time : unit -> [ `Time ] t
    val ( + ) : 'a t -> [ `Interval ] t -> 'a t
    val ( - ) : 'a t -> [ `Interval ] t -> 'a t
    val interval : [ `Time ] t -> [ `Time ] t -> [ `Interval ] t
    val of_nanoseconds : int64 -> _ t
  end

  val restart_threads : (unit -> [ `Time ] Monotonic.t) -> unit
  val select_next : unit -> [ `Time ] Monotonic.t option
  val sleep_ns : int64 -> unit Lwt.t

  exception Timeout

  val with_timeout : int64 -> (unit -> 'a Lwt.t) -> 'a Lwt.t
end

module Main : sig
  [@@@complete]

  val wait_for_work : unit -> unit Lwt.t
  val run : unit Lwt.t -> unit
  val at_enter : (unit -> unit Lwt.t) -> unit
  val at_enter_iter : (unit -> unit) -> unit
  val at_exit_iter : (unit -> unit) -> unit
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
  [@@@complete]

  type reason = Poweroff | Reboot | Suspend | Crash

  val add_resume_hook : (unit -> unit Lwt.t) -> unit
  val shutdown : reason -> unit
  val suspend : unit -> int Lwt.t
end

module Lifecycle : sig
  [@@@complete]

  val await_shutdown_request :
    ?can_poweroff:bool -> ?can_reboot:bool -> unit -> [ `Poweroff | `Reboot ] Lwt.t
end

module Start_info : sig
  [@@@complete]

  type t = {
    magic : string;
    nr_pages : int;
    shared_info : int;
    flags : int;
    store_mfn : int;
    store_evtchn : int;
    console_mfn : int;
    console_evtchn : int;
    pt_base : int;
    nr_pt_frames : int;
    mfn_list : int;
    mod_start : int;
    mod_len : int;
    cmd_line : string;
    first_p2m_pfn : int;
    nr_p2m_frames : int;
  }

  val get : unit -> t
  val console_start_page : unit -> Io_page.t
  val xenstore_start_page : unit -> Io_page.t
end

module Env : sig
  [@@@complete]

  val argv : unit -> string array Lwt.t
end

module MM : sig
  [@@@complete]

  module Heap_pages : sig
    val total : unit -> int
    val used : unit -> int
  end
end

module Device_state : sig
  [@@@complete]

  type state =
    | Unknown | Initialising | InitWait | Initialised | Connected | Closing | Closed
    | Reconfiguring | Reconfigured

  val of_string : string -> state
  val to_string : state -> string
  val prettyprint : state -> string
end
