(** Network interfaces, with Lwt (mirage-net 1.0.0 to 2.0.0). *)

[@@@since "3.0"]

[@@@until "3.10.6"]

[@@@complete]

module type S = sig
  type error = private [> Mirage_device.error ] [@@until "3.4"]
  type error = private [> Mirage_net.Net.error ] [@@since "3.5"]

  val pp_error : error Fmt.t

  type page_aligned_buffer = Io_page.t [@@until "3.4"]
  type buffer = Cstruct.t [@@port "buffer-type"]
  type macaddr = Macaddr.t
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io
  val write : t -> buffer -> (unit, error) result io [@@port "net-write-fill"] [@@until "3.4"]
  val write : t -> size:int -> (buffer -> int) -> (unit, error) result io [@@since "3.5"]

  val writev : t -> buffer list -> (unit, error) result io [@@port "net-writev"] [@@until "3.4"]

  val listen : t -> (buffer -> unit io) -> (unit, error) result io [@@port "net-listen-header"] [@@until "3.4"]

  val listen : t -> header_size:int -> (buffer -> unit io) -> (unit, error) result io
  [@@since "3.5"]

  val mac : t -> macaddr
  val mtu : t -> int [@@since "3.5"]
  val get_stats_counters : t -> Mirage_net.stats
  val reset_stats_counters : t -> unit
end
[@@until "3.7.0"]

module type S = Mirage_net.S [@@port "module-type-name"] [@@since "3.7.1"]
