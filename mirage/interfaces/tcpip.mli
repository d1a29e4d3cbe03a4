(** Layers of the network (tcpip 7.1.0 to 9.0.1). *)

[@@@since "3.10.8"]

[@@@complete]

module Ip : sig
  type error = [ `No_route of string | `Would_fragment ]

  val pp_error : error Fmt.t

  type proto = [ `ICMP | `TCP | `UDP ]

  val pp_proto : proto Fmt.t

  module type S = sig
    type nonrec error = private [> error ]

    val pp_error : error Fmt.t

    type ipaddr

    val pp_ipaddr : ipaddr Fmt.t

    type prefix [@@since "4.6"]

    val pp_prefix : prefix Fmt.t [@@since "4.6"]

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
      proto ->
      ?size:int ->
      (Cstruct.t -> int) ->
      Cstruct.t list ->
      (unit, error) result Lwt.t
    [@@port "ip-write-call"]

    val pseudoheader : t -> ?src:ipaddr -> ipaddr -> proto -> int -> Cstruct.t
    val src : t -> dst:ipaddr -> ipaddr
    val get_ip : t -> ipaddr list
    val configured_ips : t -> prefix list [@@since "4.6"]
    val mtu : t -> dst:ipaddr -> int
  end
end

module Tcp : sig
  type error = [ `Refused | `Timeout ]
  type write_error = [ `Closed | `Refused | `Timeout ]

  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t

  module Keepalive : sig
    type t = { after : Duration.t; interval : Duration.t; probes : int }
  end

  module type S = sig
    type nonrec error = private [> error ]
    type nonrec write_error = private [> write_error ]
    type ipaddr
    type flow
    type t

    val disconnect : t -> unit Lwt.t
    val pp_error : error Fmt.t
    val pp_write_error : write_error Fmt.t
    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.3.5"]
    val close : flow -> unit Lwt.t
    val dst : flow -> ipaddr * int
    val src : flow -> ipaddr * int [@@since "4.6"]
    val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t

    val create_connection :
      ?keepalive:Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t

    val listen : t -> port:int -> ?keepalive:Keepalive.t -> (flow -> unit Lwt.t) -> unit
    val unlisten : t -> port:int -> unit
    val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t
  end
end

module Udp : sig
  module type S = sig
    type error

    val pp_error : error Fmt.t

    type ipaddr
    type t

    val disconnect : t -> unit Lwt.t

    type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t

    val listen : t -> port:int -> callback -> unit
    val unlisten : t -> port:int -> unit
    val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t

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
end

module Stack : sig
  module type V4 = sig
    type t

    val disconnect : t -> unit Lwt.t

    module UDPV4 : sig
      type error

      val pp_error : error Fmt.t

      type ipaddr = Ipaddr.V4.t
      type t

      val disconnect : t -> unit Lwt.t

      type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t

      val listen : t -> port:int -> callback -> unit
      val unlisten : t -> port:int -> unit
      val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t

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

    module TCPV4 : sig
      type nonrec error = private [> Tcp.error ]
      type nonrec write_error = private [> Tcp.write_error ]
      type ipaddr = Ipaddr.V4.t
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
        ?keepalive:Tcp.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t

      val listen : t -> port:int -> ?keepalive:Tcp.Keepalive.t -> (flow -> unit Lwt.t) -> unit
      val unlisten : t -> port:int -> unit
      val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t
    end

    module IPV4 : sig
      type nonrec error = private [> Ip.error ]

      val pp_error : error Fmt.t

      type ipaddr = Ipaddr.V4.t

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
        Ip.proto ->
        ?size:int ->
        (Cstruct.t -> int) ->
        Cstruct.t list ->
        (unit, error) result Lwt.t

      val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Ip.proto -> int -> Cstruct.t
      val src : t -> dst:ipaddr -> ipaddr
      val get_ip : t -> ipaddr list
      val mtu : t -> dst:ipaddr -> int
    end

    val udpv4 : t -> UDPV4.t
    val tcpv4 : t -> TCPV4.t
    val ipv4 : t -> IPV4.t
    val listen_udpv4 : t -> port:int -> UDPV4.callback -> unit

    val listen_tcpv4 :
      ?keepalive:Tcp.Keepalive.t -> t -> port:int -> (TCPV4.flow -> unit Lwt.t) -> unit

    val listen : t -> unit Lwt.t
  end
  [@@until "4.3.4"]

  module type V6 = sig
    type t

    val disconnect : t -> unit Lwt.t

    module UDP : sig
      type error

      val pp_error : error Fmt.t

      type ipaddr = Ipaddr.V6.t
      type t

      val disconnect : t -> unit Lwt.t

      type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t

      val listen : t -> port:int -> callback -> unit
      val unlisten : t -> port:int -> unit
      val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t

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
      type nonrec error = private [> Tcp.error ]
      type nonrec write_error = private [> Tcp.write_error ]
      type ipaddr = Ipaddr.V6.t
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
        ?keepalive:Tcp.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t

      val listen : t -> port:int -> ?keepalive:Tcp.Keepalive.t -> (flow -> unit Lwt.t) -> unit
      val unlisten : t -> port:int -> unit
      val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t
    end

    module IP : sig
      type nonrec error = private [> Ip.error ]

      val pp_error : error Fmt.t

      type ipaddr = Ipaddr.V6.t

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
        Ip.proto ->
        ?size:int ->
        (Cstruct.t -> int) ->
        Cstruct.t list ->
        (unit, error) result Lwt.t

      val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Ip.proto -> int -> Cstruct.t
      val src : t -> dst:ipaddr -> ipaddr
      val get_ip : t -> ipaddr list
      val mtu : t -> dst:ipaddr -> int
    end

    val udp : t -> UDP.t
    val tcp : t -> TCP.t
    val ip : t -> IP.t
    val listen_udp : t -> port:int -> UDP.callback -> unit
    val listen_tcp : ?keepalive:Tcp.Keepalive.t -> t -> port:int -> (TCP.flow -> unit Lwt.t) -> unit
    val listen : t -> unit Lwt.t
  end
  [@@until "4.3.4"]

  module type V4V6 = sig
    type t

    val disconnect : t -> unit Lwt.t

    module UDP : sig
      type error

      val pp_error : error Fmt.t

      type ipaddr = Ipaddr.t
      type t

      val disconnect : t -> unit Lwt.t

      type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> Cstruct.t -> unit Lwt.t

      val listen : t -> port:int -> callback -> unit
      val unlisten : t -> port:int -> unit
      val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t

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
      type nonrec error = private [> Tcp.error ]
      type nonrec write_error = private [> Tcp.write_error ]
      type ipaddr = Ipaddr.t
      type flow
      type t

      val disconnect : t -> unit Lwt.t
      val pp_error : error Fmt.t
      val pp_write_error : write_error Fmt.t
      val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
      val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
      val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
      val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.3.5"]
      val close : flow -> unit Lwt.t
      val dst : flow -> ipaddr * int
      val src : flow -> ipaddr * int [@@since "4.6"]
      val write_nodelay : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
      val writev_nodelay : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t

      val create_connection :
        ?keepalive:Tcp.Keepalive.t -> t -> ipaddr * int -> (flow, error) result Lwt.t

      val listen : t -> port:int -> ?keepalive:Tcp.Keepalive.t -> (flow -> unit Lwt.t) -> unit
      val unlisten : t -> port:int -> unit
      val input : t -> src:ipaddr -> dst:ipaddr -> Cstruct.t -> unit Lwt.t
    end

    module IP : sig
      type nonrec error = private [> Ip.error ]

      val pp_error : error Fmt.t

      type ipaddr = Ipaddr.t

      val pp_ipaddr : ipaddr Fmt.t

      type prefix = Ipaddr.Prefix.t [@@since "4.6"]

      val pp_prefix : prefix Fmt.t [@@since "4.6"]

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
        Ip.proto ->
        ?size:int ->
        (Cstruct.t -> int) ->
        Cstruct.t list ->
        (unit, error) result Lwt.t

      val pseudoheader : t -> ?src:ipaddr -> ipaddr -> Ip.proto -> int -> Cstruct.t
      val src : t -> dst:ipaddr -> ipaddr
      val get_ip : t -> ipaddr list [@@port "stack-get-ip"]
      val configured_ips : t -> prefix list [@@since "4.6"]
      val mtu : t -> dst:ipaddr -> int
    end

    val udp : t -> UDP.t
    val tcp : t -> TCP.t
    val ip : t -> IP.t
    val listen_udp : t -> port:int -> UDP.callback -> unit [@@port "stack-listen-udp"] [@@until "4.3.4"]

    val listen_tcp : ?keepalive:Tcp.Keepalive.t -> t -> port:int -> (TCP.flow -> unit Lwt.t) -> unit
    [@@port "stack-listen-tcp"]
    [@@until "4.3.4"]

    val listen : t -> unit Lwt.t
  end
end
