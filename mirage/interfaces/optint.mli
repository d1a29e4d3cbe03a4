(** Integers of 63 bits on any machine (optint). *)

[@@@since "3.5"]

[@@@complete]

type t

module Int63 : sig
  type t

  val zero : t
  val one : t
  val of_int : int -> t
  val to_int : t -> int
  val of_int64 : int64 -> t
  val to_int64 : t -> int64
  val add : t -> t -> t
  val sub : t -> t -> t
  val compare : t -> t -> int
  val equal : t -> t -> bool
  val to_string : t -> string
  val of_string : string -> t
  val pp : Format.formatter -> t -> unit

  module Infix : sig
    val ( + ) : t -> t -> t
    val ( - ) : t -> t -> t
  end
end
