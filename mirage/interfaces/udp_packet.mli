(** Headers of datagrams (tcpip 3.0.0 to 9.0.1). *)

[@@@since "3.0"]

[@@@complete]

type t = { src_port : Cstruct.uint16; dst_port : Cstruct.uint16 }

val pp : Format.formatter -> t -> unit
val equal : t -> t -> bool

module Unmarshal : sig
  type error = string

  val of_cstruct : Cstruct.t -> (t * Cstruct.t, error) result
end

module Marshal : sig
  type error = string

  val into_cstruct :
    pseudoheader:Cstruct.t -> payload:Cstruct.t -> t -> Cstruct.t -> (unit, error) result
  val make_cstruct : pseudoheader:Cstruct.t -> payload:Cstruct.t -> t -> Cstruct.t
end
