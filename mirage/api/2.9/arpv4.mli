(** Address resolution (tcpip). *)

module Make (E : V1_LWT.ETHIF) (Clock : V1.CLOCK) (Time : V1_LWT.TIME) : sig
  include V1_LWT.ARP

  val connect : E.t -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
  [@@port "tcpip-connect-clock"]
end
