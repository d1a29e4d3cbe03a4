(** Elliptic curves (mirage-crypto 0.10.4 to 2.2.0). *)

[@@@since "3.10"]

[@@@complete]

type error =
  [ `At_infinity | `Invalid_format | `Invalid_length | `Invalid_range | `Low_order | `Not_on_curve ]

val pp_error : Format.formatter -> error -> unit

exception Message_too_long

module type Dh = sig
  type secret

  val secret_of_octets : ?compress:bool -> string -> (secret * string, error) result [@@since "4.7"]
  val secret_to_octets : secret -> string [@@since "4.7"]
  val secret_of_cs : Cstruct.t -> (secret * Cstruct.t, error) result [@@until "3.10"]

  val secret_of_cs : ?compress:bool -> Cstruct.t -> (secret * Cstruct.t, error) result
  [@@since "4.0"] [@@until "4.6"]

  val gen_key : ?g:Mirage_crypto_rng.g -> unit -> secret * Cstruct.t [@@until "3.10"]

  val gen_key : ?compress:bool -> ?g:Mirage_crypto_rng.g -> unit -> secret * Cstruct.t
  [@@since "4.0"] [@@until "4.6"]

  val gen_key : ?compress:bool -> ?g:Mirage_crypto_rng.g -> unit -> secret * string [@@since "4.7"]
  val key_exchange : secret -> Cstruct.t -> (Cstruct.t, error) result [@@until "4.6"]
  val key_exchange : secret -> string -> (string, error) result [@@since "4.7"]
end

module type Dsa = sig
  type priv
  type pub

  val byte_length : int [@@since "4.4"]
  val bit_length : int [@@since "4.7"]
  val priv_of_octets : string -> (priv, error) result [@@since "4.7"]
  val priv_to_octets : priv -> string [@@since "4.7"]
  val pub_of_octets : string -> (pub, error) result [@@since "4.7"]
  val pub_to_octets : ?compress:bool -> pub -> string [@@since "4.7"]
  val priv_of_cstruct : Cstruct.t -> (priv, error) result [@@until "4.6"]
  val priv_to_cstruct : priv -> Cstruct.t [@@until "4.6"]
  val pub_of_cstruct : Cstruct.t -> (pub, error) result [@@until "4.6"]
  val pub_to_cstruct : pub -> Cstruct.t [@@until "3.10"]
  val pub_to_cstruct : ?compress:bool -> pub -> Cstruct.t [@@since "4.0"] [@@until "4.6"]
  val pub_of_priv : priv -> pub
  val generate : ?g:Mirage_crypto_rng.g -> unit -> priv * pub
  val sign : key:priv -> ?k:Cstruct.t -> Cstruct.t -> Cstruct.t * Cstruct.t [@@until "4.6"]
  val sign : key:priv -> ?k:string -> string -> string * string [@@since "4.7"] [@@until "4.8"]

  val sign :
    ?mask:[ `No | `Yes | `Yes_with of Mirage_crypto_rng.g ] ->
    key:priv ->
    ?k:string ->
    string ->
    string * string
  [@@since "4.9"]

  val verify : key:pub -> Cstruct.t * Cstruct.t -> Cstruct.t -> bool [@@until "4.6"]
  val verify : key:pub -> string * string -> string -> bool [@@since "4.7"]

  module K_gen
      (H : Mirage_crypto.Hash.S [@until "4.6"])
      (H : Digestif.S [@since "4.7"])
      : sig
    val generate : key:priv -> Cstruct.t -> Cstruct.t [@@until "4.6"]
    val generate : key:priv -> string -> string [@@since "4.7"]
  end

  module Precompute : sig
    val generator_tables : unit -> string array array array
  end
  [@@since "4.7"]
end

module type Dh_dsa = sig
  module Dh : Dh
  module Dsa : Dsa [@@until "4.8"]

  module Dsa : sig
    type priv
    type pub

    val byte_length : int
    val bit_length : int
    val priv_of_octets : string -> (priv, error) result
    val priv_to_octets : priv -> string
    val pub_of_octets : string -> (pub, error) result
    val pub_to_octets : ?compress:bool -> pub -> string
    val pub_of_priv : priv -> pub
    val generate : ?g:Mirage_crypto_rng.g -> unit -> priv * pub

    val sign :
      ?mask:[ `No | `Yes | `Yes_with of Mirage_crypto_rng.g ] ->
      key:priv ->
      ?k:string ->
      string ->
      string * string

    val verify : key:pub -> string * string -> string -> bool

    module K_gen (H : Digestif.S) : sig
      val generate : key:priv -> string -> string
    end

    module Precompute : sig
      val generator_tables : unit -> string array array array
    end

    module Primitive : sig
      val generator : pub
      val add : pub -> pub -> pub
      val scalar_mult : priv -> pub -> pub
    end
  end
  [@@since "4.9"]
end

module P224 : Dh_dsa [@@until "4.6"]
module P256 : Dh_dsa
module P384 : Dh_dsa
module P521 : Dh_dsa
module X25519 : Dh

module Ed25519 : sig
  type priv
  type pub

  val priv_of_octets : string -> (priv, error) result [@@since "4.7"]
  val priv_to_octets : priv -> string [@@since "4.7"]
  val pub_of_octets : string -> (pub, error) result [@@since "4.7"]
  val pub_to_octets : pub -> string [@@since "4.7"]
  val priv_of_cstruct : Cstruct.t -> (priv, error) result [@@until "4.6"]
  val priv_to_cstruct : priv -> Cstruct.t [@@until "4.6"]
  val pub_of_cstruct : Cstruct.t -> (pub, error) result [@@until "4.6"]
  val pub_to_cstruct : pub -> Cstruct.t [@@until "4.6"]
  val pub_of_priv : priv -> pub
  val generate : ?g:Mirage_crypto_rng.g -> unit -> priv * pub
  val sign : key:priv -> Cstruct.t -> Cstruct.t [@@until "4.6"]
  val sign : key:priv -> string -> string [@@since "4.7"]
  val verify : key:pub -> Cstruct.t -> msg:Cstruct.t -> bool [@@until "4.6"]
  val verify : key:pub -> string -> msg:string -> bool [@@since "4.7"]
end
