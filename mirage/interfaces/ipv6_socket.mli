(** IPv6 of the host (tcpip 3.0.0). *)

[@@@since "3.0"]

[@@@until "3.7.0"]

[@@@complete]

type id = string
type ip = unit
type t = unit
type 'a io = 'a Lwt.t
type error = [ `Unimplemented | `Unknown of string ]
type ipaddr = Ipaddr.V6.t
type ethif = unit
type buffer = Cstruct.t
type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io
type uipaddr = Ipaddr.t

val to_uipaddr : 'a -> ('b, 'a) Ipaddr.v4v6
val of_uipaddr : Ipaddr.t -> Ipaddr.V6.t option
val id : 'a -> unit
val disconnect : unit -> unit Lwt.t
val connect : unit -> unit Lwt.t
val input : 'a -> tcp:'b -> udp:'c -> default:'d -> 'e -> unit Lwt.t
val allocate_frame : 'a -> dst:'b -> proto:'c -> 'd
val write : 'a -> 'b -> 'c -> 'd Lwt.t
val writev : 'a -> 'b -> 'c -> 'd Lwt.t
val get_ip : 'a -> Ipaddr.V6.t
val set_ip : 'a -> 'b -> 'c Lwt.t
val get_ip_gateways : 'a -> 'b
val set_ip_gateways : 'a -> 'b -> 'c Lwt.t
val checksum : 'a -> 'b -> 'c
val src : 'a -> dst:'b -> 'c
