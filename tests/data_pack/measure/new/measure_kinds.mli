(* measure 2.0 *)
[@@@complete]

module type SCALE = sig
  type t
  val zero : t
end
