(** IPv6 (tcpip). *)

module Make (E : V1_LWT.ETHIF) (Time : V1_LWT.TIME) (Clock : V1.CLOCK) : sig
  include V1_LWT.IPV6 with type ethif = E.t

  val connect : ?ip:Ipaddr.V6.t -> ?netmask:Ipaddr.V6.Prefix.t list -> ?gateways:Ipaddr.V6.t list -> ethif -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
  [@@port "tcpip-connect-clock"]
  [@@port "ipv6-connect-args"]
end
