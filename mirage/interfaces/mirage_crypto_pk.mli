(** Public keys (mirage-crypto 0.7.0 to 2.2.0). *)

[@@@since "3.7.5"]

[@@@complete]

type bits = int [@@until "4.6"]

module Rsa : sig
  exception Insufficient_key

  type pub = private { e : Z.t; n : Z.t }

  val pub : e:Z.t -> n:Z.t -> (pub, [> `Msg of string ]) result

  type priv = private { e : Z.t; d : Z.t; n : Z.t; p : Z.t; q : Z.t; dp : Z.t; dq : Z.t; q' : Z.t }

  val priv :
    e:Z.t ->
    d:Z.t ->
    n:Z.t ->
    p:Z.t ->
    q:Z.t ->
    dp:Z.t ->
    dq:Z.t ->
    q':Z.t ->
    (priv, [> `Msg of string ]) result

  val pub_bits : pub -> bits [@@until "4.6"]
  val pub_bits : pub -> int [@@since "4.7"]
  val priv_bits : priv -> bits [@@until "4.6"]
  val priv_bits : priv -> int [@@since "4.7"]
  val priv_of_primes : e:Z.t -> p:Z.t -> q:Z.t -> (priv, [> `Msg of string ]) result

  val priv_of_exp :
    ?g:Mirage_crypto_rng.g ->
    ?attempts:int ->
    e:Z.t ->
    d:Z.t ->
    n:Z.t ->
    unit ->
    (priv, [> `Msg of string ]) result

  val pub_of_priv : priv -> pub

  type 'a or_digest = [ `Digest of Mirage_crypto.Hash.digest | `Message of 'a ] [@@until "4.6"]
  type 'a or_digest = [ `Digest of string | `Message of 'a ] [@@since "4.7"]
  type mask = [ `No | `Yes | `Yes_with of Mirage_crypto_rng.g ]

  val encrypt : key:pub -> Cstruct.t -> Cstruct.t [@@until "4.6"]
  val encrypt : key:pub -> string -> string [@@since "4.7"]

  val decrypt : ?crt_hardening:bool -> ?mask:mask -> key:priv -> Cstruct.t -> Cstruct.t
  [@@until "4.6"]

  val decrypt : ?crt_hardening:bool -> ?mask:mask -> key:priv -> string -> string [@@since "4.7"]
  val generate : ?g:Mirage_crypto_rng.g -> ?e:Z.t -> bits:bits -> unit -> priv [@@until "4.6"]
  val generate : ?g:Mirage_crypto_rng.g -> ?e:Z.t -> bits:int -> unit -> priv [@@since "4.7"]

  module PKCS1 : sig
    val encrypt : ?g:Mirage_crypto_rng.g -> key:pub -> Cstruct.t -> Cstruct.t [@@until "4.6"]
    val encrypt : ?g:Mirage_crypto_rng.g -> key:pub -> string -> string [@@since "4.7"]

    val decrypt : ?crt_hardening:bool -> ?mask:mask -> key:priv -> Cstruct.t -> Cstruct.t option
    [@@until "4.6"]

    val decrypt : ?crt_hardening:bool -> ?mask:mask -> key:priv -> string -> string option
    [@@since "4.7"]

    val sig_encode : ?crt_hardening:bool -> ?mask:mask -> key:priv -> Cstruct.t -> Cstruct.t
    [@@until "4.6"]

    val sig_encode : ?crt_hardening:bool -> ?mask:mask -> key:priv -> string -> string
    [@@since "4.7"]

    val sig_decode : key:pub -> Cstruct.t -> Cstruct.t option [@@until "4.6"]
    val sig_decode : key:pub -> string -> string option [@@since "4.7"]
    val min_key : Mirage_crypto.Hash.hash -> bits [@@until "4.6"]

    val min_key : [< Digestif.hash' > `MD5 `SHA1 `SHA224 `SHA256 `SHA384 `SHA512 ] -> int
    [@@since "4.7"]

    val sign :
      ?crt_hardening:bool ->
      ?mask:mask ->
      hash:Mirage_crypto.Hash.hash ->
      key:priv ->
      Cstruct.t or_digest ->
      Cstruct.t
    [@@until "4.6"]

    val sign :
      ?crt_hardening:bool ->
      ?mask:mask ->
      hash:[< Digestif.hash' > `MD5 `SHA1 `SHA224 `SHA256 `SHA384 `SHA512 ] ->
      key:priv ->
      string or_digest ->
      string
    [@@since "4.7"]

    val verify :
      hashp:(Mirage_crypto.Hash.hash -> bool) ->
      key:pub ->
      signature:Cstruct.t ->
      Cstruct.t or_digest ->
      bool
    [@@until "4.6"]

    val verify :
      hashp:([< Digestif.hash' > `MD5 `SHA1 `SHA224 `SHA256 `SHA384 `SHA512 ] -> bool) ->
      key:pub ->
      signature:string ->
      string or_digest ->
      bool
    [@@since "4.7"]
  end

  module OAEP
      (H : Mirage_crypto.Hash.S [@until "4.6"])
      (H : Digestif.S [@since "4.7"])
      : sig
    val encrypt : ?g:Mirage_crypto_rng.g -> ?label:Cstruct.t -> key:pub -> Cstruct.t -> Cstruct.t
    [@@until "4.6"]

    val encrypt : ?g:Mirage_crypto_rng.g -> ?label:string -> key:pub -> string -> string
    [@@since "4.7"]

    val decrypt :
      ?crt_hardening:bool ->
      ?mask:mask ->
      ?label:Cstruct.t ->
      key:priv ->
      Cstruct.t ->
      Cstruct.t option
    [@@until "4.6"]

    val decrypt :
      ?crt_hardening:bool -> ?mask:mask -> ?label:string -> key:priv -> string -> string option
    [@@since "4.7"]
  end

  module PSS
      (H : Mirage_crypto.Hash.S [@until "4.6"])
      (H : Digestif.S [@since "4.7"])
      : sig
    val sign :
      ?g:Mirage_crypto_rng.g ->
      ?crt_hardening:bool ->
      ?mask:mask ->
      ?slen:int ->
      key:priv ->
      Cstruct.t or_digest ->
      Cstruct.t
    [@@until "4.6"]

    val sign :
      ?g:Mirage_crypto_rng.g ->
      ?crt_hardening:bool ->
      ?mask:mask ->
      ?slen:int ->
      key:priv ->
      string or_digest ->
      string
    [@@since "4.7"]

    val verify : ?slen:int -> key:pub -> signature:Cstruct.t -> Cstruct.t or_digest -> bool
    [@@until "4.6"]

    val verify : ?slen:int -> key:pub -> signature:string -> string or_digest -> bool
    [@@since "4.7"]
  end

  val pub_of_sexp : Sexplib.Sexp.t -> pub [@@until "4.6"]
  val sexp_of_pub : pub -> Sexplib.Sexp.t [@@until "4.6"]
  val priv_of_sexp : Sexplib.Sexp.t -> priv [@@until "4.6"]
  val sexp_of_priv : priv -> Sexplib.Sexp.t [@@until "4.6"]
end

module Dsa : sig
  type priv = private { p : Z.t; q : Z.t; gg : Z.t; x : Z.t; y : Z.t }

  val priv :
    ?fips:bool ->
    p:Z.t ->
    q:Z.t ->
    gg:Z.t ->
    x:Z.t ->
    y:Z.t ->
    unit ->
    (priv, [> `Msg of string ]) result

  type pub = private { p : Z.t; q : Z.t; gg : Z.t; y : Z.t }

  val pub :
    ?fips:bool -> p:Z.t -> q:Z.t -> gg:Z.t -> y:Z.t -> unit -> (pub, [> `Msg of string ]) result

  type keysize = [ `Exactly of bits * bits | `Fips1024 | `Fips2048 | `Fips3072 ] [@@until "4.6"]
  type keysize = [ `Exactly of int * int | `Fips1024 | `Fips2048 | `Fips3072 ] [@@since "4.7"]
  type mask = [ `No | `Yes | `Yes_with of Mirage_crypto_rng.g ]

  val pub_of_priv : priv -> pub
  val generate : ?g:Mirage_crypto_rng.g -> keysize -> priv
  val sign : ?mask:mask -> ?k:Z.t -> key:priv -> Cstruct.t -> Cstruct.t * Cstruct.t [@@until "4.6"]
  val sign : ?mask:mask -> ?k:Z.t -> key:priv -> string -> string * string [@@since "4.7"]
  val verify : key:pub -> Cstruct.t * Cstruct.t -> Cstruct.t -> bool [@@until "4.6"]
  val verify : key:pub -> string * string -> string -> bool [@@since "4.7"]
  val massage : key:pub -> Cstruct.t -> Cstruct.t [@@until "4.6"]
  val massage : key:pub -> string -> string [@@since "4.7"]

  module K_gen
      (H : Mirage_crypto.Hash.S [@until "4.6"])
      (H : Digestif.S [@since "4.7"])
      : sig
    val generate : key:priv -> Cstruct.t -> Z.t [@@until "4.6"]
    val generate : key:priv -> string -> Z.t [@@since "4.7"]
  end

  val pub_of_sexp : Sexplib.Sexp.t -> pub [@@until "4.6"]
  val sexp_of_pub : pub -> Sexplib.Sexp.t [@@until "4.6"]
  val priv_of_sexp : Sexplib.Sexp.t -> priv [@@until "4.6"]
  val sexp_of_priv : priv -> Sexplib.Sexp.t [@@until "4.6"]
end

module Dh : sig
  exception Invalid_key

  type group = private { p : Z.t; gg : Z.t; q : Z.t option }

  val group : p:Z.t -> gg:Z.t -> ?q:Z.t -> unit -> (group, [> `Msg of string ]) result

  type secret = private { group : group; x : Z.t }

  val modulus_size : group -> bits [@@until "4.6"]
  val modulus_size : group -> int [@@since "4.7"]
  val key_of_secret : group -> s:Cstruct.t -> secret * Cstruct.t [@@until "4.6"]
  val key_of_secret : group -> s:string -> secret * string [@@since "4.7"]
  val gen_key : ?g:Mirage_crypto_rng.g -> ?bits:bits -> group -> secret * Cstruct.t [@@until "4.6"]
  val gen_key : ?g:Mirage_crypto_rng.g -> ?bits:int -> group -> secret * string [@@since "4.7"]
  val shared : secret -> Cstruct.t -> Cstruct.t option [@@until "4.6"]
  val shared : secret -> string -> string option [@@since "4.7"]
  val gen_group : ?g:Mirage_crypto_rng.g -> bits:bits -> unit -> group [@@until "4.6"]
  val gen_group : ?g:Mirage_crypto_rng.g -> bits:int -> unit -> group [@@since "4.7"]

  module Group : sig
    val oakley_1 : group
    val oakley_2 : group
    val oakley_5 : group
    val oakley_14 : group
    val oakley_15 : group
    val oakley_16 : group
    val oakley_17 : group
    val oakley_18 : group
    val rfc_5114_1 : group
    val rfc_5114_2 : group
    val rfc_5114_3 : group
    val ffdhe2048 : group
    val ffdhe3072 : group
    val ffdhe4096 : group
    val ffdhe6144 : group
    val ffdhe8192 : group
  end

  val group_of_sexp : Sexplib.Sexp.t -> group [@@until "4.6"]
  val sexp_of_group : group -> Sexplib.Sexp.t [@@until "4.6"]
  val secret_of_sexp : Sexplib.Sexp.t -> secret [@@until "4.6"]
  val sexp_of_secret : secret -> Sexplib.Sexp.t [@@until "4.6"]
end

module Z_extra : sig
  val of_octets_be : ?bits:int -> string -> Z.t [@@since "4.7"]
  val to_octets_be : ?size:int -> Z.t -> string [@@since "4.7"]
  val into_octets_be : Z.t -> bytes -> unit [@@since "4.7"]
  val of_cstruct_be : ?bits:bits -> Cstruct.t -> Z.t [@@until "4.6"]
  val to_cstruct_be : ?size:int -> Z.t -> Cstruct.t [@@until "4.6"]
  val into_cstruct_be : Z.t -> Cstruct.t -> unit [@@until "4.6"]
  val gen : ?g:Mirage_crypto_rng.g -> Z.t -> Z.t
  val gen_r : ?g:Mirage_crypto_rng.g -> Z.t -> Z.t -> Z.t
end
