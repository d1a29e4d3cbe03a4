(** IPv6 (tcpip 3.0.0 to 9.0.1). *)

(** Until 2.9.1: IPv6 (tcpip). *)

[@@@complete "3.0"]

module Make (E : V1_LWT.ETHIF) (Time : V1_LWT.TIME) (Clock : V1.CLOCK) : sig
  include V1_LWT.IPV6 with type ethif = E.t

  val connect : ?ip:Ipaddr.V6.t -> ?netmask:Ipaddr.V6.Prefix.t list -> ?gateways:Ipaddr.V6.t list -> ethif -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
  [@@port "tcpip-connect-clock"]
  [@@port "ipv6-connect-args"]
end
[@@until "2.9.1"]

module Make
    (E : Mirage_protocols_lwt.ETHIF [@until "3.4"])
    (E : Mirage_protocols_lwt.ETHERNET [@since "3.5"] [@until "3.7.0"])
    (R : Mirage_random.C [@since "3.5"] [@until "3.7.0"])
    (T : Mirage_time_lwt.S [@until "3.7.0"])
    (Clock : Mirage_clock_lwt.MCLOCK [@until "3.7.0"])
    (N : Mirage_net.S [@since "3.10"])
    (E : Mirage_protocols.ETHERNET [@since "3.7.1"] [@until "3.10.7"])
    (E : Ethernet.S [@since "3.10.8"])
    (R : Mirage_random.S [@since "3.7.1"] [@until "4.6"])
    (R : Mirage_crypto_rng_mirage.S [@since "4.7"] [@until "4.8"])
    (T : Mirage_time.S [@since "3.7.1"] [@until "4.8"])
    (Clock : Mirage_clock.MCLOCK [@since "3.7.1"] [@until "4.8"])
    : sig
  type error = private [> Mirage_protocols.Ip.error ] [@@until "3.10.7"]
  type nonrec error = private [> Tcpip.Ip.error ] [@@since "3.10.8"]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@until "3.7.0"]
  type ethif = E.t [@@until "3.4"]
  type ipaddr = Ipaddr.V6.t

  val pp_ipaddr : ipaddr Fmt.t [@@since "3.5"]

  type prefix = Ipaddr.V6.Prefix.t [@@since "4.6"]

  val pp_prefix : prefix Fmt.t [@@since "4.6"]

  type prefix = Ipaddr.V6.Prefix.t [@@until "3.4"]
  type 'a io = 'a Lwt.t [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io [@@until "3.7.0"]
  type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t [@@since "3.7.1"]

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> buffer -> unit io
  [@@until "3.7.0"]

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> Cstruct.t -> unit Lwt.t
  [@@since "3.7.1"]

  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  [@@until "3.4"]
  val write : t -> buffer -> buffer -> (unit, error) result io [@@until "3.4"]

  val write :
    t ->
    ?fragment:bool ->
    ?ttl:int ->
    ?src:ipaddr ->
    ipaddr ->
    Mirage_protocols.Ip.proto ->
    ?size:int ->
    (buffer -> int) ->
    buffer list ->
    (unit, error) result io
  [@@since "3.5"] [@@until "3.7.0"]

  val write :
    t ->
    ?fragment:bool ->
    ?ttl:int ->
    ?src:ipaddr ->
    ipaddr ->
    Mirage_protocols.Ip.proto ->
    ?size:int ->
    (Cstruct.t -> int) ->
    Cstruct.t list ->
    (unit, error) result Lwt.t
  [@@since "3.7.1"] [@@until "3.10.7"]

  val write :
    t ->
    ?fragment:bool ->
    ?ttl:int ->
    ?src:ipaddr ->
    ipaddr ->
    Tcpip.Ip.proto ->
    ?size:int ->
    (Cstruct.t -> int) ->
    Cstruct.t list ->
    (unit, error) result Lwt.t
  [@@since "3.10.8"]

  val writev : t -> buffer -> buffer list -> (unit, error) result io [@@until "3.4"]
  val checksum : buffer -> buffer list -> int [@@until "3.4"]
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer [@@until "3.4"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> buffer
  [@@since "3.5"] [@@until "3.7.0"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> Cstruct.t
  [@@since "3.7.1"] [@@until "3.10.7"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> int -> Cstruct.t
  [@@since "3.10.8"]

  val src : t -> dst:ipaddr -> ipaddr
  val set_ip : t -> ipaddr -> unit io [@@until "3.4"]
  val get_ip : t -> ipaddr list
  val configured_ips : t -> prefix list [@@since "4.6"]
  val mtu : t -> int [@@since "3.5"] [@@until "3.9"]
  val mtu : t -> dst:ipaddr -> int [@@since "3.10"]

  type uipaddr = Ipaddr.t [@@until "3.4"]

  val to_uipaddr : ipaddr -> uipaddr [@@until "3.4"]
  val of_uipaddr : uipaddr -> ipaddr option [@@until "3.4"]
  val connect :
    ?ip:Ipaddr.V6.t list ->
    ?netmask:Ipaddr.V6.Prefix.t list ->
    ?gateways:Ipaddr.V6.t list ->
    ethif ->
    Clock.t ->
    t Lwt.t
  [@@until "3.4"]

  val connect :
    ?ip:Ipaddr.V6.t list ->
    ?netmask:Ipaddr.V6.Prefix.t list ->
    ?gateways:Ipaddr.V6.t list ->
    E.t ->
    Clock.t ->
    t Lwt.t
  [@@since "3.5"] [@@until "3.7.0"]

  val connect :
    ?ip:Ipaddr.V6.t list ->
    ?netmask:Ipaddr.V6.Prefix.t list ->
    ?gateways:Ipaddr.V6.t list ->
    E.t ->
    t Lwt.t
  [@@since "3.7.1"] [@@until "3.9"]

  val connect :
    ?no_init:bool ->
    ?handle_ra:bool ->
    ?cidr:Ipaddr.V6.Prefix.t ->
    ?gateway:Ipaddr.V6.t ->
    N.t ->
    E.t ->
    t Lwt.t
  [@@since "3.10"]
end
[@@port "functor-parameters"]
[@@since "3.0"]
