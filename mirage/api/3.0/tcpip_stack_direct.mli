(** A stack put together of its layers (tcpip 3.0). *)

module Make
    (Time : Mirage_time_lwt.S)
    (R : Mirage_random.C)
    (N : Mirage_net_lwt.S)
    (E : Mirage_protocols_lwt.ETHIF)
    (A : Mirage_protocols_lwt.ARP)
    (I : Mirage_protocols_lwt.IPV4)
    (Icmp : Mirage_protocols_lwt.ICMPV4)
    (U : Mirage_protocols_lwt.UDPV4)
    (T : Mirage_protocols_lwt.TCPV4) : sig
  include Mirage_stack_lwt.V4
end
