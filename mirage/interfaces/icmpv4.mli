(** Control messages (tcpip 3.0.0 to 9.0.1). *)

(** Until 2.9.1: Control messages (tcpip). *)

[@@@complete "3.0"]

module type S = sig
  type t

  val disconnect : t -> unit Lwt.t

  type ipaddr = Ipaddr.V4.t
  type error

  val pp_error : error Fmt.t
  val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t
  val write : t -> ?src:ipaddr -> dst:ipaddr -> ?ttl:int -> Cstruct.t -> (unit, error) result Lwt.t
end
[@@since "3.10.8"]

module Make (I : V1_LWT.IP) : sig
  include V1_LWT.ICMPV4

  val connect : I.t -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
end
[@@until "2.9.1"]

module Make
    (I : Mirage_protocols_lwt.IPV4 [@until "3.7.0"])
    (I : Mirage_protocols.IP with type ipaddr = Ipaddr.V4.t [@since "3.7.1"] [@until "3.10.7"])
    (I : Tcpip.Ip.S with type ipaddr = Ipaddr.V4.t [@since "3.10.8"])
    : sig
  type 'a io = 'a Lwt.t [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type ipaddr = Ipaddr.V4.t
  type buffer = Cstruct.t [@@until "3.7.0"]
  type error

  val pp_error : error Fmt.t
  val input : t -> src:ipaddr -> dst:ipaddr -> buffer -> unit io [@@until "3.7.0"]
  val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.7.1"]
  val write : t -> dst:ipaddr -> buffer -> (unit, error) result io [@@until "3.4"]

  val write : t -> dst:ipaddr -> ?ttl:int -> buffer -> (unit, error) result io
  [@@since "3.5"] [@@until "3.7.0"]

  val write : t -> dst:ipaddr -> ?ttl:int -> Cstruct.t -> (unit, error) result Lwt.t
  [@@since "3.7.1"] [@@until "3.9"]

  val write : t -> ?src:ipaddr -> dst:ipaddr -> ?ttl:int -> Cstruct.t -> (unit, error) result Lwt.t
  [@@since "3.10"]

  val connect : I.t -> t io [@@until "3.7.0"]
  val connect : I.t -> t Lwt.t [@@since "3.7.1"]
end
[@@since "3.0"]
