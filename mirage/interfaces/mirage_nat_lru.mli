(** Translation of network addresses by a table that forgets (mirage-nat 3.0.2). *)

[@@@since "4.9"]

[@@@complete]

type t

val remove_connections : t -> Ipaddr.V4.t -> Mirage_nat.ports
val translate : t -> Nat_packet.t -> (Nat_packet.t, [> `TTL_exceeded | `Untranslated ]) result

val is_port_free :
  t ->
  [ `Icmp | `Tcp | `Udp ] ->
  src:Ipaddr.V4.t ->
  dst:Ipaddr.V4.t ->
  src_port:int ->
  dst_port:int ->
  bool

val add :
  t ->
  Nat_packet.t ->
  Ipaddr.V4.t ->
  (unit -> int option) ->
  [ `NAT | `Redirect of Mirage_nat.endpoint ] ->
  (unit, [> `Cannot_NAT | `Overlap ]) result

val reset : t -> unit
val empty : tcp_size:int -> udp_size:int -> icmp_size:int -> t
val pp_summary : t Fmt.t
