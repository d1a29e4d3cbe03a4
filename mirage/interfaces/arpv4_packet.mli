(** Messages of address resolution (tcpip 3.0.0). *)

[@@@since "3.0"]

[@@@until "3.4.0"]

[@@@port "arp-packet"]

[@@@complete]

type t = {
  op : Arpv4_wire.op;
  sha : Macaddr.t;
  spa : Ipaddr.V4.t;
  tha : Macaddr.t;
  tpa : Ipaddr.V4.t;
}

val equal : t -> t -> bool
val pp : Format.formatter -> t -> unit

module Unmarshal : sig
  type error = Too_short | Unusable | Unknown_code of Cstruct.uint16 | Bad_mac of string list

  val string_of_error : error -> string
  val pp_error : Format.formatter -> error -> unit
  val of_cstruct : Cstruct.t -> (t, error) result
end

module Marshal : sig
  type error = string

  val into_cstruct : t -> Cstruct.t -> (unit, error) result
  val make_cstruct : t -> Cstruct.t
end
