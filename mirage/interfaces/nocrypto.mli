(** Ciphers (nocrypto 0.5.4), and the names that nocrypto 0.2 to 0.4 had for them. *)

[@@@until "3.7.4"]

[@@@port "nocrypto-removed"]

[@@@complete]

module Base64 : sig
  val encode : Cstruct.t -> Cstruct.t
  val decode : Cstruct.t -> Cstruct.t option
  val is_base64_char : char -> bool
end

module Uncommon : sig
  type 'a one = One of 'a

  val cdiv : int -> int -> int
  val ( &. ) : ('b -> 'c) -> ('a -> 'b) -> 'a -> 'c
  val id : 'a -> 'a

  module Option : sig
    val v_map : def:'b -> f:('a -> 'b) -> 'a option -> 'b
    val map : f:('a -> 'b) -> 'a option -> 'b option
    val get : def:'a -> 'a option -> 'a
  end

  module Cs : sig
    val empty : Cstruct.t
    val null : Cstruct.t -> bool
    val ( <+> ) : Cstruct.t -> Cstruct.t -> Cstruct.t
    val ct_eq : Cstruct.t -> Cstruct.t -> bool
    val xor_into : Cstruct.t -> Cstruct.t -> int -> unit
    val xor : Cstruct.t -> Cstruct.t -> Cstruct.t
    val create : ?init:int -> int -> Cstruct.t
    val clone : ?off:int -> ?len:int -> Cstruct.t -> Cstruct.t
    val ( lsl ) : Cstruct.t -> int -> Cstruct.t
    val ( lsr ) : Cstruct.t -> int -> Cstruct.t
    val of_hex : string -> Cstruct.t
  end

  module Arr : sig
    val mem : 'a -> 'a array -> bool
  end

  val bracket : init:(unit -> 'a) -> fini:('a -> unit) -> ('a -> 'b) -> 'b
end

module Numeric : sig
  module type S = sig
    type t

    val zero : t
    val one : t
    val ( lsr ) : t -> int -> t
    val ( lsl ) : t -> int -> t
    val ( land ) : t -> t -> t
    val ( lor ) : t -> t -> t
    val ( lxor ) : t -> t -> t
    val ( + ) : t -> t -> t
    val ( - ) : t -> t -> t
    val succ : t -> t
    val pred : t -> t
    val of_int : int -> t
    val of_int32 : int32 -> t
    val of_int64 : int64 -> t
    val to_int : t -> int
    val to_int32 : t -> int32
    val to_int64 : t -> int64
    val bit_bound : t -> int
    val pp_print : Format.formatter -> t -> unit
    val bits : t -> int
    val of_cstruct_be : ?bits:int -> Cstruct.t -> t
    val to_cstruct_be : ?size:int -> t -> Cstruct.t
    val into_cstruct_be : t -> Cstruct.t -> unit
  end

  module Int : sig
    type t = int

    val zero : t
    val one : t
    val ( lsr ) : t -> int -> t
    val ( lsl ) : t -> int -> t
    val ( land ) : t -> t -> t
    val ( lor ) : t -> t -> t
    val ( lxor ) : t -> t -> t
    val ( + ) : t -> t -> t
    val ( - ) : t -> t -> t
    val succ : t -> t
    val pred : t -> t
    val of_int : int -> t
    val of_int32 : int32 -> t
    val of_int64 : int64 -> t
    val to_int : t -> int
    val to_int32 : t -> int32
    val to_int64 : t -> int64
    val bit_bound : t -> int
    val pp_print : Format.formatter -> t -> unit
    val bits : t -> int
    val of_cstruct_be : ?bits:int -> Cstruct.t -> t
    val to_cstruct_be : ?size:int -> t -> Cstruct.t
    val into_cstruct_be : t -> Cstruct.t -> unit
  end

  module Int32 : sig
    type t = int32

    val zero : t
    val one : t
    val ( lsr ) : t -> int -> t
    val ( lsl ) : t -> int -> t
    val ( land ) : t -> t -> t
    val ( lor ) : t -> t -> t
    val ( lxor ) : t -> t -> t
    val ( + ) : t -> t -> t
    val ( - ) : t -> t -> t
    val succ : t -> t
    val pred : t -> t
    val of_int : int -> t
    val of_int32 : int32 -> t
    val of_int64 : int64 -> t
    val to_int : t -> int
    val to_int32 : t -> int32
    val to_int64 : t -> int64
    val bit_bound : t -> int
    val pp_print : Format.formatter -> t -> unit
    val bits : t -> int
    val of_cstruct_be : ?bits:int -> Cstruct.t -> t
    val to_cstruct_be : ?size:int -> t -> Cstruct.t
    val into_cstruct_be : t -> Cstruct.t -> unit
  end

  module Int64 : sig
    type t = int64

    val zero : t
    val one : t
    val ( lsr ) : t -> int -> t
    val ( lsl ) : t -> int -> t
    val ( land ) : t -> t -> t
    val ( lor ) : t -> t -> t
    val ( lxor ) : t -> t -> t
    val ( + ) : t -> t -> t
    val ( - ) : t -> t -> t
    val succ : t -> t
    val pred : t -> t
    val of_int : int -> t
    val of_int32 : int32 -> t
    val of_int64 : int64 -> t
    val to_int : t -> int
    val to_int32 : t -> int32
    val to_int64 : t -> int64
    val bit_bound : t -> int
    val pp_print : Format.formatter -> t -> unit
    val bits : t -> int
    val of_cstruct_be : ?bits:int -> Cstruct.t -> t
    val to_cstruct_be : ?size:int -> t -> Cstruct.t
    val into_cstruct_be : t -> Cstruct.t -> unit
  end

  module Z : sig
    type t = Z.t

    val zero : t
    val one : t
    val ( lsr ) : t -> int -> t
    val ( lsl ) : t -> int -> t
    val ( land ) : t -> t -> t
    val ( lor ) : t -> t -> t
    val ( lxor ) : t -> t -> t
    val ( + ) : t -> t -> t
    val ( - ) : t -> t -> t
    val succ : t -> t
    val pred : t -> t
    val of_int : int -> t
    val of_int32 : int32 -> t
    val of_int64 : int64 -> t
    val to_int : t -> int
    val to_int32 : t -> int32
    val to_int64 : t -> int64
    val bit_bound : t -> int
    val pp_print : Format.formatter -> t -> unit
    val bits : t -> int
    val of_cstruct_be : ?bits:int -> Cstruct.t -> t
    val to_cstruct_be : ?size:int -> t -> Cstruct.t
    val into_cstruct_be : t -> Cstruct.t -> unit
  end

  val pseudoprime : Z.t -> bool
end

module Hash : sig
  module type S = sig
    type t

    val digest_size : int
    val init : unit -> t
    val feed : t -> Cstruct.t -> unit
    val get : t -> Cstruct.t
    val digest : Cstruct.t -> Cstruct.t [@@port "hash-digest"]
    val digestv : Cstruct.t list -> Cstruct.t
    val hmac : key:Cstruct.t -> Cstruct.t -> Cstruct.t [@@port "hash-hmac"]
  end

  module MD5 : S
  module SHA1 : S
  module SHA224 : S
  module SHA256 : S
  module SHA384 : S
  module SHA512 : S

  type hash = [ `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ]

  val digest : [< hash ] -> Cstruct.t -> Cstruct.t
  val mac : [< hash ] -> key:Cstruct.t -> Cstruct.t -> Cstruct.t
  val digest_size : [< hash ] -> int
  val module_of : [< hash ] -> (module S)
  val hash_of_sexp : Sexplib.Sexp.t -> hash
  val sexp_of_hash : hash -> Sexplib.Sexp.t
end
[@@port "hash-digestif"]

module Cipher_block : sig
  module S : sig
    module type Core = sig
      type ekey
      type dkey

      val of_secret : Cstruct.t -> ekey * dkey
      val e_of_secret : Cstruct.t -> ekey
      val d_of_secret : Cstruct.t -> dkey
      val key : int array
      val block : int
      val encrypt :
        key:ekey ->
        blocks:int ->
        (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t ->
        int ->
        (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t ->
        int ->
        unit
      val decrypt :
        key:dkey ->
        blocks:int ->
        (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t ->
        int ->
        (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t ->
        int ->
        unit
    end

    module type ECB = sig
      type key

      val of_secret : Cstruct.t -> key
      val key_sizes : int array
      val block_size : int
      val encrypt : key:key -> Cstruct.t -> Cstruct.t
      val decrypt : key:key -> Cstruct.t -> Cstruct.t
    end

    module type CBC = sig
      type key

      val of_secret : Cstruct.t -> key
      val key_sizes : int array
      val block_size : int
      val next_iv : iv:Cstruct.t -> Cstruct.t -> Cstruct.t
      val encrypt : key:key -> iv:Cstruct.t -> Cstruct.t -> Cstruct.t
      val decrypt : key:key -> iv:Cstruct.t -> Cstruct.t -> Cstruct.t
    end

    module type CTR = sig
      type key

      val of_secret : Cstruct.t -> key
      val key_sizes : int array
      val block_size : int
      val stream : key:key -> ctr:Cstruct.t -> ?off:int -> int -> Cstruct.t
      val encrypt : key:key -> ctr:Cstruct.t -> ?off:int -> Cstruct.t -> Cstruct.t
      val decrypt : key:key -> ctr:Cstruct.t -> ?off:int -> Cstruct.t -> Cstruct.t
    end

    module type GCM = sig
      type key
      type result = { message : Cstruct.t; tag : Cstruct.t }

      val of_secret : Cstruct.t -> key
      val key_sizes : int array
      val block_size : int
      val encrypt : key:key -> iv:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> result
      val decrypt : key:key -> iv:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> result
    end

    module type CCM = sig
      type key

      val of_secret : maclen:int -> Cstruct.t -> key
      val key_sizes : int array
      val mac_sizes : int array
      val block_size : int
      val encrypt : key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t
      val decrypt : key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t option
    end
  end

  module Counter : sig
    val incr1 : Cstruct.t -> int -> bool
    val incr2 : Cstruct.t -> int -> bool
    val incr4 : Cstruct.t -> int -> bool
    val incr8 : Cstruct.t -> int -> bool
    val incr16 : Cstruct.t -> int -> bool
    val add4 : Cstruct.t -> int -> int32 -> unit
    val add8 : Cstruct.t -> int -> int64 -> unit
    val add16 : Cstruct.t -> int -> int64 -> unit
  end

  module AES : sig
    val mode : [ `AES_NI | `Generic ]

    module ECB : S.ECB
    module CBC : S.CBC
    module CTR : S.CTR
    module GCM : S.GCM
    module CCM : S.CCM
  end

  module DES : sig
    module ECB : S.ECB
    module CBC : S.CBC
    module CTR : S.CTR
  end
end

module Cipher_stream : sig
  module type S = sig
    type key
    type result = { message : Cstruct.t; key : key }

    val of_secret : Cstruct.t -> key
    val encrypt : key:key -> Cstruct.t -> result
    val decrypt : key:key -> Cstruct.t -> result
  end

  module ARC4 : S
end

module Fortuna : sig
  type g

  val create : unit -> g
  val seeded : g:g -> bool
  val reseed : g:g -> Cstruct.t -> unit
  val generate : g:g -> int -> Cstruct.t
end
[@@port "nocrypto-early"]
[@@until "2.9.1"]

module Hmac_drgb : sig
  module Make (H : Hash.S) : sig
    type g

    val create : unit -> g
    val generate : ?g:g -> int -> Cstruct.t
  end
end
[@@port "nocrypto-early"]
[@@until "2.9.1"]

module Rng : sig
  type g

  exception Unseeded_generator

  module S : sig
    module type Generator = sig
      type g

      val block : int
      val create : unit -> g
      val generate : g:g -> int -> Cstruct.t
      val reseed : g:g -> Cstruct.t -> unit
      val accumulate : g:g -> (source:int -> Cstruct.t -> unit) Uncommon.one
      val seeded : g:g -> bool
    end

    module type N = sig
      type t

      val gen : ?g:g -> t -> t
      val gen_r : ?g:g -> t -> t -> t
      val gen_bits : ?g:g -> ?msb:int -> int -> t
    end
  end

  module Generators : sig
    module Fortuna : S.Generator

    module Hmac_drgb : sig
      module Make (H : Hash.S) : S.Generator
    end

    module Null : S.Generator
  end

  val create :
    ?g:'a -> ?seed:Cstruct.t -> ?strict:bool -> (module S.Generator with type g = 'a) -> g
  val generator : g ref
  val generate : ?g:g -> int -> Cstruct.t [@@port "nocrypto-rng"]
  val reseedv : Cstruct.t list -> unit [@@port "nocrypto-early"] [@@until "2.9.1"]
  val block : g option -> int
  val reseed : ?g:g -> Cstruct.t -> unit
  val accumulate : g option -> (source:int -> Cstruct.t -> unit) Uncommon.one
  val seeded : g option -> bool

  module Make_N (N : Numeric.S) : sig
    type t = N.t

    val gen : ?g:g -> t -> t
    val gen_r : ?g:g -> t -> t -> t
    val gen_bits : ?g:g -> ?msb:int -> int -> t
  end

  module Int : sig
    type t = int

    val gen : ?g:g -> t -> t [@@port "nocrypto-rng-int"]
    val gen_r : ?g:g -> t -> t -> t
    val gen_bits : ?g:g -> ?msb:int -> int -> t
  end

  module Int32 : sig
    type t = int32

    val gen : ?g:g -> t -> t
    val gen_r : ?g:g -> t -> t -> t
    val gen_bits : ?g:g -> ?msb:int -> int -> t
  end

  module Int64 : sig
    type t = int64

    val gen : ?g:g -> t -> t
    val gen_r : ?g:g -> t -> t -> t
    val gen_bits : ?g:g -> ?msb:int -> int -> t
  end

  module Z : sig
    type t = Z.t

    val gen : ?g:g -> t -> t
    val gen_r : ?g:g -> t -> t -> t
    val gen_bits : ?g:g -> ?msb:int -> int -> t
  end

  val prime : ?g:g -> ?msb:int -> int -> Z.t
  val safe_prime : ?g:g -> int -> Z.t * Z.t

  type buffer = Cstruct.t
end

module Rsa : sig
  exception Insufficient_key

  type pub = { e : Z.t; n : Z.t }
  type priv = {
    e : Z.t;
    d : Z.t;
    n : Z.t;
    p : Z.t;
    q : Z.t;
    dp : Z.t;
    dq : Z.t;
    q' : Z.t;
  }
  type mask = [ `No | `Yes | `Yes_with of Rng.g ]

  val pub_bits : pub -> int
  val priv_bits : priv -> int
  val priv_of_primes : e:Z.t -> p:Z.t -> q:Z.t -> priv
  val pub_of_priv : priv -> pub
  val encrypt : key:pub -> Cstruct.t -> Cstruct.t
  val decrypt : ?mask:mask -> key:priv -> Cstruct.t -> Cstruct.t
  val generate : ?g:Rng.g -> ?e:Z.t -> int -> priv

  module PKCS1 : sig
    val sign : ?mask:mask -> key:priv -> Cstruct.t -> Cstruct.t
    [@@port "nocrypto-names"] [@@port.to sig_encode]
    [@@until "2.9.1"]

    val verify : key:pub -> Cstruct.t -> Cstruct.t option
    [@@port "nocrypto-names"] [@@port.to sig_decode]
    [@@until "2.9.1"]

    val sig_encode : ?mask:mask -> key:priv -> Cstruct.t -> Cstruct.t
    val sig_decode : key:pub -> Cstruct.t -> Cstruct.t option
    val encrypt : ?g:Rng.g -> key:pub -> Cstruct.t -> Cstruct.t
    val decrypt : ?mask:mask -> key:priv -> Cstruct.t -> Cstruct.t option
  end

  module OAEP (H : Hash.S) : sig
    val encrypt : ?g:Rng.g -> ?label:Cstruct.t -> key:pub -> Cstruct.t -> Cstruct.t
    val decrypt : ?mask:mask -> ?label:Cstruct.t -> key:priv -> Cstruct.t -> Cstruct.t option
  end

  module PSS (H : Hash.S) : sig
    val sign : ?g:Rng.g -> ?slen:int -> key:priv -> Cstruct.t -> Cstruct.t
    val verify : ?slen:int -> key:pub -> signature:Cstruct.t -> Cstruct.t -> bool
  end

  val pub_of_sexp : Sexplib.Sexp.t -> pub
  val sexp_of_pub : pub -> Sexplib.Sexp.t
  val priv_of_sexp : Sexplib.Sexp.t -> priv
  val sexp_of_priv : priv -> Sexplib.Sexp.t
end

module Dsa : sig
  type priv = {
    p : Z.t;
    q : Z.t;
    gg : Z.t;
    x : Z.t;
    y : Z.t;
  }
  type pub = { p : Z.t; q : Z.t; gg : Z.t; y : Z.t }
  type keysize = [ `Exactly of int * int | `Fips1024 | `Fips2048 | `Fips3072 ]
  type mask = [ `No | `Yes | `Yes_with of Rng.g ]

  val pub_of_priv : priv -> pub
  val generate : ?g:Rng.g -> keysize -> priv
  val sign : ?mask:mask -> ?k:Z.t -> key:priv -> Cstruct.t -> Cstruct.t * Cstruct.t
  val verify : key:pub -> Cstruct.t * Cstruct.t -> Cstruct.t -> bool
  val massage : key:pub -> Cstruct.t -> Cstruct.t

  module K_gen (H : Hash.S) : sig
    val generate : key:priv -> Cstruct.t -> Z.t
  end

  val pub_of_sexp : Sexplib.Sexp.t -> pub
  val sexp_of_pub : pub -> Sexplib.Sexp.t
  val priv_of_sexp : Sexplib.Sexp.t -> priv
  val sexp_of_priv : priv -> Sexplib.Sexp.t
end

module Dh : sig
  exception Invalid_public_key

  type group = { p : Z.t; gg : Z.t; q : Z.t option }
  type secret = private { x : Z.t }

  val apparent_bit_size : group -> int
  [@@port "nocrypto-names"] [@@port.to modulus_size]
  [@@until "2.9.1"]

  val secret_of_cstruct : group -> s:Cstruct.t -> secret * Cstruct.t
  [@@port "nocrypto-names"] [@@port.to key_of_secret]
  [@@until "2.9.1"]

  val gen_secret : ?g:Rng.g -> group -> secret * Cstruct.t
  [@@port "nocrypto-names"] [@@port.to gen_key]
  [@@until "2.9.1"]

  val modulus_size : group -> int
  val key_of_secret : group -> s:Cstruct.t -> secret * Cstruct.t
  val gen_key : ?g:Rng.g -> ?bits:int -> group -> secret * Cstruct.t
  val shared : group -> secret -> Cstruct.t -> Cstruct.t option
  val gen_group : ?g:Rng.g -> int -> group

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

  val group_of_sexp : Sexplib.Sexp.t -> group
  val sexp_of_group : group -> Sexplib.Sexp.t
  val secret_of_sexp : Sexplib.Sexp.t -> secret
  val sexp_of_secret : secret -> Sexplib.Sexp.t
end
