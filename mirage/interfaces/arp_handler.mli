(** What ARP does with each packet, without a network (arp 4.1.0). *)

[@@@since "4.9"]

[@@@complete]

type 'a t

val create :
  ?cache_size:int ->
  ?timeout:int ->
  ?retries:int ->
  ?logsrc:Logs.src ->
  ?ipaddr:Ipaddr.V4.t ->
  Macaddr.t ->
  'a t * (Arp_packet.t * Macaddr.t) option

val pp : Format.formatter -> 'a t -> unit
val ips : 'a t -> Ipaddr.V4.t list
val mac : 'a t -> Macaddr.t
val in_cache : 'a t -> Ipaddr.V4.t -> Macaddr.t option
val static : 'a t -> Ipaddr.V4.t -> Macaddr.t -> 'a t * 'a option
val alias : 'a t -> Ipaddr.V4.t -> 'a t * (Arp_packet.t * Macaddr.t) * 'a option
val remove : 'a t -> Ipaddr.V4.t -> 'a t
val tick : 'a t -> 'a t * (Arp_packet.t * Macaddr.t) list * 'a list
val input : 'a t -> Cstruct.t -> 'a t * (Arp_packet.t * Macaddr.t) option * (Macaddr.t * 'a) option

type 'a qres = Mac of Macaddr.t | Wait of 'a | RequestWait of (Arp_packet.t * Macaddr.t) * 'a

val query : 'a t -> Ipaddr.V4.t -> ('a option -> 'a) -> 'a t * 'a qres
