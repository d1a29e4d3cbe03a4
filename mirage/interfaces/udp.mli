(** Datagrams (tcpip 3.0.0 to 9.0.1). *)

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

module Make
    (IP : Mirage_protocols_lwt.IP [@until "3.7.0"])
    (R : Mirage_random.C [@until "3.7.0"])
    (IP : Mirage_protocols.IP [@since "3.7.1"] [@until "3.10.7"])
    (IP : Tcpip.Ip.S [@since "3.10.8"])
    (R : Mirage_random.S [@since "3.7.1"] [@until "4.6"])
    (R : Mirage_crypto_rng_mirage.S [@since "4.7"] [@until "4.8"])
    : sig
  type error

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@until "3.7.0"]
  type ip = IP.t [@@until "3.4"]
  type ipaddr = IP.ipaddr
  type ipinput = src:IP.ipaddr -> dst:IP.ipaddr -> Cstruct.t -> unit Lwt.t [@@until "3.10.7"]
  type 'a io = 'a Lwt.t [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io [@@until "3.7.0"]

  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t
  [@@since "3.7.1"]

  val listen : t -> port:int -> callback -> unit [@@since "3.10.8"]
  val unlisten : t -> port:int -> unit [@@since "3.10.8"]

  val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"] [@@until "3.10.7"]
  val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.10.8"]
  val write : ?src_port:int -> dst:ipaddr -> dst_port:int -> t -> buffer -> (unit, error) result io
  [@@until "3.4"]

  val write :
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    buffer ->
    (unit, error) result io
  [@@since "3.5"] [@@until "3.7.0"]

  val write :
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    Cstruct.t ->
    (unit, error) result Lwt.t
  [@@since "3.7.1"] [@@until "3.9"]

  val write :
    ?src:ipaddr ->
    ?src_port:int ->
    ?ttl:int ->
    dst:ipaddr ->
    dst_port:int ->
    t ->
    Cstruct.t ->
    (unit, error) result Lwt.t
  [@@since "3.10"]

  val connect : ip -> t Lwt.t [@@until "3.4"]
  val connect : IP.t -> t Lwt.t [@@since "3.5"]
end
[@@port "functor-parameters"]
[@@since "3.0"]
