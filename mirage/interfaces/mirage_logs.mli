(** The log reporter, set up by the tool (mirage-logs 0.3.0 to 3.0.0). *)

(** Until 2.9.1: The log reporter that a unikernel set up by itself (mirage-logs 0.2). *)

[@@@complete "3.0"]

val create : ?ch:Format.formatter -> unit -> Logs.reporter
[@@port "mirage-logs-run"]
[@@since "4.9"]

type threshold_config = Logs.src -> Logs.level [@@since "3.0"] [@@until "4.4.0"]

module Make (Clock : V1.CLOCK) : sig
  type t

  val create : ?ring_size:int -> unit -> t [@@port "mirage-logs-make"]
  val run : t -> (unit -> 'a Lwt.t) -> 'a Lwt.t
end
[@@until "2.9.1"]

module Make (Clock : Mirage_clock.PCLOCK) : sig
  type t [@@until "4.4.0"]

  val run : t -> (unit -> 'a Lwt.t) -> 'a Lwt.t [@@until "4.4.0"]
  val set_reporter : t -> unit [@@until "4.4.0"]
  val unset_reporter : t -> unit [@@until "4.4.0"]
  val create :
    ?ch:out_channel -> ?ring_size:int -> ?console_threshold:threshold_config -> Clock.t -> t
  [@@port "mirage-logs-run"]
  [@@until "3.7.0"]

  val create : ?ch:out_channel -> ?ring_size:int -> ?console_threshold:threshold_config -> unit -> t
  [@@port "mirage-logs-run"]
  [@@since "3.7.1"] [@@until "4.4.0"]

  val create : ?ch:Format.formatter -> unit -> Logs.reporter
  [@@port "mirage-logs-run"]
  [@@since "4.4.1"]
  val reporter : t -> Logs.reporter [@@until "4.4.0"]
  val dump_ring : t -> out_channel -> unit [@@until "4.4.0"]
end
[@@port "functor-removed"]
[@@since "3.0"] [@@until "4.8"]
