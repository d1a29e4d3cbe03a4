(** Network interfaces (mirage-net-unix 2.3.0). *)

(** Until 2.9.1: Network interfaces (mirage-net-unix, mirage-net-xen). *)

[@@@until "3.7.0"]

include V1_LWT.NETWORK [@@until "2.9.1"]

(** Packets of a file as a network (mirage-net-pcap 0.0.1, whose module has this name, too). *)

module Make (K : V1_LWT.KV_RO) (T : V1_LWT.TIME) : sig
  type t
end
[@@port "net-pcap"]
[@@until "2.9.1"]

type error = private [> Mirage_device.error ] [@@since "3.0"]

val pp_error : error Fmt.t [@@since "3.0"]

type page_aligned_buffer = Io_page.t [@@since "3.0"]
type buffer = Cstruct.t [@@since "3.0"]
type macaddr = Macaddr.t [@@since "3.0"]
type 'a io = 'a Lwt.t [@@since "3.0"]
type t [@@since "3.0"]

val disconnect : t -> unit io [@@since "3.0"]
val write : t -> buffer -> (unit, error) result io [@@since "3.0"]
val writev : t -> buffer list -> (unit, error) result io [@@since "3.0"]
val listen : t -> (buffer -> unit io) -> (unit, error) result io [@@since "3.0"]
val mac : t -> macaddr [@@since "3.0"]
val get_stats_counters : t -> Mirage_net.stats [@@since "3.0"]
val reset_stats_counters : t -> unit [@@since "3.0"]

val connect : string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
[@@until "2.9.1"]
val connect : string -> t Lwt.t [@@since "3.0"]
