(** Packets as the translation of addresses reads them (mirage-nat 3.0.2). *)

[@@@since "3.0"]

[@@@complete "4.9"]

type t [@@until "4.8"]

type t =
  [ `IPv4 of Ipv4_packet.t
    * [ `ICMP of Icmpv4_packet.t * Cstruct.t
      | `TCP of Tcp.Tcp_packet.t * Cstruct.t
      | `UDP of Udp_packet.t * Cstruct.t ] ]
[@@since "4.9"]

type error [@@since "4.9"]
val icmp_type : Icmpv4_packet.t -> [ `Error | `Query ] [@@since "4.9"]
val pp_error : error Fmt.t [@@since "4.9"]
val of_ethernet_frame :
  Fragments.Cache.t -> now:int64 -> Cstruct.t -> Fragments.Cache.t * (t option, error) result
[@@since "4.9"]

val of_ipv4_packet :
  Fragments.Cache.t -> now:int64 -> Cstruct.t -> Fragments.Cache.t * (t option, error) result
[@@since "4.9"]

val to_cstruct : ?mtu:int -> t -> (Cstruct.t list, error) result [@@since "4.9"]
val into_cstruct : t -> Cstruct.t -> (int * Cstruct.t list, error) result [@@since "4.9"]
val pp : [< t ] Fmt.t [@@since "4.9"]
val equal : t -> t -> bool [@@since "4.9"]
