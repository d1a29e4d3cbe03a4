(** Headers of IPv4 (tcpip 3.0.0 to 9.0.1). *)

[@@@since "3.0"]

[@@@complete]

type t = {
  src : Ipaddr.V4.t;
  dst : Ipaddr.V4.t;
  proto : Cstruct.uint8;
  ttl : Cstruct.uint8;
  options : Cstruct.t;
}
[@@until "3.4"]

type t = {
  src : Ipaddr.V4.t;
  dst : Ipaddr.V4.t;
  id : Cstruct.uint16;
  off : Cstruct.uint16;
  ttl : Cstruct.uint8;
  proto : Cstruct.uint8;
  options : Cstruct.t;
}
[@@since "3.5"]

val pp : Format.formatter -> t -> unit
val equal : t -> t -> bool

type protocol = [ `ICMP | `TCP | `UDP ]

module Unmarshal : sig
  type error = string

  val int_to_protocol : int -> protocol option
  val of_cstruct : Cstruct.t -> (t * Cstruct.t, error) result
  val header_of_cstruct : Cstruct.t -> (t * int, error) result [@@since "3.5"]
  val verify_transport_checksum :
    proto:[ `TCP | `UDP ] -> ipv4_header:t -> transport_packet:Cstruct.t -> bool
end

module Marshal : sig
  type error = string

  val protocol_to_int : protocol -> Cstruct.uint16
  val pseudoheader :
    src:Ipaddr.V4.t -> dst:Ipaddr.V4.t -> proto:[< `TCP | `UDP ] -> int -> Cstruct.t
  [@@until "3.4"]

  val pseudoheader : src:Ipaddr.V4.t -> dst:Ipaddr.V4.t -> proto:protocol -> int -> Cstruct.t
  [@@since "3.5"]

  val into_cstruct : payload:Cstruct.t -> t -> Cstruct.t -> (unit, error) result [@@until "3.4"]
  val into_cstruct : payload_len:int -> t -> Cstruct.t -> (unit, error) result [@@since "3.5"]
  val make_cstruct : payload:Cstruct.t -> t -> Cstruct.t [@@until "3.4"]
  val make_cstruct : payload_len:int -> t -> Cstruct.t [@@since "3.5"]
end
