(** The log reporter, set up by the tool (mirage-logs 0.3.0). *)

[@@@complete]

type threshold_config = Logs.src -> Logs.level

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
