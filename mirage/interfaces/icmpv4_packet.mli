(** Headers of control messages (tcpip 3.0.0 to 9.0.1). *)

[@@@since "3.0"]

[@@@complete]

type subheader =
  | Id_and_seq of Cstruct.uint16 * Cstruct.uint16
  | Next_hop_mtu of Cstruct.uint16
  | Pointer of Cstruct.uint8
  | Address of Ipaddr.V4.t
  | Unused
type t = { code : Cstruct.uint8; ty : Icmpv4_wire.ty; subheader : subheader }

val pp : Format.formatter -> t -> unit
val equal : t -> t -> bool

module Unmarshal : sig
  type error = string

  val subheader_of_cstruct : Icmpv4_wire.ty -> Cstruct.t -> subheader
  val of_cstruct : Cstruct.t -> (t * Cstruct.t, error) result
end

module Marshal : sig
  type error = string

  val into_cstruct : t -> Cstruct.t -> payload:Cstruct.t -> (unit, error) result
  val make_cstruct : t -> payload:Cstruct.t -> Cstruct.t
end
