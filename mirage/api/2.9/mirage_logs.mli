(** The log reporter that a unikernel set up by itself (mirage-logs 0.2). *)

module Make (Clock : V1.CLOCK) : sig
  type t

  val create : ?ring_size:int -> unit -> t [@@port "mirage-logs-make"]
  val run : t -> (unit -> 'a Lwt.t) -> 'a Lwt.t
end
