(** Frames of Ethernet over a network (ethernet 2.1.0 to 3.2.0). *)

[@@@since "3.5"]

[@@@complete]

module Packet : sig
  type proto = [ `ARP | `IPv4 | `IPv6 ]

  val pp_proto : proto Fmt.t

  type t = { source : Macaddr.t; destination : Macaddr.t; ethertype : proto }

  val sizeof_ethernet : int
  val of_cstruct : Cstruct.t -> (t * Cstruct.t, string) result
  val into_cstruct : t -> Cstruct.t -> (unit, string) result
  val make_cstruct : t -> Cstruct.t
end
[@@since "3.10.8"]

module type S = sig
  type nonrec error = private [> `Exceeds_mtu ]

  val pp_error : error Fmt.t

  type t

  val disconnect : t -> unit Lwt.t

  val write :
    t ->
    ?src:Macaddr.t ->
    Macaddr.t ->
    Packet.proto ->
    ?size:int ->
    (Cstruct.t -> int) ->
    (unit, error) result Lwt.t

  val mac : t -> Macaddr.t
  val mtu : t -> int

  val input :
    arpv4:(Cstruct.t -> unit Lwt.t) ->
    ipv4:(Cstruct.t -> unit Lwt.t) ->
    ipv6:(Cstruct.t -> unit Lwt.t) ->
    t ->
    Cstruct.t ->
    unit Lwt.t
end
[@@since "3.10.8"]

module Make
    (N : Mirage_net_lwt.S [@until "3.7.0"])
    (N : Mirage_net.S [@since "3.7.1"])
    : sig
  type error = private [> Mirage_protocols.Ethernet.error ] [@@until "3.10.7"]
  type nonrec error = private [> `Exceeds_mtu ] [@@since "3.10.8"]

  val pp_error : error Fmt.t

  type buffer = Cstruct.t [@@until "3.7.0"]
  type macaddr = Macaddr.t [@@until "3.7.0"]
  type 'a io = 'a Lwt.t [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  val write :
    t ->
    ?src:macaddr ->
    macaddr ->
    Mirage_protocols.Ethernet.proto ->
    ?size:int ->
    (buffer -> int) ->
    (unit, error) result io
  [@@until "3.7.0"]

  val write :
    t ->
    ?src:Macaddr.t ->
    Macaddr.t ->
    Mirage_protocols.Ethernet.proto ->
    ?size:int ->
    (Cstruct.t -> int) ->
    (unit, error) result Lwt.t
  [@@since "3.7.1"] [@@until "3.10.7"]

  val write :
    t ->
    ?src:Macaddr.t ->
    Macaddr.t ->
    Packet.proto ->
    ?size:int ->
    (Cstruct.t -> int) ->
    (unit, error) result Lwt.t
  [@@since "3.10.8"]

  val mac : t -> macaddr [@@until "3.7.0"]
  val mac : t -> Macaddr.t [@@since "3.7.1"]
  val mtu : t -> int

  val input :
    arpv4:(buffer -> unit io) ->
    ipv4:(buffer -> unit io) ->
    ipv6:(buffer -> unit io) ->
    t ->
    buffer ->
    unit io
  [@@until "3.7.0"]

  val input :
    arpv4:(Cstruct.t -> unit Lwt.t) ->
    ipv4:(Cstruct.t -> unit Lwt.t) ->
    ipv6:(Cstruct.t -> unit Lwt.t) ->
    t ->
    Cstruct.t ->
    unit Lwt.t
  [@@since "3.7.1"]

  val connect : N.t -> t Lwt.t
end
