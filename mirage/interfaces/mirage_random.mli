(** Sources of random bytes (mirage-random 1.0.0). *)

[@@@since "3.0"]

[@@@complete]

module type S = sig
  type buffer
  type g

  val generate : ?g:g -> int -> buffer
end

module type C = sig
  type buffer = Cstruct.t
  type g

  val generate : ?g:g -> int -> buffer
end
