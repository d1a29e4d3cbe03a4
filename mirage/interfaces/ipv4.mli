(** IPv4 with addresses of its own (tcpip). *)

[@@@until "2.9.1"]

module Make (E : V1_LWT.ETHIF) (A : V1_LWT.ARP) : sig
  include V1_LWT.IPV4 with type ethif = E.t

  val connect : ?ip:Ipaddr.V4.t -> ?netmask:Ipaddr.V4.t -> ?gateways:Ipaddr.V4.t list -> ethif -> A.t -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
  [@@port "ipv4-connect-arp"]
end
[@@port "ipv4-make-static"]
