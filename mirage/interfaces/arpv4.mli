(** Address resolution (tcpip 3.0.0). *)

(** Until 2.9.1: Address resolution (tcpip). *)

[@@@until "3.4.0"]

[@@@port "arpv4-module"]

[@@@complete "3.0"]

module Make (E : V1_LWT.ETHIF) (Clock : V1.CLOCK) (Time : V1_LWT.TIME) : sig
  include V1_LWT.ARP

  val connect : E.t -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
  [@@port "tcpip-connect-clock"]
  [@@port "arp-connect"]
end
[@@until "2.9.1"]

module Make
    (Ethif : Mirage_protocols_lwt.ETHIF)
    (Clock : Mirage_clock.MCLOCK)
    (Time : Mirage_time_lwt.S) : sig
  type 'a io = 'a Lwt.t
  type t

  val disconnect : t -> unit io

  type ipaddr = Ipaddr.V4.t
  type buffer = Cstruct.t
  type macaddr = Macaddr.t
  type repr
  type error = private [> Mirage_protocols.Arp.error ]

  val pp_error : error Fmt.t
  val to_repr : t -> repr io
  val pp : repr Fmt.t
  val get_ips : t -> ipaddr list
  val set_ips : t -> ipaddr list -> unit io
  val remove_ip : t -> ipaddr -> unit io
  val add_ip : t -> ipaddr -> unit io
  val query : t -> ipaddr -> (macaddr, error) result io
  val input : t -> buffer -> unit io

  type ethif = Ethif.t

  val connect : Ethif.t -> Clock.t -> t Lwt.t [@@port "arp-connect"]
end
[@@since "3.0"]
