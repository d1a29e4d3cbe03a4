(** Neighbours of IPv6 (tcpip 3.0.0). *)

[@@@since "3.0"]

[@@@complete]

type buffer = Cstruct.t
type ipaddr = Ipaddr.V6.t
type prefix = Ipaddr.V6.Prefix.t
type time = int64

val ipaddr_of_cstruct : buffer -> ipaddr
val ipaddr_to_cstruct_raw : ipaddr -> buffer -> int -> unit
val checksum : buffer -> buffer list -> int

type event =
  [ `Default of int * ipaddr * ipaddr * buffer
  | `Tcp of ipaddr * ipaddr * buffer
  | `Udp of ipaddr * ipaddr * buffer ]
type context

val local : now:time -> Macaddr.t -> context * buffer list list
val add_ip : now:time -> context -> ipaddr -> context * buffer list list
val get_ip : context -> ipaddr list
val allocate_frame : context -> ipaddr -> [ `ICMP | `TCP | `UDP ] -> buffer * int
val select_source : context -> ipaddr -> ipaddr
val handle : now:time -> context -> buffer -> context * buffer list list * event list
val send : now:time -> context -> ipaddr -> buffer -> buffer list -> context * buffer list list
val tick : now:time -> context -> context * buffer list list
val add_prefix : now:time -> context -> prefix -> context
val get_prefix : context -> prefix list
val add_routers : now:time -> context -> ipaddr list -> context
val get_routers : context -> ipaddr list
