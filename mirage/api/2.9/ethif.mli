(** Ethernet over a network interface (tcpip). *)

module Make (N : V1_LWT.NETWORK) : sig
  include V1_LWT.ETHIF with type netif = N.t

  val connect : netif -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
end
