(** The runtime (mirage-platform 3.0.0, mirage-solo5 0.2.0): what any target has of it. Each target
    lacks some of the modules, and has others of its own. *)

(** Until 2.9.1: The runtime (mirage-platform 2.6). *)

[@@@until "3.10"]

[@@@port "open-removed"]

module Time : sig
  [@@@complete "3.0"]

  type 'a io = 'a Lwt.t

  val sleep : float -> unit Lwt.t [@@port "time-sleep"] [@@until "2.9.1"]

  module Monotonic : sig
    type time_kind = [ `Time | `Interval ]
    type 'a t constraint 'a = [< time_kind ]

    val time : unit -> [ `Time ] t
    val of_seconds : float -> [ `Interval ] t [@@port "os-time-monotonic"] [@@until "2.9.1"]
    val ( + ) : 'a t -> [ `Interval ] t -> 'a t [@@since "3.0"]
    val ( - ) : 'a t -> [ `Interval ] t -> 'a t [@@since "3.0"]
    val interval : [ `Time ] t -> [ `Time ] t -> [ `Interval ] t [@@since "3.0"]
    val of_nanoseconds : int64 -> _ t [@@since "3.0"]
  end

  val restart_threads : (unit -> [ `Time ] Monotonic.t) -> unit [@@since "3.0"]
  val select_next : unit -> [ `Time ] Monotonic.t option [@@since "3.0"]
  val sleep_ns : int64 -> unit Lwt.t [@@port "os-time"] [@@since "3.0"]

  exception Timeout [@@since "3.0"]

  val with_timeout : float -> (unit -> 'a Lwt.t) -> 'a Lwt.t [@@port "os-time-with-timeout"]
  [@@until "2.9.1"]
  val with_timeout : int64 -> (unit -> 'a Lwt.t) -> 'a Lwt.t [@@since "3.0"]
end
[@@port "os-time"]

module Main : sig
  [@@@complete "3.0"]

  val wait_for_work : unit -> unit Lwt.t [@@since "3.0"]
  val run : unit Lwt.t -> unit
  val at_enter : (unit -> unit Lwt.t) -> unit
  val at_exit : (unit -> unit Lwt.t) -> unit [@@until "2.9.1"]
  val at_enter_iter : (unit -> unit) -> unit [@@since "3.0"]
  val at_exit_iter : (unit -> unit) -> unit [@@since "3.0"]
end
[@@port "os-modules"]

module Activations : sig
  [@@@complete "3.0"]

  type event

  val program_start : event
  val after : Eventchn.t -> event -> event Lwt.t
  val wait : Eventchn.t -> unit Lwt.t
  val run : Eventchn.handle -> unit
  val resume : unit -> unit
  val dump : unit -> unit
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
[@@port "os-xen"]
[@@port.to Xen_os.Xs]

module Sched : sig
  [@@@complete "3.0"]

  type reason = Poweroff | Reboot | Suspend | Crash

  val add_resume_hook : (unit -> unit Lwt.t) -> unit [@@since "3.0"]
  val shutdown : reason -> unit
  val suspend : unit -> int Lwt.t
end
[@@port "os-xen"]
[@@port.to Xen_os.Sched]

module Lifecycle : sig
  [@@@complete "3.0"]

  val await_shutdown_request :
    ?can_poweroff:bool -> ?can_reboot:bool -> unit -> [ `Poweroff | `Reboot ] Lwt.t
end
[@@port "os-xen"]
[@@port.to Xen_os.Lifecycle]

module Start_info : sig
  [@@@complete "3.0"]

  type t = { cmd_line : string } [@@until "2.9.1"]

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
  [@@since "3.0"]

  val get : unit -> t
  val console_start_page : unit -> Io_page.t [@@since "3.0"]
  val xenstore_start_page : unit -> Io_page.t [@@since "3.0"]
end
[@@port "os-modules"]

module Env : sig
  [@@@complete "3.0"]

  val argv : unit -> string array Lwt.t
end
[@@port "os-modules"]

module MM : sig
  [@@@complete "3.0"]

  module Heap_pages : sig
    val total : unit -> int
    val used : unit -> int
  end
end
[@@port "os-modules"]

module Device_state : sig
  [@@@complete]

  type state =
    | Unknown | Initialising | InitWait | Initialised | Connected | Closing | Closed
    | Reconfiguring | Reconfigured

  val of_string : string -> state
  val to_string : state -> string
  val prettyprint : state -> string
end
[@@port "os-modules"]
[@@since "3.0"]
