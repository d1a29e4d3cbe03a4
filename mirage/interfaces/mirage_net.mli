(** Network interfaces (mirage-net 1.0.0 to 4.0.0). *)

[@@@since "3.0"]

[@@@complete]

module Net : sig
  type error = [ `Disconnected | `Invalid_length | `Unimplemented ] [@@until "3.10.6"]
  type error = [ `Disconnected | `Invalid_length ] [@@since "3.10.7"]

  val pp_error : error Fmt.t
end
[@@since "3.5"]

type error = Mirage_device.error [@@until "3.4"]

val pp_error : error Fmt.t [@@until "3.4"]

type stats = {
  mutable rx_bytes : int64;
  mutable rx_pkts : int32;
  mutable tx_bytes : int64;
  mutable tx_pkts : int32;
}

module type S = sig
  type error = private [> Mirage_device.error ] [@@until "3.4"]
  type error = private [> Net.error ] [@@since "3.5"]

  val pp_error : error Fmt.t

  type page_aligned_buffer [@@until "3.4"]
  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type macaddr [@@until "3.7.0"]
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]
  val write : t -> buffer -> (unit, error) result io [@@port "net-write-fill"] [@@until "3.4"]

  val write : t -> size:int -> (buffer -> int) -> (unit, error) result io
  [@@since "3.5"] [@@until "3.7.0"]

  val write : t -> size:int -> (Cstruct.t -> int) -> (unit, error) result Lwt.t [@@since "3.7.1"]

  val writev : t -> buffer list -> (unit, error) result io [@@port "net-writev"] [@@until "3.4"]

  val listen : t -> (buffer -> unit io) -> (unit, error) result io [@@port "net-listen-header"] [@@until "3.4"]

  val listen : t -> header_size:int -> (buffer -> unit io) -> (unit, error) result io
  [@@since "3.5"] [@@until "3.7.0"]

  val listen : t -> header_size:int -> (Cstruct.t -> unit Lwt.t) -> (unit, error) result Lwt.t
  [@@since "3.7.1"]

  val mac : t -> macaddr [@@until "3.7.0"]
  val mac : t -> Macaddr.t [@@since "3.7.1"]
  val mtu : t -> int [@@since "3.5"]
  val get_stats_counters : t -> stats
  val reset_stats_counters : t -> unit
end

module Stats : sig
  val create : unit -> stats
  val rx : stats -> int64 -> unit
  val tx : stats -> int64 -> unit
  val reset : stats -> unit
end
