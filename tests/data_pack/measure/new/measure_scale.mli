(* measure 2.0 *)
[@@@complete]

module type S = sig
  type t
  val zero : t
end
