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
    (I : sig type error = private [> Mirage_protocols.Ip.error ] val pp_error : error Fmt.t type ipaddr = Ipaddr.V4.t val pp_ipaddr : ipaddr Fmt.t type t val disconnect : t -> unit Lwt.t type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t val input : t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> Cstruct.t -> unit Lwt.t val write : t -> ?fragment:bool -> ?ttl:int -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> ?size:int -> (Cstruct.t -> int) -> Cstruct.t list -> (unit, error) result Lwt.t val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> Cstruct.t val src : t -> dst:ipaddr -> ipaddr val get_ip : t -> ipaddr list val mtu : t -> int end [@since "3.7.1"] [@until "3.9"])
    (I : sig type error = private [> Mirage_protocols.Ip.error ] val pp_error : error Fmt.t type ipaddr = Ipaddr.V4.t val pp_ipaddr : ipaddr Fmt.t type t val disconnect : t -> unit Lwt.t type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t val input : t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> Cstruct.t -> unit Lwt.t val write : t -> ?fragment:bool -> ?ttl:int -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> ?size:int -> (Cstruct.t -> int) -> Cstruct.t list -> (unit, error) result Lwt.t val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> Cstruct.t val src : t -> dst:ipaddr -> ipaddr val get_ip : t -> ipaddr list val mtu : t -> dst:ipaddr -> int end [@since "3.10"] [@until "3.10.7"])
    (I : sig type nonrec error = private [> Tcpip.Ip.error ] val pp_error : error Fmt.t type ipaddr = Ipaddr.V4.t val pp_ipaddr : ipaddr Fmt.t type t val disconnect : t -> unit Lwt.t type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t val input : t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> Cstruct.t -> unit Lwt.t val write : t -> ?fragment:bool -> ?ttl:int -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> ?size:int -> (Cstruct.t -> int) -> Cstruct.t list -> (unit, error) result Lwt.t val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> int -> Cstruct.t val src : t -> dst:ipaddr -> ipaddr val get_ip : t -> ipaddr list val mtu : t -> dst:ipaddr -> int end [@since "3.10.8"] [@until "4.5"])
    (I : sig type nonrec error = private [> Tcpip.Ip.error ] val pp_error : error Fmt.t type ipaddr = Ipaddr.V4.t val pp_ipaddr : ipaddr Fmt.t type prefix val pp_prefix : prefix Fmt.t type t val disconnect : t -> unit Lwt.t type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t val input : t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> Cstruct.t -> unit Lwt.t val write : t -> ?fragment:bool -> ?ttl:int -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> ?size:int -> (Cstruct.t -> int) -> Cstruct.t list -> (unit, error) result Lwt.t val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> int -> Cstruct.t val src : t -> dst:ipaddr -> ipaddr val get_ip : t -> ipaddr list val configured_ips : t -> prefix list val mtu : t -> dst:ipaddr -> int end [@since "4.6"])
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
