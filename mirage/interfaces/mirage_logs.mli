(** The log reporter, set up by the tool (mirage-logs 0.3.0). *)

(** Until 2.9.1: The log reporter that a unikernel set up by itself (mirage-logs 0.2). *)

[@@@complete "3.0"]

type threshold_config = Logs.src -> Logs.level [@@since "3.0"]

module Make (Clock : V1.CLOCK) : sig
  type t

  val create : ?ring_size:int -> unit -> t [@@port "mirage-logs-make"]
  val run : t -> (unit -> 'a Lwt.t) -> 'a Lwt.t
end
[@@until "2.9.1"]

module Make (Clock : Mirage_clock.PCLOCK) : sig
  type t

  val run : t -> (unit -> 'a Lwt.t) -> 'a Lwt.t
  val set_reporter : t -> unit
  val unset_reporter : t -> unit
  val create :
    ?ch:out_channel -> ?ring_size:int -> ?console_threshold:threshold_config -> Clock.t -> t
  val reporter : t -> Logs.reporter
  val dump_ring : t -> out_channel -> unit
end
[@@since "3.0"]
