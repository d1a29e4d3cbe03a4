(** IPv4 with addresses of its own (tcpip 3.0.0 to 9.0.1). *)

[@@@since "3.0"]

[@@@complete]

module Make
    (N : Mirage_protocols_lwt.ETHIF [@until "3.4"])
    (R : Mirage_random.C [@since "3.5"] [@until "3.7.0"])
    (R : Mirage_random.S [@since "3.7.1"] [@until "4.6"])
    (R : Mirage_crypto_rng_mirage.S [@since "4.7"] [@until "4.8"])
    (C : Mirage_clock.MCLOCK [@since "3.5"] [@until "4.8"])
    (E : Mirage_protocols_lwt.ETHERNET [@since "3.5"] [@until "3.7.0"])
    (A : Mirage_protocols_lwt.ARP [@until "3.7.0"])
    (E : Mirage_protocols.ETHERNET [@since "3.7.1"] [@until "3.10.7"])
    (A : Mirage_protocols.ARP [@since "3.7.1"] [@until "3.10.7"])
    (E : Ethernet.S [@since "3.10.8"])
    (A : Arp.S [@since "3.10.8"])
    : sig
  type error = private [> Mirage_protocols.Ip.error ] [@@until "3.10.7"]
  type nonrec error = private [> Tcpip.Ip.error ] [@@since "3.10.8"]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@until "3.7.0"]
  type ethif = N.t [@@until "3.4"]
  type ipaddr = Ipaddr.V4.t

  val pp_ipaddr : ipaddr Fmt.t [@@since "3.5"]

  type prefix = Ipaddr.V4.Prefix.t [@@since "4.6"]

  val pp_prefix : prefix Fmt.t [@@since "4.6"]

  type prefix = Ipaddr.V4.Prefix.t [@@until "3.4"]
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
  [@@port "ip-allocate-frame"]
  [@@until "3.4"]
  val write : t -> buffer -> buffer -> (unit, error) result io [@@port "ip-write-call"] [@@until "3.4"]

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

  val writev : t -> buffer -> buffer list -> (unit, error) result io [@@port "ip-allocate-frame"] [@@until "3.4"]
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
    ?ip:Ipaddr.V4.t ->
    ?network:Ipaddr.V4.Prefix.t ->
    ?gateway:Ipaddr.V4.t option ->
    ethif ->
    A.t ->
    t Lwt.t
  [@@port "static-ipv4-cidr"]
  [@@until "3.4"]

  val connect :
    ?ip:Ipaddr.V4.t ->
    ?network:Ipaddr.V4.Prefix.t ->
    ?gateway:Ipaddr.V4.t option ->
    C.t ->
    E.t ->
    A.t ->
    t Lwt.t
  [@@port "static-ipv4-cidr"]
  [@@since "3.5"] [@@until "3.7.0"]

  val connect :
    ip:Ipaddr.V4.Prefix.t * Ipaddr.V4.t ->
    ?gateway:Ipaddr.V4.t ->
    ?fragment_cache_size:int ->
    E.t ->
    A.t ->
    t Lwt.t
  [@@port "static-ipv4-cidr"]
  [@@since "3.7.1"] [@@until "3.7"]

  val connect :
    ?no_init:bool ->
    cidr:Ipaddr.V4.Prefix.t ->
    ?gateway:Ipaddr.V4.t ->
    ?fragment_cache_size:int ->
    E.t ->
    A.t ->
    t Lwt.t
  [@@since "3.8"]
end
[@@port "functor-parameters"]
