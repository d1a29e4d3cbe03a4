(** Stacks of the network (mirage-stack 1.0.0 to 2.2.0). *)

[@@@since "3.0"]

[@@@until "3.10.7"]

[@@@complete]

module type V4 = sig
  type netif [@@until "3.4"]
  type 'netif config [@@until "3.4"]
  type ipv4addr [@@until "3.7.0"]
  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type udpv4 [@@until "3.7.0"]
  type tcpv4 [@@until "3.7.0"]
  type ipv4 [@@until "3.7.0"]
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  module UDPV4 :
    Mirage_protocols.UDP
      with type t = udpv4
       and type ipaddr = ipv4addr
       and type ip = ipv4
       and type 'a io = 'a io
       and type buffer = buffer
  [@@port "stack-module-udp"]
  [@@until "3.4"]

  module UDPV4 : sig
    type error

    val pp_error : error Fmt.t

    type nonrec buffer = buffer
    type ipaddr = ipv4addr
    type ipinput
    type nonrec 'a io = 'a io
    type t = udpv4

    val disconnect : t -> unit io

    type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io

    val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"]

    val write :
      ?src_port:int ->
      ?ttl:int ->
      dst:ipaddr ->
      dst_port:int ->
      t ->
      buffer ->
      (unit, error) result io
  end
  [@@port "stack-module-udp"]
  [@@since "3.5"] [@@until "3.7.0"]

  module UDPV4 : Mirage_protocols.UDPV4 [@@port "stack-module-udp"] [@@since "3.7.1"]

  module TCPV4 :
    Mirage_protocols.TCP
      with type t = tcpv4
       and type ipaddr = ipv4addr
       and type ip = ipv4
       and type 'a io = 'a io
       and type buffer = buffer
  [@@port "stack-module-tcp"]
  [@@until "3.4"]

  module TCPV4 : sig
    type error = private [> Mirage_protocols.Tcp.error ]
    type write_error = private [> Mirage_protocols.Tcp.write_error ]
    type nonrec buffer = buffer
    type ipaddr = ipv4addr
    type ipinput
    type flow
    type nonrec 'a io = 'a io
    type t = tcpv4

    val disconnect : t -> unit io
    val pp_error : error Fmt.t
    val pp_write_error : write_error Fmt.t
    val read : flow -> (buffer Mirage_flow.or_eof, error) result io
    val write : flow -> buffer -> (unit, write_error) result io
    val writev : flow -> buffer list -> (unit, write_error) result io
    val close : flow -> unit io
    val dst : flow -> ipaddr * int
    val write_nodelay : flow -> buffer -> (unit, write_error) result io
    val writev_nodelay : flow -> buffer list -> (unit, write_error) result io

    val create_connection :
      ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result io

    type listener = { process : flow -> unit io; keepalive : Mirage_protocols.Keepalive.t option }

    val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"]
  end
  [@@port "stack-module-tcp"]
  [@@since "3.5"] [@@until "3.7.0"]

  module TCPV4 : Mirage_protocols.TCPV4 [@@port "stack-module-tcp"] [@@since "3.7.1"]

  module IPV4 :
    Mirage_protocols.IP
      with type t = ipv4
       and type ipaddr = ipv4addr
       and type 'a io = 'a io
       and type buffer = buffer
  [@@port "stack-module-ip"]
  [@@until "3.4"]

  module IPV4 : sig
    type error = private [> Mirage_protocols.Ip.error ]

    val pp_error : error Fmt.t

    type nonrec buffer = buffer
    type ipaddr = ipv4addr

    val pp_ipaddr : ipaddr Fmt.t

    type nonrec 'a io = 'a io
    type t = ipv4

    val disconnect : t -> unit io

    type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io

    val input :
      t -> tcp:callback -> udp:callback -> default:(proto:int -> callback) -> buffer -> unit io

    val write :
      t ->
      ?fragment:bool ->
      ?ttl:int ->
      ?src:ipaddr ->
      ipaddr ->
      Mirage_protocols.Ip.proto ->
      ?size:int ->
      (buffer -> int) ->
      buffer list ->
      (unit, error) result io

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> buffer
    val src : t -> dst:ipaddr -> ipaddr
    val get_ip : t -> ipaddr list
    val mtu : t -> int
  end
  [@@port "stack-module-ip"]
  [@@since "3.5"] [@@until "3.7.0"]

  module IPV4 : Mirage_protocols.IPV4 [@@port "stack-module-ip"] [@@since "3.7.1"]

  val udpv4 : t -> udpv4 [@@port "stack-udp"] [@@until "3.7.0"]
  val udpv4 : t -> UDPV4.t [@@port "stack-udp"] [@@since "3.7.1"]
  val tcpv4 : t -> tcpv4 [@@port "stack-tcp"] [@@until "3.7.0"]
  val tcpv4 : t -> TCPV4.t [@@port "stack-tcp"] [@@since "3.7.1"]
  val ipv4 : t -> ipv4 [@@port "stack-ip"] [@@until "3.7.0"]
  val ipv4 : t -> IPV4.t [@@port "stack-ip"] [@@since "3.7.1"]
  val listen_udpv4 : t -> port:int -> UDPV4.callback -> unit [@@port "stack-listen-udp"]
  val listen_tcpv4 : t -> port:int -> TCPV4.callback -> unit [@@port "stack-listen-tcp"] [@@until "3.4"]

  val listen_tcpv4 :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> port:int -> (TCPV4.flow -> unit io) -> unit
  [@@port "stack-listen-tcp"]
  [@@since "3.5"] [@@until "3.7.0"]

  val listen_tcpv4 :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> port:int -> (TCPV4.flow -> unit Lwt.t) -> unit
  [@@port "stack-listen-tcp"]
  [@@since "3.7.1"]

  val listen : t -> unit io [@@until "3.7.0"]
  val listen : t -> unit Lwt.t [@@since "3.7.1"]
end
[@@port "module-type-stack"]
[@@port.to Tcpip.Stack.V4V6]
[@@until "3.10.7"]

module type V6 = sig
  type t

  val disconnect : t -> unit Lwt.t

  module UDP : Mirage_protocols.UDPV6
  module TCP : Mirage_protocols.TCPV6
  module IP : Mirage_protocols.IPV6

  val udp : t -> UDP.t
  val tcp : t -> TCP.t
  val ip : t -> IP.t
  val listen_udp : t -> port:int -> UDP.callback -> unit [@@port "stack-listen-udp"]

  val listen_tcp :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> port:int -> (TCP.flow -> unit Lwt.t) -> unit
  [@@port "stack-listen-tcp"]

  val listen : t -> unit Lwt.t
end
[@@port "module-type-stack"]
[@@port.to Tcpip.Stack.V4V6]
[@@since "3.10"] [@@until "3.10.7"]

module type V4V6 = sig
  type t

  val disconnect : t -> unit Lwt.t

  module UDP : sig
    type error

    val pp_error : error Fmt.t

    type ipaddr = Ipaddr.t
    type ipinput
    type t

    val disconnect : t -> unit Lwt.t

    type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t

    val input : listeners:(dst_port:int -> callback option) -> t -> ipinput [@@port "input-listeners"]

    val write :
      ?src:ipaddr ->
      ?src_port:int ->
      ?ttl:int ->
      dst:ipaddr ->
      dst_port:int ->
      t ->
      Cstruct.t ->
      (unit, error) result Lwt.t
  end

  module TCP : sig
    type error = private [> Mirage_protocols.Tcp.error ]
    type write_error = private [> Mirage_protocols.Tcp.write_error ]
    type ipaddr = Ipaddr.t
    type ipinput
    type flow
    type t

    val disconnect : t -> unit Lwt.t
    val pp_error : error Fmt.t
    val pp_write_error : write_error Fmt.t
    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val close : flow -> unit Lwt.t
    val dst : flow -> ipaddr * int
    val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t

    val create_connection :
      ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t

    type listener = {
      process : flow -> unit Lwt.t;
      keepalive : Mirage_protocols.Keepalive.t option;
    }

    val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"]
  end

  module IP : sig
    type error = private [> Mirage_protocols.Ip.error ]

    val pp_error : error Fmt.t

    type ipaddr = Ipaddr.t

    val pp_ipaddr : ipaddr Fmt.t

    type t

    val disconnect : t -> unit Lwt.t

    type callback = src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t

    val input :
      t ->
      tcp:callback ->
      udp:callback ->
      default:(proto:int -> callback) ->
      Cstruct.t ->
      unit Lwt.t

    val write :
      t ->
      ?fragment:bool ->
      ?ttl:int ->
      ?src:ipaddr ->
      ipaddr ->
      Mirage_protocols.Ip.proto ->
      ?size:int ->
      (Cstruct.t -> int) ->
      Cstruct.t list ->
      (unit, error) result Lwt.t

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Mirage_protocols.Ip.proto -> int -> Cstruct.t
    val src : t -> dst:ipaddr -> ipaddr
    val get_ip : t -> ipaddr list
    val mtu : t -> dst:ipaddr -> int
  end

  val udp : t -> UDP.t
  val tcp : t -> TCP.t
  val ip : t -> IP.t
  val listen_udp : t -> port:int -> UDP.callback -> unit [@@port "stack-listen-udp"]

  val listen_tcp :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> port:int -> (TCP.flow -> unit Lwt.t) -> unit
  [@@port "stack-listen-tcp"]

  val listen : t -> unit Lwt.t
end
[@@port "module-type-name"]
[@@port.to Tcpip.Stack.V4V6]
[@@since "3.10"] [@@until "3.10.7"]
