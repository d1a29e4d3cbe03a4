(** Mirage 3's signatures of NETWORK. *)

module type S = sig
  type page_aligned_buffer = Io_page.t
  type buffer = Cstruct.t
  type error = private [> Mirage_device.error ]
  type macaddr = Macaddr.t
  type 'a io = 'a Lwt.t
  type t
  val disconnect : t -> unit io
  val write : t -> buffer -> (unit, error) result io
  val writev : t -> buffer list -> (unit, error) result io
  val listen : t -> (buffer -> unit io) -> (unit, error) result io
  val mac : t -> macaddr
  val get_stats_counters : t -> Mirage_net.stats
  val reset_stats_counters : t -> unit
  val pp_error : error Fmt.t
end
