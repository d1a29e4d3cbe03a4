(* measure 1.0 *)
[@@@complete]

type t

type unit_of_length = float [@@port "measure-unit"]

val of_string : string -> t

val length : t -> int [@@port "measure-length"]

val normalise : t -> t [@@port "measure-normalise"]

val cut : t -> first:int -> last:int -> t [@@port "measure-cut"]

val in_unit : t -> unit_of_length -> float

type sign =
  | Plus of int
  | Minus of int
  | Unsigned of int [@port.becomes (fun size -> Rel.Plus size)]
  | Unknown
[@@port "measure-sign"]
