(** Hardware addresses by IPv4 addresses (arp 2.1.0 to 4.1.0). *)

[@@@since "3.4.1"]

[@@@complete]

module type S = sig
  type t

  val disconnect : t -> unit Lwt.t

  type error = private [> `Timeout ]

  val pp_error : error Fmt.t
  val pp : t Fmt.t
  val get_ips : t -> Ipaddr.V4.t list
  val set_ips : t -> Ipaddr.V4.t list -> unit Lwt.t
  val remove_ip : t -> Ipaddr.V4.t -> unit Lwt.t
  val add_ip : t -> Ipaddr.V4.t -> unit Lwt.t
  val query : t -> Ipaddr.V4.t -> (Macaddr.t, error) result Lwt.t
  val input : t -> Cstruct.t -> unit Lwt.t
end
[@@since "3.10.8"]

module Make
    (Ethernet : Mirage_protocols_lwt.ETHIF [@until "3.4"])
    (Ethernet : Mirage_protocols_lwt.ETHERNET [@since "3.5"] [@until "3.7.0"])
    (Time : Mirage_time_lwt.S [@until "3.7.0"])
    (Ethernet : Mirage_protocols.ETHERNET [@since "3.7.1"] [@until "3.10.7"])
    (Ethernet_ : Ethernet.S [@since "3.10.8"])
    (Time : Mirage_time.S [@since "3.7.1"] [@until "4.8"])
    : sig
  type 'a io = 'a Lwt.t [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type ipaddr = Ipaddr.V4.t [@@until "3.7.0"]
  type buffer = Cstruct.t [@@until "3.7.0"]
  type macaddr = Macaddr.t [@@until "3.7.0"]
  type repr [@@until "3.7.0"]
  type error = private [> Mirage_protocols.Arp.error ] [@@until "3.10.7"]
  type error = private [> `Timeout ] [@@since "3.10.8"]

  val pp_error : error Fmt.t
  val to_repr : t -> repr io [@@until "3.7.0"]
  val pp : repr Fmt.t [@@until "3.7.0"]
  val pp : t Fmt.t [@@since "3.7.1"]
  val get_ips : t -> ipaddr list [@@until "3.7.0"]
  val get_ips : t -> Ipaddr.V4.t list [@@since "3.7.1"]
  val set_ips : t -> ipaddr list -> unit io [@@until "3.7.0"]
  val set_ips : t -> Ipaddr.V4.t list -> unit Lwt.t [@@since "3.7.1"]
  val remove_ip : t -> ipaddr -> unit io [@@until "3.7.0"]
  val remove_ip : t -> Ipaddr.V4.t -> unit Lwt.t [@@since "3.7.1"]
  val add_ip : t -> ipaddr -> unit io [@@until "3.7.0"]
  val add_ip : t -> Ipaddr.V4.t -> unit Lwt.t [@@since "3.7.1"]
  val query : t -> ipaddr -> (macaddr, error) result io [@@until "3.7.0"]
  val query : t -> Ipaddr.V4.t -> (Macaddr.t, error) result Lwt.t [@@since "3.7.1"]
  val input : t -> buffer -> unit io [@@until "3.7.0"]
  val input : t -> Cstruct.t -> unit Lwt.t [@@since "3.7.1"]
  val connect : Ethernet.t -> t Lwt.t [@@until "3.10.7"]
  val connect : Ethernet_.t -> t Lwt.t [@@since "3.10.8"] [@@until "4.8"]
  val connect : ?probe_delay:int64 -> Ethernet_.t -> t Lwt.t [@@since "4.9"]
end
[@@port "functor-parameters"]
