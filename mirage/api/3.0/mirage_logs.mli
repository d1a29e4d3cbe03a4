(** The log reporter, set up by the tool (mirage-logs 0.3). *)

module Make (Clock : Mirage_clock_lwt.PCLOCK) : sig
  type t

  val create : ?ring_size:int -> Clock.t -> t
  val run : t -> (unit -> 'a Lwt.t) -> 'a Lwt.t
end
