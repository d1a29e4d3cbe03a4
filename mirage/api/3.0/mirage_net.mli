(** Mirage 3's signatures of NETWORK. *)

type stats = {
  mutable rx_bytes : int64;
  mutable rx_pkts : int32;
  mutable tx_bytes : int64;
  mutable tx_pkts : int32;
}

module type S = sig
  type page_aligned_buffer
  type buffer
  type error = private [> Mirage_device.error ]
  type macaddr = Macaddr.t
  type +'a io
  type t
  val disconnect : t -> unit io
  val write : t -> buffer -> (unit, error) result io
  val writev : t -> buffer list -> (unit, error) result io
  val listen : t -> (buffer -> unit io) -> (unit, error) result io
  val mac : t -> macaddr
  val get_stats_counters : t -> stats
  val reset_stats_counters : t -> unit
  val pp_error : error Fmt.t
end
