(** Control messages (tcpip). *)

module Make (I : V1_LWT.IP) : sig
  include V1_LWT.ICMPV4

  val connect : I.t -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
end
