(** Headers of Ethernet (ethernet 2.1.0 to 2.2.1). *)

[@@@since "3.5"]

[@@@until "3.10.7"]

[@@@port "ethif-packet"]

[@@@complete]

type t = {
  source : Macaddr.t;
  destination : Macaddr.t;
  ethertype : Mirage_protocols.Ethernet.proto;
}

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
