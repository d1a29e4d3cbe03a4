(** Sources of random bytes (mirage-random 1.0.0 to 4.0.0). *)

[@@@since "3.0"]

[@@@until "4.8"]

[@@@complete]

module type S = sig
  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type g

  val generate : ?g:g -> int -> buffer [@@until "3.7.0"]
  val generate : ?g:g -> int -> Cstruct.t [@@since "3.7.1"] [@@until "4.6"]
  val generate : ?g:g -> int -> string [@@since "4.7"]
  val generate_into : ?g:g -> bytes -> ?off:int -> int -> unit [@@since "4.7"]
end

module type C = sig
  type buffer = Cstruct.t
  type g

  val generate : ?g:g -> int -> buffer
end
[@@until "3.7.0"]

module type C = S
[@@port.to Mirage_random.S]
[@@since "3.7.1"] [@@until "3.10.6"]
