(** Lines. *)

[@@@since "3.5"]

[@@@complete]

module type S = sig
  type t
  val put : t -> string -> unit
  val number : t -> int
end
