(** Control messages (tcpip 3.0.0). *)

(** Until 2.9.1: Control messages (tcpip). *)

[@@@complete "3.0"]

module Make (I : V1_LWT.IP) : sig
  include V1_LWT.ICMPV4

  val connect : I.t -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
end
[@@until "2.9.1"]

module Make (I : Mirage_protocols_lwt.IPV4) : sig
  type 'a io = 'a Lwt.t
  type t

  val disconnect : t -> unit io

  type ipaddr = Ipaddr.V4.t
  type buffer = Cstruct.t
  type error

  val pp_error : error Fmt.t
  val input : t -> src:ipaddr -> dst:ipaddr -> buffer -> unit io
  val write : t -> dst:ipaddr -> buffer -> (unit, error) result io
  val connect : I.t -> t io
end
[@@since "3.0"]
