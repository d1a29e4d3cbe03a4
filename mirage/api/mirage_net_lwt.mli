(** Network interfaces, with Lwt (mirage-net 1.0.0). *)

[@@@since "3.0"]

[@@@complete]

module type S = sig
  type error = private [> Mirage_device.error ]

  val pp_error : error Fmt.t

  type page_aligned_buffer = Io_page.t
  type buffer = Cstruct.t
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
end
