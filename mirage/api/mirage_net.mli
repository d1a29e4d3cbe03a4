(** Network interfaces (mirage-net 1.0.0). *)

[@@@since "3.0"]

[@@@complete]

type error = Mirage_device.error

val pp_error : error Fmt.t

type stats = {
  mutable rx_bytes : int64;
  mutable rx_pkts : int32;
  mutable tx_bytes : int64;
  mutable tx_pkts : int32;
}

module type S = sig
  type error = private [> Mirage_device.error ]

  val pp_error : error Fmt.t

  type page_aligned_buffer
  type buffer
  type macaddr
  type +'a io
  type t

  val disconnect : t -> unit io
  val write : t -> buffer -> (unit, error) result io
  val writev : t -> buffer list -> (unit, error) result io
  val listen : t -> (buffer -> unit io) -> (unit, error) result io
  val mac : t -> macaddr
  val get_stats_counters : t -> stats
  val reset_stats_counters : t -> unit
end

module Stats : sig
  val create : unit -> stats
  val rx : stats -> int64 -> unit
  val tx : stats -> int64 -> unit
  val reset : stats -> unit
end
