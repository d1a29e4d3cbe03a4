(* measure 2.0 *)
[@@@complete]

type t

type sign =
  | Plus of int
  | Minus of int

val of_string : string -> t

val size : t -> int

val cut : t -> from:int -> upto:int -> t

val in_unit : t -> Measure_unit.t -> float
