(** IPv4 with addresses that Qubes gives (mirage-qubes-ipv4 0.4 to 2.0.0). *)

[@@@since "3.0"]

module Make
    (D : Qubes.S.DB)
    (Ethernet : Mirage_protocols_lwt.ETHIF)
    (Arp : Mirage_protocols_lwt.ARP) : sig
  type error = private [> Mirage_protocols.Ip.error ]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t
  type ethif = Ethernet.t
  type ipaddr = Ipaddr.V4.t
  type prefix = Ipaddr.V4.Prefix.t
  type 'a io = 'a Lwt.t
  type t

  val disconnect : t -> unit io

  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io

  val input :
    t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> buffer -> unit io
  val allocate_frame : t -> dst:ipaddr -> proto:[ `ICMP | `TCP | `UDP ] -> buffer * int
  val write : t -> buffer -> buffer -> (unit, error) result io
  val writev : t -> buffer -> buffer list -> (unit, error) result io
  val checksum : buffer -> buffer list -> int
  val pseudoheader : t -> dst:ipaddr -> proto:[< `TCP | `UDP ] -> int -> buffer
  val src : t -> dst:ipaddr -> ipaddr
  val set_ip : t -> ipaddr -> unit io
  val get_ip : t -> ipaddr list

  type uipaddr = Ipaddr.t

  val to_uipaddr : ipaddr -> uipaddr
  val of_uipaddr : uipaddr -> ipaddr option
  val connect : D.t -> Ethernet.t -> Arp.t -> t io
end
[@@until "3.4"]

module Make
    (D : Qubes.S.DB)
    (R : Mirage_random.S [@until "4.6"])
    (R : Mirage_crypto_rng_mirage.S [@since "4.7"] [@until "4.8"])
    (C : Mirage_clock.MCLOCK [@until "4.8"])
    (Ethernet : Mirage_protocols.ETHERNET [@until "3.10.7"])
    (Arp : Mirage_protocols.ARP [@until "3.10.7"])
    (Ethernet_ : Ethernet.S [@since "3.10.8"])
    (Arp_ : Arp.S [@since "3.10.8"])
    : sig end
[@@port "functor-parameters"]
[@@since "3.7.1"]
