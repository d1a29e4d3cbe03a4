(** Stacks of the network (mirage-stack 1.0.0). *)

[@@@since "3.0"]

[@@@complete]

module type V4 = sig
  type netif
  type 'netif config
  type ipv4addr
  type buffer
  type udpv4
  type tcpv4
  type ipv4
  type +'a io
  type t

  val disconnect : t -> unit io

  module UDPV4 :
    Mirage_protocols.UDP
      with type t = udpv4
       and type ipaddr = ipv4addr
       and type ip = ipv4
       and type 'a io = 'a io
       and type buffer = buffer

  module TCPV4 :
    Mirage_protocols.TCP
      with type t = tcpv4
       and type ipaddr = ipv4addr
       and type ip = ipv4
       and type 'a io = 'a io
       and type buffer = buffer

  module IPV4 :
    Mirage_protocols.IP
      with type t = ipv4
       and type ipaddr = ipv4addr
       and type 'a io = 'a io
       and type buffer = buffer

  val udpv4 : t -> udpv4
  val tcpv4 : t -> tcpv4
  val ipv4 : t -> ipv4
  val listen_udpv4 : t -> port:int -> UDPV4.callback -> unit
  val listen_tcpv4 : t -> port:int -> TCPV4.callback -> unit
  val listen : t -> unit io
end
