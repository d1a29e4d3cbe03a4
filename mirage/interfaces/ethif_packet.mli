(** Headers of Ethernet (tcpip 3.0.0). *)

[@@@since "3.0"]

[@@@until "3.4.0"]

[@@@port "ethif-packet"]

[@@@complete]

type t = { source : Macaddr.t; destination : Macaddr.t; ethertype : Ethif_wire.ethertype }
type error = string

val pp : Format.formatter -> t -> unit
val equal : t -> t -> bool

module Unmarshal : sig
  val of_cstruct : Cstruct.t -> (t * Cstruct.t, error) result
end
[@@port "ethif-packet"]

module Marshal : sig
  val into_cstruct : t -> Cstruct.t -> (unit, error) result
  val make_cstruct : t -> Cstruct.t
end
[@@port "ethif-packet"]
