(** Ciphers, as far as unikernels name them (nocrypto 0.5). *)

module Rng : sig
  type g

  val generate : ?g:g -> int -> Cstruct.t
  val reseed : ?g:g -> Cstruct.t -> unit

  module Int : sig
    val gen : ?g:g -> int -> int
    val gen_r : ?g:g -> int -> int -> int
    val gen_bits : ?g:g -> ?msb:int -> int -> int
  end

  module Int32 : sig
    val gen : ?g:g -> int32 -> int32
    val gen_r : ?g:g -> int32 -> int32 -> int32
    val gen_bits : ?g:g -> ?msb:int -> int -> int32
  end

  module Int64 : sig
    val gen : ?g:g -> int64 -> int64
    val gen_r : ?g:g -> int64 -> int64 -> int64
    val gen_bits : ?g:g -> ?msb:int -> int -> int64
  end
end

module Rsa : sig
  type priv
end

module Hash : sig
  type hash = [ `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ]

  val digest : hash -> Cstruct.t -> Cstruct.t
end

module Base64 : sig
  val encode : Cstruct.t -> Cstruct.t
  val decode : Cstruct.t -> Cstruct.t option
end
