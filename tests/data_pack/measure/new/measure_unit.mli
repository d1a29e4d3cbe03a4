(* measure 2.0 *)
[@@@complete]

type t

val metre : t
