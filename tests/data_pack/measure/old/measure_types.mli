(* measure 1.0 *)
[@@@complete]

[@@@port "measure-types"]

module type SCALE = sig
  type t
  val zero : t
end
[@@port.to Measure_scale.S]
[@@port "measure-scale"]
