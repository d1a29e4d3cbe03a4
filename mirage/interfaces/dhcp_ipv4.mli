(** IPv4 with addresses that DHCP gives (charrua-client 0.1.0). *)

[@@@since "3.0"]

[@@@complete]

module Make
    (D : Mirage_protocols_lwt.DHCP_CLIENT)
    (E : Mirage_types_lwt.ETHIF)
    (A : Mirage_types_lwt.ARP) : sig
  type error = private [> Mirage_protocols.Ip.error ]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t
  type ethif = E.t
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
  val connect : D.t -> ethif -> A.t -> t Lwt.t
end
