(** Stacks of the network, with Lwt (mirage-stack 1.0.0 to 1.4.0). *)

[@@@since "3.0"]

[@@@until "3.10.7"]

[@@@complete]

type 'netif stackv4_config = { name : string; interface : 'netif } [@@until "3.4"]
type socket_stack_config = Ipaddr.V4.t list [@@until "3.4"]

module type V4 = sig
  type netif [@@until "3.4"]
  type 'a config = 'a stackv4_config [@@until "3.4"]
  type ipv4addr = Ipaddr.V4.t
  type buffer = Cstruct.t [@@port "buffer-type"]
  type udpv4
  type tcpv4
  type ipv4
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  module UDPV4 :
    Mirage_protocols_lwt.UDP
      with type t = udpv4
       and type ipaddr = ipv4addr
       and type ip = ipv4
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
  [@@since "3.5"]

  module TCPV4 :
    Mirage_protocols_lwt.TCP
      with type t = tcpv4
       and type ipaddr = ipv4addr
       and type ip = ipv4
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
    val close : flow -> unit io [@@port "flow-close"]
    val dst : flow -> ipaddr * int
    val write_nodelay : flow -> buffer -> (unit, write_error) result io
    val writev_nodelay : flow -> buffer list -> (unit, write_error) result io

    val create_connection :
      ?keepalive:Mirage_protocols.Keepalive.t -> t -> ipaddr * int -> (flow, error) result io

    type listener = { process : flow -> unit io; keepalive : Mirage_protocols.Keepalive.t option }

    val input : t -> listeners:(int -> listener option) -> ipinput [@@port "input-listeners"]
  end
  [@@port "stack-module-tcp"]
  [@@since "3.5"]

  module IPV4 :
    Mirage_protocols.IP
      with type t = ipv4
       and type ipaddr = ipv4addr
       and type 'a io = 'a Lwt.t
       and type buffer = Cstruct.t
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
  [@@since "3.5"]

  val udpv4 : t -> udpv4 [@@port "stack-udp"]
  val tcpv4 : t -> tcpv4 [@@port "stack-tcp"]
  val ipv4 : t -> ipv4 [@@port "stack-ip"]
  val listen_udpv4 : t -> port:int -> UDPV4.callback -> unit [@@port "stack-listen-udp"]
  val listen_tcpv4 : t -> port:int -> TCPV4.callback -> unit [@@port "stack-listen-tcp"] [@@until "3.4"]

  val listen_tcpv4 :
    ?keepalive:Mirage_protocols.Keepalive.t -> t -> port:int -> (TCPV4.flow -> unit io) -> unit
  [@@port "stack-listen-tcp"]
  [@@since "3.5"]

  val listen : t -> unit io
end
[@@until "3.7.0"]

module type V4 = Mirage_stack.V4 [@@port "module-type-stack"] [@@since "3.7.1"]
