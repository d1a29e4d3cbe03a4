(** A stack put together of its layers (tcpip 2.8). *)

module Make
    (C : V1_LWT.CONSOLE)
    (Time : V1_LWT.TIME)
    (R : V1.RANDOM)
    (N : V1_LWT.NETWORK)
    (E : V1_LWT.ETHIF)
    (A : V1_LWT.ARP)
    (I : V1_LWT.IPV4)
    (Icmp : V1_LWT.ICMPV4)
    (U : V1_LWT.UDPV4)
    (T : V1_LWT.TCPV4) : sig
  include V1_LWT.STACKV4

  val connect :
    (C.t, N.t, mode) V1_LWT.stackv4_config ->
    E.t ->
    A.t ->
    I.t ->
    Icmp.t ->
    U.t ->
    T.t ->
    [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
  [@@port "stack-connect-layers"]
end
[@@port "stack-direct-make"]
