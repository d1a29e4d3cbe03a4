(** Translation of network addresses (mirage-nat 3.0.2). *)

[@@@since "4.9"]

[@@@complete]

type port = Cstruct.uint16
type endpoint = Ipaddr.V4.t * port
type error = [ `Cannot_NAT | `Overlap | `TTL_exceeded | `Untranslated ]

val pp_error : [< error ] Fmt.t

type ports = { tcp : port list; udp : port list; icmp : port list }

module type S = sig
  type t

  val remove_connections : t -> Ipaddr.V4.t -> ports
  val translate : t -> Nat_packet.t -> (Nat_packet.t, [> `TTL_exceeded | `Untranslated ]) result

  val is_port_free :
    t ->
    [ `Icmp | `Tcp | `Udp ] ->
    src:Ipaddr.V4.t ->
    dst:Ipaddr.V4.t ->
    src_port:int ->
    dst_port:int ->
    bool

  val add :
    t ->
    Nat_packet.t ->
    Ipaddr.V4.t ->
    (unit -> int option) ->
    [ `NAT | `Redirect of endpoint ] ->
    (unit, [> `Cannot_NAT | `Overlap ]) result

  val reset : t -> unit
end

module type SUBTABLE = sig
  type t
  type transport_channel
  type channel = Ipaddr.V4.t * Ipaddr.V4.t * transport_channel

  val lookup : t -> channel -> channel option
  val insert : t -> (channel * channel) list -> (unit, [> `Overlap ]) result
  val delete : t -> channel list -> unit
end

module type TABLE = sig
  type t

  module TCP : sig
    type transport_channel = port * port
    type channel = Ipaddr.V4.t * Ipaddr.V4.t * transport_channel

    val lookup : t -> channel -> channel option
    val insert : t -> (channel * channel) list -> (unit, [> `Overlap ]) result
    val delete : t -> channel list -> unit
  end

  module UDP : sig
    type transport_channel = port * port
    type channel = Ipaddr.V4.t * Ipaddr.V4.t * transport_channel

    val lookup : t -> channel -> channel option
    val insert : t -> (channel * channel) list -> (unit, [> `Overlap ]) result
    val delete : t -> channel list -> unit
  end

  module ICMP : sig
    type transport_channel = Cstruct.uint16
    type channel = Ipaddr.V4.t * Ipaddr.V4.t * transport_channel

    val lookup : t -> channel -> channel option
    val insert : t -> (channel * channel) list -> (unit, [> `Overlap ]) result
    val delete : t -> channel list -> unit
  end

  val reset : t -> unit
  val remove_connections : t -> Ipaddr.V4.t -> ports

  val is_port_free :
    t ->
    [ `Icmp | `Tcp | `Udp ] ->
    src:Ipaddr.V4.t ->
    dst:Ipaddr.V4.t ->
    src_port:int ->
    dst_port:int ->
    bool
end
