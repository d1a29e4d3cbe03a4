(** IPv6 (tcpip). *)

module Make (E : Mirage_protocols_lwt.ETHIF) (Time : Mirage_time_lwt.S) (Clock : Mirage_clock_lwt.MCLOCK) : sig
  include Mirage_protocols_lwt.IPV6 with type ethif = E.t

  val connect : ?ip:Ipaddr.V6.t list ->
    ?netmask:Ipaddr.V6.Prefix.t list ->
    ?gateways:Ipaddr.V6.t list ->
    ethif ->
    Clock.t -> t Lwt.t
end
