(** Translation of network addresses by a table that forgets (mirage-nat 2.2.5 and 3.0.2). *)

[@@@since "3.0"]

[@@@complete]

type t

val remove_connections : t -> Ipaddr.V4.t -> Mirage_nat.ports [@@since "4.9"]

val translate :
  t -> Nat_packet.t -> (Nat_packet.t, [> `TTL_exceeded | `Untranslated ]) result Lwt.t
[@@port "nat-results"]
[@@until "4.8"]

val translate : t -> Nat_packet.t -> (Nat_packet.t, [> `TTL_exceeded | `Untranslated ]) result
[@@since "4.9"]

val is_port_free :
  t ->
  [ `Icmp | `Tcp | `Udp ] ->
  src:Ipaddr.V4.t ->
  dst:Ipaddr.V4.t ->
  src_port:int ->
  dst_port:int ->
  bool
[@@since "4.9"]

val add :
  t ->
  Nat_packet.t ->
  Ipaddr.V4.t * int ->
  [ `NAT | `Redirect of Ipaddr.V4.t * int ] ->
  (unit, [> `Cannot_NAT | `Overlap ]) result Lwt.t
[@@port "nat-results"]
[@@until "4.8"]

val add :
  t ->
  Nat_packet.t ->
  Ipaddr.V4.t ->
  (unit -> int option) ->
  [ `NAT | `Redirect of Mirage_nat.endpoint ] ->
  (unit, [> `Cannot_NAT | `Overlap ]) result
[@@since "4.9"]

val reset : t -> unit Lwt.t [@@port "nat-results"] [@@until "4.8"]
val reset : t -> unit [@@since "4.9"]

val empty : tcp_size:int -> udp_size:int -> icmp_size:int -> t Lwt.t
[@@port "nat-results"]
[@@until "4.8"]

val empty : tcp_size:int -> udp_size:int -> icmp_size:int -> t [@@since "4.9"]
val pp_summary : t Fmt.t [@@since "4.9"]
