(** Network interfaces between unikernels of one process (mirage-vnetif 0.3). *)

(** Until 2.9.1: Network interfaces between unikernels of one process (mirage-vnetif 0.2). *)

[@@@until "3.4"]

[@@@complete "3.0"]

module type BACKEND = sig
  type 'a io = 'a Lwt.t
  type buffer = Cstruct.t
  type id = int
  type macaddr = Macaddr.t
  type t
  type error = [ `Unknown of string | `Disconnected | `Unimplemented ] [@@until "2.9.1"]

  val register : t -> [ `Ok of id | `Error of error ] [@@until "2.9.1"]
  val register : t -> [ `Ok of id | `Error of Mirage_net.error ] [@@since "3.0"]
  val unregister : t -> id -> unit io
  val mac : t -> id -> macaddr
  val write : t -> id -> buffer -> unit io [@@until "2.9.1"]
  val write : t -> id -> buffer -> (unit, Mirage_net.error) result io [@@since "3.0"]
  val writev : t -> id -> buffer list -> unit io [@@until "2.9.1"]
  val writev : t -> id -> buffer list -> (unit, Mirage_net.error) result io [@@since "3.0"]
  val set_listen_fn : t -> id -> (buffer -> unit io) -> unit
  val unregister_and_flush : t -> id -> unit io
end

module Make (B : BACKEND) : sig
  include V1_LWT.NETWORK with type id = B.id

  val connect : B.t -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
end
[@@until "2.9.1"]

module Make (B : BACKEND) : sig
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
  val connect : B.t -> t Lwt.t
end
[@@since "3.0"]
