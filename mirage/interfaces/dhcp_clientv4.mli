(** A client for DHCP over a stack's datagrams (tcpip 2.8). *)

[@@@until "2.9.1"]

module Make (C : V1_LWT.CONSOLE) (Time : V1_LWT.TIME) (R : V1.RANDOM) (U : V1_LWT.UDPV4) : sig
  type t
  type offer

  val create : C.t -> Macaddr.t -> U.t -> t * offer Lwt_stream.t
  val input : t -> src:Ipaddr.V4.t -> dst:Ipaddr.V4.t -> src_port:int -> Cstruct.t -> unit Lwt.t
end
[@@port "dhcp-client-removed"]
