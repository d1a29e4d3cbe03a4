(** Packets as the translation of addresses reads them (mirage-nat 3.0.2). *)

[@@@since "4.9"]

[@@@complete]

type t =
  [ `IPv4 of Ipv4_packet.t
    * [ `ICMP of Icmpv4_packet.t * Cstruct.t
      | `TCP of Tcp.Tcp_packet.t * Cstruct.t
      | `UDP of Udp_packet.t * Cstruct.t ] ]

type error

val icmp_type : Icmpv4_packet.t -> [ `Error | `Query ]
val pp_error : error Fmt.t

val of_ethernet_frame :
  Fragments.Cache.t -> now:int64 -> Cstruct.t -> Fragments.Cache.t * (t option, error) result

val of_ipv4_packet :
  Fragments.Cache.t -> now:int64 -> Cstruct.t -> Fragments.Cache.t * (t option, error) result

val to_cstruct : ?mtu:int -> t -> (Cstruct.t list, error) result
val into_cstruct : t -> Cstruct.t -> (int * Cstruct.t list, error) result
val pp : [< t ] Fmt.t
val equal : t -> t -> bool
