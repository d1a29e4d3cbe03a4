(** Stacks of the network, with Lwt (mirage-stack 1.0.0). *)

[@@@since "3.0"]

[@@@complete]

type 'netif stackv4_config = { name : string; interface : 'netif }
type socket_stack_config = Ipaddr.V4.t list

module type V4 = sig
  type netif
  type 'a config = 'a stackv4_config
  type ipv4addr = Ipaddr.V4.t
  type buffer = Cstruct.t
  type udpv4
  type tcpv4
  type ipv4
  type 'a io = 'a Lwt.t
  type t

  val disconnect : t -> unit io

  module UDPV4 :
    Mirage_protocols_lwt.UDP
      with type t = udpv4
       and type ipaddr = ipv4addr
       and type ip = ipv4

  module TCPV4 :
    Mirage_protocols_lwt.TCP
      with type t = tcpv4
       and type ipaddr = ipv4addr
       and type ip = ipv4

  module IPV4 : Mirage_protocols_lwt.IP with type t = ipv4 and type ipaddr = ipv4addr

  val udpv4 : t -> udpv4
  val tcpv4 : t -> tcpv4
  val ipv4 : t -> ipv4
  val listen_udpv4 : t -> port:int -> UDPV4.callback -> unit
  val listen_tcpv4 : t -> port:int -> TCPV4.callback -> unit
  val listen : t -> unit io
end
