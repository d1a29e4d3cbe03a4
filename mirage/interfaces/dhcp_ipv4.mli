(** IPv4 with addresses that DHCP gives (charrua-client 0.1.0). *)

[@@@since "3.0"]

[@@@complete]

module type S = sig
  module Net : Mirage_net.S

  module Ipv4 : sig
    type nonrec error = private [> Tcpip.Ip.error ]

    val pp_error : error Fmt.t

    type ipaddr = Ipaddr.V4.t

    val pp_ipaddr : ipaddr Fmt.t

    type prefix = Ipaddr.V4.Prefix.t

    val pp_prefix : prefix Fmt.t

    type t

    val disconnect : t -> unit Lwt.t

    type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t

    val input :
      t ->
      tcp:callback ->
      udp:callback ->
      default:(proto:int -> callback) ->
      Cstruct.t ->
      unit Lwt.t

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

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> int -> Cstruct.t
    val src : t -> dst:ipaddr -> ipaddr
    val get_ip : t -> ipaddr list
    val configured_ips : t -> prefix list
    val mtu : t -> dst:ipaddr -> int
  end

  type t

  val lease : t -> Dhcp_wire.dhcp_option list option Lwt.t
  val net : t -> Net.t
  val ipv4 : t -> Ipv4.t
end
[@@since "4.9"]

module type With_lease = sig
  type t

  val lease : t -> Dhcp_wire.dhcp_option list option Lwt.t
end
[@@since "4.9"]

module Make
    (D : Mirage_protocols_lwt.DHCP_CLIENT [@until "3.7.0"])
    (E : Mirage_types_lwt.ETHIF [@until "3.4"])
    (A : Mirage_types_lwt.ARP [@until "3.4"])
    (R : Mirage_random.C [@since "3.5"] [@until "3.7.0"])
    (D : Mirage_protocols.DHCP_CLIENT [@since "3.7.1"] [@until "3.9"])
    (R : Mirage_random.S [@since "3.7.1"] [@until "4.6"])
    (R : Mirage_crypto_rng_mirage.S [@since "4.7"])
    (C : Mirage_clock.MCLOCK [@since "3.5"])
    (E : Mirage_protocols_lwt.ETHERNET [@since "3.5"] [@until "3.7.0"])
    (A : Mirage_protocols_lwt.ARP [@since "3.5"] [@until "3.7.0"])
    (Time : Mirage_time.S [@since "3.10"])
    (Network : Mirage_net.S [@since "3.10"])
    (E : Mirage_protocols.ETHERNET [@since "3.7.1"] [@until "3.10"])
    (A : Mirage_protocols.ARP [@since "3.7.1"] [@until "3.10"])
    (E : Ethernet.S [@since "4.0"])
    (Arp_ : Arp.S [@since "4.0"])
    : sig
  type error = private [> Mirage_protocols.Ip.error ] [@@until "3.10"]
  type nonrec error = private [> Tcpip.Ip.error ] [@@since "4.0"]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@until "3.7.0"]
  type ethif = E.t [@@until "3.4"]
  type ipaddr = Ipaddr.V4.t

  val pp_ipaddr : ipaddr Fmt.t [@@since "3.5"]

  type prefix = Ipaddr.V4.Prefix.t [@@since "4.8"]

  val pp_prefix : prefix Fmt.t [@@since "4.8"]

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
  [@@since "3.7.1"] [@@until "3.10"]

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
  [@@since "4.0"]

  val writev : t -> buffer -> buffer list -> (unit, error) result io [@@until "3.4"]
  val checksum : buffer -> buffer list -> int [@@until "3.4"]
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer [@@until "3.4"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> buffer
  [@@since "3.5"] [@@until "3.7.0"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> Cstruct.t
  [@@since "3.7.1"] [@@until "3.10"]

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> int -> Cstruct.t
  [@@since "4.0"]

  val src : t -> dst:ipaddr -> ipaddr
  val set_ip : t -> ipaddr -> unit io [@@until "3.4"]
  val get_ip : t -> ipaddr list
  val configured_ips : t -> prefix list [@@since "4.8"]
  val mtu : t -> int [@@since "3.5"] [@@until "3.9"]
  val mtu : t -> dst:ipaddr -> int [@@since "3.10"]

  type uipaddr = Ipaddr.t [@@until "3.4"]

  val to_uipaddr : ipaddr -> uipaddr [@@until "3.4"]
  val of_uipaddr : uipaddr -> ipaddr option [@@until "3.4"]
  val connect : D.t -> ethif -> A.t -> t Lwt.t [@@until "3.4"]
  val connect : D.t -> C.t -> E.t -> A.t -> t Lwt.t [@@since "3.5"] [@@until "3.7.0"]
  val connect : D.t -> E.t -> A.t -> t Lwt.t [@@since "3.7.1"] [@@until "3.9"]
  val connect : Network.t -> E.t -> A.t -> t Lwt.t [@@since "3.10"] [@@until "3.10"]
  val connect : Network.t -> E.t -> Arp_.t -> t Lwt.t [@@since "4.0"]
end
[@@port "functor-dhcp"]
[@@until "4.8"]

module Make (Network : Mirage_net.S) (E : Ethernet.S) (Arp_ : Arp.S) : sig
  module Net : Mirage_net.S

  module Ipv4 : sig
    type nonrec error = private [> Tcpip.Ip.error ]

    val pp_error : error Fmt.t

    type ipaddr = Ipaddr.V4.t

    val pp_ipaddr : ipaddr Fmt.t

    type prefix = Ipaddr.V4.Prefix.t

    val pp_prefix : prefix Fmt.t

    type t

    val disconnect : t -> unit Lwt.t

    type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t

    val input :
      t ->
      tcp:callback ->
      udp:callback ->
      default:(proto:int -> callback) ->
      Cstruct.t ->
      unit Lwt.t

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

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> int -> Cstruct.t
    val src : t -> dst:ipaddr -> ipaddr
    val get_ip : t -> ipaddr list
    val configured_ips : t -> prefix list
    val mtu : t -> dst:ipaddr -> int
  end

  type t

  val lease : t -> Dhcp_wire.dhcp_option list option Lwt.t
  val net : t -> Net.t
  val ipv4 : t -> Ipv4.t

  val connect :
    ?no_init:bool ->
    ?cidr:Ipaddr.V4.Prefix.t ->
    ?gateway:Ipaddr.V4.t ->
    ?options:Dhcp_wire.dhcp_option list ->
    ?requests:Dhcp_wire.option_code list ->
    Network.t ->
    E.t ->
    Arp_.t ->
    t Lwt.t
end
[@@since "4.9"]

module Proj_net (T : S) : sig
  type error = private [> Mirage_net.Net.error ]

  val pp_error : error Fmt.t

  type t

  val disconnect : t -> unit Lwt.t
  val write : t -> size:int -> (Cstruct.t -> int) -> (unit, error) result Lwt.t
  val listen : t -> header_size:int -> (Cstruct.t -> unit Lwt.t) -> (unit, error) result Lwt.t
  val mac : t -> Macaddr.t
  val mtu : t -> int
  val get_stats_counters : t -> Mirage_net.stats
  val reset_stats_counters : t -> unit
  val connect : T.t -> t Lwt.t
end
[@@since "4.9"]

module Proj_ipv4 (T : S) : sig
  type nonrec error = private [> Tcpip.Ip.error ]

  val pp_error : error Fmt.t

  type ipaddr = Ipaddr.V4.t

  val pp_ipaddr : ipaddr Fmt.t

  type prefix = Ipaddr.V4.Prefix.t

  val pp_prefix : prefix Fmt.t

  type t

  val disconnect : t -> unit Lwt.t

  type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> Cstruct.t -> unit Lwt.t

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

  val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Tcpip.Ip.proto -> int -> Cstruct.t
  val src : t -> dst:ipaddr -> ipaddr
  val get_ip : t -> ipaddr list
  val configured_ips : t -> prefix list
  val mtu : t -> dst:ipaddr -> int
  val connect : T.t -> t Lwt.t
end
[@@since "4.9"]

module Proj_lease (T : With_lease) : sig
  type t = Dhcp_wire.dhcp_option list option

  val connect : T.t -> t Lwt.t
end
[@@since "4.9"]
