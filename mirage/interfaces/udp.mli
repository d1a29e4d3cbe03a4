(** Datagrams (tcpip 3.0.0). *)

(** Until 2.9.1: Datagrams (tcpip). *)

[@@@complete "3.0"]

module Make (I : V1_LWT.IP) : sig
  include V1_LWT.UDP with type ip = I.t and type ipaddr = I.ipaddr
     and type ipinput = src:I.ipaddr -> dst:I.ipaddr -> Cstruct.t -> unit Lwt.t

  val connect : ip -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
end
[@@port "udp-make-random"]
[@@until "2.9.1"]

module Make (IP : Mirage_protocols_lwt.IP) (R : Mirage_random.C) : sig
  type error

  val pp_error : error Fmt.t

  type buffer = Cstruct.t
  type ip = IP.t
  type ipaddr = IP.ipaddr
  type ipinput = src:IP.ipaddr -> dst:IP.ipaddr -> Cstruct.t -> unit Lwt.t
  type 'a io = 'a Lwt.t
  type t

  val disconnect : t -> unit io

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io

  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput
  val write : ?src_port:int -> dst:ipaddr -> dst_port:int -> t -> buffer -> (unit, error) result io
  val connect : ip -> t Lwt.t
end
[@@since "3.0"]
