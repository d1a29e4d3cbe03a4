(** IPv4 with addresses of its own (tcpip). *)

module Make (E : Mirage_protocols_lwt.ETHIF) (A : Mirage_protocols_lwt.ARP) : sig
  include Mirage_protocols_lwt.IPV4 with type ethif = E.t

  val connect : ?ip:Ipaddr.V4.t ->
    ?network:Ipaddr.V4.Prefix.t ->
    ?gateway:Ipaddr.V4.t option ->
    ethif ->
    A.t -> t Lwt.t
end
