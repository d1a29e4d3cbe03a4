(** Mirage 3's sources of random bytes. *)

module type S = sig
  type buffer
  type g
  val generate : ?g:g -> int -> buffer
end

module type C = S with type buffer = Cstruct.t
