(** The stack of the host, over sockets (tcpip 3.0.0). *)

(** Until 2.9.1: The stack of the host, over sockets (tcpip 2.8). *)

[@@@until "3.4"]

module Make (C : V1_LWT.CONSOLE) : sig
  include V1_LWT.STACKV4
end
[@@port "stack-socket-make"]
[@@until "2.9.1"]

[@@@complete "3.0"]

type netif = Ipaddr.V4.t list [@@since "3.0"]
type 'a config = 'a Mirage_stack_lwt.stackv4_config [@@since "3.0"]
type ipv4addr = Ipaddr.V4.t [@@since "3.0"]
type buffer = Cstruct.t [@@since "3.0"]
type udpv4 = Udpv4_socket.t [@@since "3.0"]
type tcpv4 = Tcpv4_socket.t [@@since "3.0"]
type ipv4 = Ipaddr.V4.t option [@@since "3.0"]
type 'a io = 'a Lwt.t [@@since "3.0"]
type t [@@since "3.0"]

val disconnect : t -> unit io [@@since "3.0"]

module UDPV4 : sig
  type buffer = Cstruct.t
  type ipaddr = Ipaddr.V4.t
  type flow = Lwt_unix.file_descr
  type 'a io = 'a Lwt.t
  type ip = Ipaddr.V4.t option
  type ipinput = unit Lwt.t
  type callback = src:ipaddr -> dst:ipaddr -> src_port:int -> buffer -> unit io
  type t = Udpv4_socket.t = {
    interface : Unix.inet_addr;
    listen_fds : (Unix.inet_addr * int, Lwt_unix.file_descr) Hashtbl.t;
  }

  val get_udpv4_listening_fd : t -> int -> Lwt_unix.file_descr

  type error = [ `Sendto_failed ]

  val pp_error : Format.formatter -> [< `Sendto_failed ] -> unit
  val connect : ip -> t Lwt.t
  val disconnect : 'a -> unit Lwt.t
  val id : t -> Ipaddr.V4.t option
  val input : listeners:'a -> 'b -> 'c Lwt.t
  val write :
    ?src_port:int ->
    dst:Ipaddr.V4.t ->
    dst_port:int ->
    t ->
    Cstruct.t ->
    (unit, [> `Sendto_failed ]) result Lwt.t
end
[@@since "3.0"]

module TCPV4 : sig
  type error = Tcpv4_socket.error
  type write_error = Tcpv4_socket.write_error
  type buffer = Cstruct.t
  type ip = Ipaddr.V4.t option
  type ipaddr = Ipaddr.V4.t
  type ipinput = unit Lwt.t
  type flow = Lwt_unix.file_descr
  type 'a io = 'a Lwt.t
  type t = Tcpv4_socket.t

  val disconnect : t -> unit io
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io

  type callback = flow -> unit io

  val dst : flow -> ipaddr * int
  val write_nodelay : flow -> buffer -> (unit, write_error) result io
  val writev_nodelay : flow -> buffer list -> (unit, write_error) result io
  val create_connection : t -> ipaddr * int -> (flow, error) result io
  val input : t -> listeners:(int -> callback option) -> ipinput [@@port "input-listeners"]
  val connect : ip -> t Lwt.t
end
[@@since "3.0"]

module IPV4 : sig
  type id = string
  type t = Ipaddr.V4.t option
  type 'a io = 'a Lwt.t
  type error = Mirage_protocols.Ip.error
  type ipaddr = Ipaddr.V4.t
  type prefix = Ipaddr.V4.t
  type ethif = unit
  type buffer = Cstruct.t
  type callback = src:ipaddr -> dst:ipaddr -> buffer -> unit io
  type uipaddr = Ipaddr.t

  val pp_error : Mirage_protocols.Ip.error Fmt.t
  val to_uipaddr : 'a -> ('a, 'b) Ipaddr.v4v6
  val of_uipaddr : Ipaddr.t -> Ipaddr.V4.t option
  val id : 'a -> unit
  val disconnect : 'a -> unit Lwt.t
  val connect : 'a -> unit Lwt.t
  val input_arpv4 : 'a -> 'b -> 'c Lwt.t
  val input : 'a -> tcp:'b -> udp:'c -> default:'d -> 'e -> unit Lwt.t
  val allocate_frame : 'a -> dst:'b -> proto:'c -> 'd
  val write : 'a -> 'b -> 'c -> 'd Lwt.t
  val writev : 'a -> 'b -> 'c -> 'd Lwt.t
  val get_ip : 'a -> Ipaddr.V4.t list
  val set_ip : 'a -> 'b -> 'c Lwt.t
  val get_ip_netmasks : 'a -> Ipaddr.V4.t list
  val get_ip_gateways : 'a -> 'b
  val set_ip_netmask : 'a -> 'b -> 'c Lwt.t
  val set_ip_gateways : 'a -> 'b -> 'c Lwt.t
  val src : 'a -> dst:'b -> 'c
  val checksum : 'a -> 'b -> 'c
  val pseudoheader : 'a -> dst:'b -> proto:'c -> 'd -> 'e
end
[@@since "3.0"]

val udpv4 : t -> udpv4 [@@since "3.0"]
val tcpv4 : t -> tcpv4 [@@since "3.0"]
val ipv4 : t -> ipv4 [@@since "3.0"]
val listen_udpv4 : t -> port:int -> UDPV4.callback -> unit [@@since "3.0"]
val listen_tcpv4 : t -> port:int -> TCPV4.callback -> unit [@@since "3.0"]
val listen : t -> unit io [@@since "3.0"]

val connect : netif Mirage_stack_lwt.stackv4_config -> Udpv4_socket.t -> Tcpv4_socket.t -> t Lwt.t
[@@since "3.0"]
