(** Ciphers, as far as unikernels name them (nocrypto 0.5). *)

module Rng : sig
  type g

  val generate : ?g:g -> int -> Cstruct.t
  val reseed : ?g:g -> Cstruct.t -> unit

  module Int : sig
    val gen : ?g:g -> int -> int
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
