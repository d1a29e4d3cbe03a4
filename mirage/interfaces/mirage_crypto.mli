(** Ciphers and hashes (mirage-crypto 0.7.0 to 2.2.0). *)

[@@@since "3.7.5"]

[@@@complete]

module Uncommon : sig
  val ( // ) : int -> int -> int

  module Cs : sig
    val ( <+> ) : Cstruct.t -> Cstruct.t -> Cstruct.t
    val xor_into : Cstruct.t -> Cstruct.t -> int -> unit
    val xor : Cstruct.t -> Cstruct.t -> Cstruct.t
    val clone : ?len:int -> Cstruct.t -> Cstruct.t
    val ( lsl ) : Cstruct.t -> int -> Cstruct.t
    val b : int -> Cstruct.t
    val of_bytes : int list -> Cstruct.t
    val set_msb : int -> Cstruct.t -> unit
    val is_prefix : Cstruct.t -> Cstruct.t -> bool
    val split3 : Cstruct.t -> int -> int -> Cstruct.t * Cstruct.t * Cstruct.t
  end
  [@@until "4.6"]

  val imin : int -> int -> int
  val imax : int -> int -> int
  val iter2 : 'a -> 'a -> ('a -> unit) -> unit
  val iter3 : 'a -> 'a -> 'a -> ('a -> unit) -> unit
  val xor : string -> string -> string [@@since "4.7"]
  val unsafe_xor_into : string -> src_off:int -> bytes -> dst_off:int -> int -> unit [@@since "4.7"]
  val invalid_arg : ('a, Format.formatter, unit, unit, unit, 'b) format6 -> 'a
  val failwith : ('a, Format.formatter, unit, unit, unit, 'b) format6 -> 'a [@@until "4.6"]
end

module Hash : sig
  type digest = Cstruct.t
  type 'a iter = ('a -> unit) -> unit

  module type S = sig
    val digest_size : int

    type t

    val empty : t
    val feed : t -> Cstruct.t -> t
    val get : t -> digest

    type hmac [@@since "3.10"]

    val hmac_empty : key:Cstruct.t -> hmac [@@since "3.10"]
    val hmac_feed : hmac -> Cstruct.t -> hmac [@@since "3.10"]
    val hmac_get : hmac -> digest [@@since "3.10"]
    val digest : Cstruct.t -> digest [@@port "hash-digest"]
    val hmac : key:Cstruct.t -> Cstruct.t -> digest [@@port "hash-hmac"]
    val feedi : t -> Cstruct.t iter -> t
    val digesti : Cstruct.t iter -> digest
    val hmaci : key:Cstruct.t -> Cstruct.t iter -> digest
  end

  module MD5 : S
  module SHA1 : S
  module SHA224 : S
  module SHA256 : S
  module SHA384 : S
  module SHA512 : S

  type hash = [ `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ]

  val hashes : hash list
  val module_of : [< hash ] -> (module S)
  val digest : [< hash ] -> Cstruct.t -> digest
  val digesti : [< hash ] -> Cstruct.t iter -> digest
  val mac : [< hash ] -> key:Cstruct.t -> Cstruct.t -> digest
  val maci : [< hash ] -> key:Cstruct.t -> Cstruct.t iter -> digest
  val digest_size : [< hash ] -> int
end
[@@port "hash-digestif"]
[@@until "4.6"]

module Poly1305 : sig
  type mac = Cstruct.t [@@until "4.6"]
  type 'a iter = ('a -> unit) -> unit
  type t

  val mac_size : int
  val empty : key:Cstruct.t -> t [@@until "4.6"]
  val empty : key:string -> t [@@since "4.7"]
  val feed : t -> Cstruct.t -> t [@@until "4.6"]
  val feed : t -> string -> t [@@since "4.7"]
  val feedi : t -> Cstruct.t iter -> t [@@until "4.6"]
  val feedi : t -> string iter -> t [@@since "4.7"]
  val get : t -> mac [@@until "4.6"]
  val get : t -> string [@@since "4.7"]
  val mac : key:Cstruct.t -> Cstruct.t -> mac [@@until "4.6"]
  val mac : key:string -> string -> string [@@since "4.7"]
  val maci : key:Cstruct.t -> Cstruct.t iter -> mac [@@until "4.6"]
  val maci : key:string -> string iter -> string [@@since "4.7"]

  val mac_into : key:string -> (string * int * int) list -> bytes -> dst_off:int -> unit
  [@@since "4.7"]

  val unsafe_mac_into : key:string -> (string * int * int) list -> bytes -> dst_off:int -> unit
  [@@since "4.7"]
end
[@@since "3.10"]

module type AEAD = sig
  val tag_size : int [@@since "4.4"]

  type key

  val of_secret : Cstruct.t -> key [@@since "4.4"] [@@until "4.6"]
  val of_secret : string -> key [@@since "4.7"]

  val authenticate_encrypt :
    key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t
  [@@until "4.6"]

  val authenticate_encrypt : key:key -> nonce:string -> ?adata:string -> string -> string
  [@@since "4.7"]

  val authenticate_decrypt :
    key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t option
  [@@until "4.6"]

  val authenticate_decrypt : key:key -> nonce:string -> ?adata:string -> string -> string option
  [@@since "4.7"]

  val authenticate_encrypt_tag :
    key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t * Cstruct.t
  [@@since "4.4"] [@@until "4.6"]

  val authenticate_encrypt_tag :
    key:key -> nonce:string -> ?adata:string -> string -> string * string
  [@@since "4.7"]

  val authenticate_decrypt_tag :
    key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> tag:Cstruct.t -> Cstruct.t -> Cstruct.t option
  [@@since "4.4"] [@@until "4.6"]

  val authenticate_decrypt_tag :
    key:key -> nonce:string -> ?adata:string -> tag:string -> string -> string option
  [@@since "4.7"]

  val authenticate_encrypt_into :
    key:key ->
    nonce:string ->
    ?adata:string ->
    string ->
    src_off:int ->
    bytes ->
    dst_off:int ->
    tag_off:int ->
    int ->
    unit
  [@@since "4.7"]

  val authenticate_decrypt_into :
    key:key ->
    nonce:string ->
    ?adata:string ->
    string ->
    src_off:int ->
    tag_off:int ->
    bytes ->
    dst_off:int ->
    int ->
    bool
  [@@since "4.7"]

  val unsafe_authenticate_encrypt_into :
    key:key ->
    nonce:string ->
    ?adata:string ->
    string ->
    src_off:int ->
    bytes ->
    dst_off:int ->
    tag_off:int ->
    int ->
    unit
  [@@since "4.7"]

  val unsafe_authenticate_decrypt_into :
    key:key ->
    nonce:string ->
    ?adata:string ->
    string ->
    src_off:int ->
    tag_off:int ->
    bytes ->
    dst_off:int ->
    int ->
    bool
  [@@since "4.7"]
end
[@@since "3.10"]

module Block : sig
  module type ECB = sig
    type key

    val of_secret : string -> key
    val key_sizes : int array
    val block_size : int
    val encrypt : key:key -> string -> string
    val decrypt : key:key -> string -> string
    val encrypt_into : key:key -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit
    val decrypt_into : key:key -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val unsafe_encrypt_into :
      key:key -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val unsafe_decrypt_into :
      key:key -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit
  end

  module type CBC = sig
    type key

    val of_secret : string -> key
    val key_sizes : int array
    val block_size : int
    val encrypt : key:key -> iv:string -> string -> string
    val decrypt : key:key -> iv:string -> string -> string
    val next_iv : ?off:int -> string -> iv:string -> string

    val encrypt_into :
      key:key -> iv:string -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val decrypt_into :
      key:key -> iv:string -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val unsafe_encrypt_into :
      key:key -> iv:string -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val unsafe_decrypt_into :
      key:key -> iv:string -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val unsafe_encrypt_into_inplace : key:key -> iv:string -> bytes -> dst_off:int -> int -> unit
  end

  module type CTR = sig
    type key

    val of_secret : string -> key
    val key_sizes : int array
    val block_size : int

    type ctr

    val add_ctr : ctr -> int64 -> ctr
    val next_ctr : ?off:int -> string -> ctr:ctr -> ctr
    val ctr_of_octets : string -> ctr
    val stream : key:key -> ctr:ctr -> int -> string
    val encrypt : key:key -> ctr:ctr -> string -> string
    val decrypt : key:key -> ctr:ctr -> string -> string
    val stream_into : key:key -> ctr:ctr -> bytes -> off:int -> int -> unit

    val encrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val decrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val unsafe_stream_into : key:key -> ctr:ctr -> bytes -> off:int -> int -> unit

    val unsafe_encrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val unsafe_decrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit
  end

  module type GCM = sig
    val tag_size : int

    type key

    val of_secret : string -> key
    val authenticate_encrypt : key:key -> nonce:string -> ?adata:string -> string -> string
    val authenticate_decrypt : key:key -> nonce:string -> ?adata:string -> string -> string option

    val authenticate_encrypt_tag :
      key:key -> nonce:string -> ?adata:string -> string -> string * string

    val authenticate_decrypt_tag :
      key:key -> nonce:string -> ?adata:string -> tag:string -> string -> string option

    val authenticate_encrypt_into :
      key:key ->
      nonce:string ->
      ?adata:string ->
      string ->
      src_off:int ->
      bytes ->
      dst_off:int ->
      tag_off:int ->
      int ->
      unit

    val authenticate_decrypt_into :
      key:key ->
      nonce:string ->
      ?adata:string ->
      string ->
      src_off:int ->
      tag_off:int ->
      bytes ->
      dst_off:int ->
      int ->
      bool

    val unsafe_authenticate_encrypt_into :
      key:key ->
      nonce:string ->
      ?adata:string ->
      string ->
      src_off:int ->
      bytes ->
      dst_off:int ->
      tag_off:int ->
      int ->
      unit

    val unsafe_authenticate_decrypt_into :
      key:key ->
      nonce:string ->
      ?adata:string ->
      string ->
      src_off:int ->
      tag_off:int ->
      bytes ->
      dst_off:int ->
      int ->
      bool

    val key_sizes : int array
    val block_size : int
  end

  module type CCM16 = sig
    val tag_size : int

    type key

    val of_secret : string -> key
    val authenticate_encrypt : key:key -> nonce:string -> ?adata:string -> string -> string
    val authenticate_decrypt : key:key -> nonce:string -> ?adata:string -> string -> string option

    val authenticate_encrypt_tag :
      key:key -> nonce:string -> ?adata:string -> string -> string * string

    val authenticate_decrypt_tag :
      key:key -> nonce:string -> ?adata:string -> tag:string -> string -> string option

    val authenticate_encrypt_into :
      key:key ->
      nonce:string ->
      ?adata:string ->
      string ->
      src_off:int ->
      bytes ->
      dst_off:int ->
      tag_off:int ->
      int ->
      unit

    val authenticate_decrypt_into :
      key:key ->
      nonce:string ->
      ?adata:string ->
      string ->
      src_off:int ->
      tag_off:int ->
      bytes ->
      dst_off:int ->
      int ->
      bool

    val unsafe_authenticate_encrypt_into :
      key:key ->
      nonce:string ->
      ?adata:string ->
      string ->
      src_off:int ->
      bytes ->
      dst_off:int ->
      tag_off:int ->
      int ->
      unit

    val unsafe_authenticate_decrypt_into :
      key:key ->
      nonce:string ->
      ?adata:string ->
      string ->
      src_off:int ->
      tag_off:int ->
      bytes ->
      dst_off:int ->
      int ->
      bool

    val key_sizes : int array
    val block_size : int
  end
end
[@@since "4.7"]

module AES : sig
  module ECB : Block.ECB
  module CBC : Block.CBC

  module CTR : sig
    type key

    val of_secret : string -> key
    val key_sizes : int array
    val block_size : int

    type ctr = int64 * int64

    val add_ctr : ctr -> int64 -> ctr
    val next_ctr : ?off:int -> string -> ctr:ctr -> ctr
    val ctr_of_octets : string -> ctr
    val stream : key:key -> ctr:ctr -> int -> string
    val encrypt : key:key -> ctr:ctr -> string -> string
    val decrypt : key:key -> ctr:ctr -> string -> string
    val stream_into : key:key -> ctr:ctr -> bytes -> off:int -> int -> unit

    val encrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val decrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val unsafe_stream_into : key:key -> ctr:ctr -> bytes -> off:int -> int -> unit

    val unsafe_encrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val unsafe_decrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit
  end

  module GCM : Block.GCM
  module CCM16 : Block.CCM16
end
[@@since "4.7"]

module DES : sig
  module ECB : Block.ECB
  module CBC : Block.CBC

  module CTR : sig
    type key

    val of_secret : string -> key
    val key_sizes : int array
    val block_size : int

    type ctr = int64

    val add_ctr : ctr -> int64 -> ctr
    val next_ctr : ?off:int -> string -> ctr:ctr -> ctr
    val ctr_of_octets : string -> ctr
    val stream : key:key -> ctr:ctr -> int -> string
    val encrypt : key:key -> ctr:ctr -> string -> string
    val decrypt : key:key -> ctr:ctr -> string -> string
    val stream_into : key:key -> ctr:ctr -> bytes -> off:int -> int -> unit

    val encrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val decrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val unsafe_stream_into : key:key -> ctr:ctr -> bytes -> off:int -> int -> unit

    val unsafe_encrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit

    val unsafe_decrypt_into :
      key:key -> ctr:ctr -> string -> src_off:int -> bytes -> dst_off:int -> int -> unit
  end
end
[@@since "4.7"]

val accelerated : [ `AES | `GHASH | `XOR ] list [@@since "4.7"]

module Cipher_block : sig
  module S : sig
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
      val encrypt : key:key -> iv:Cstruct.t -> Cstruct.t -> Cstruct.t
      val decrypt : key:key -> iv:Cstruct.t -> Cstruct.t -> Cstruct.t
      val next_iv : iv:Cstruct.t -> Cstruct.t -> Cstruct.t
    end

    module type CTR = sig
      type key

      val of_secret : Cstruct.t -> key
      val key_sizes : int array
      val block_size : int

      type ctr

      val stream : key:key -> ctr:ctr -> int -> Cstruct.t
      val encrypt : key:key -> ctr:ctr -> Cstruct.t -> Cstruct.t
      val decrypt : key:key -> ctr:ctr -> Cstruct.t -> Cstruct.t
      val add_ctr : ctr -> int64 -> ctr
      val next_ctr : ctr:ctr -> Cstruct.t -> ctr
      val ctr_of_cstruct : Cstruct.t -> ctr
    end

    module type GCM = sig
      type key

      val authenticate_encrypt :
        key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t
      [@@since "3.10"]

      val authenticate_decrypt :
        key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t option
      [@@since "3.10"]

      val authenticate_encrypt_tag :
        key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t * Cstruct.t
      [@@since "4.4"]

      val authenticate_decrypt_tag :
        key:key ->
        nonce:Cstruct.t ->
        ?adata:Cstruct.t ->
        tag:Cstruct.t ->
        Cstruct.t ->
        Cstruct.t option
      [@@since "4.4"]

      type result = { message : Cstruct.t; tag : Cstruct.t } [@@until "3.9"]

      val of_secret : Cstruct.t -> key
      val key_sizes : int array
      val block_size : int
      val tag_size : int [@@since "3.10"]

      val encrypt : key:key -> iv:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> result
      [@@until "3.9"]

      val decrypt : key:key -> iv:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> result
      [@@until "3.9"]
    end

    module type CCM16 = sig
      val tag_size : int

      type key

      val of_secret : Cstruct.t -> key

      val authenticate_encrypt :
        key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t

      val authenticate_decrypt :
        key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t option

      val authenticate_encrypt_tag :
        key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t * Cstruct.t

      val authenticate_decrypt_tag :
        key:key ->
        nonce:Cstruct.t ->
        ?adata:Cstruct.t ->
        tag:Cstruct.t ->
        Cstruct.t ->
        Cstruct.t option

      val key_sizes : int array
      val block_size : int
    end
    [@@since "4.4"]

    module type CCM = sig
      type key

      val authenticate_encrypt :
        key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t
      [@@since "3.10"]

      val authenticate_decrypt :
        key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t option
      [@@since "3.10"]

      val of_secret : maclen:int -> Cstruct.t -> key
      val key_sizes : int array
      val block_size : int
      val mac_sizes : int array

      val encrypt : key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t
      [@@until "3.9"]

      val decrypt : key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t option
      [@@until "3.9"]
    end
    [@@until "4.3"]
  end

  module AES : sig
    module ECB : S.ECB
    module CBC : S.CBC

    module CTR : sig
      type key

      val of_secret : Cstruct.t -> key
      val key_sizes : int array
      val block_size : int

      type ctr = int64 * int64

      val stream : key:key -> ctr:ctr -> int -> Cstruct.t
      val encrypt : key:key -> ctr:ctr -> Cstruct.t -> Cstruct.t
      val decrypt : key:key -> ctr:ctr -> Cstruct.t -> Cstruct.t
      val add_ctr : ctr -> int64 -> ctr
      val next_ctr : ctr:ctr -> Cstruct.t -> ctr
      val ctr_of_cstruct : Cstruct.t -> ctr
    end

    module GCM : S.GCM
    module CCM16 : S.CCM16 [@@since "4.4"]
    module CCM : S.CCM [@@until "4.3"]
  end

  module DES : sig
    module ECB : S.ECB
    module CBC : S.CBC

    module CTR : sig
      type key

      val of_secret : Cstruct.t -> key
      val key_sizes : int array
      val block_size : int

      type ctr = int64

      val stream : key:key -> ctr:ctr -> int -> Cstruct.t
      val encrypt : key:key -> ctr:ctr -> Cstruct.t -> Cstruct.t
      val decrypt : key:key -> ctr:ctr -> Cstruct.t -> Cstruct.t
      val add_ctr : ctr -> int64 -> ctr
      val next_ctr : ctr:ctr -> Cstruct.t -> ctr
      val ctr_of_cstruct : Cstruct.t -> ctr
    end
  end

  val accelerated : [ `AES | `GHASH | `XOR ] list
end
[@@port "cipher-string"]
[@@until "4.6"]

module Chacha20 : sig
  val tag_size : int [@@since "4.4"]

  type key

  val authenticate_encrypt :
    key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t
  [@@until "4.6"]

  val authenticate_encrypt : key:key -> nonce:string -> ?adata:string -> string -> string
  [@@since "4.7"]

  val authenticate_decrypt :
    key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t option
  [@@until "4.6"]

  val authenticate_decrypt : key:key -> nonce:string -> ?adata:string -> string -> string option
  [@@since "4.7"]

  val authenticate_encrypt_tag :
    key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> Cstruct.t -> Cstruct.t * Cstruct.t
  [@@since "4.4"] [@@until "4.6"]

  val authenticate_encrypt_tag :
    key:key -> nonce:string -> ?adata:string -> string -> string * string
  [@@since "4.7"]

  val authenticate_decrypt_tag :
    key:key -> nonce:Cstruct.t -> ?adata:Cstruct.t -> tag:Cstruct.t -> Cstruct.t -> Cstruct.t option
  [@@since "4.4"] [@@until "4.6"]

  val authenticate_decrypt_tag :
    key:key -> nonce:string -> ?adata:string -> tag:string -> string -> string option
  [@@since "4.7"]

  val authenticate_encrypt_into :
    key:key ->
    nonce:string ->
    ?adata:string ->
    string ->
    src_off:int ->
    bytes ->
    dst_off:int ->
    tag_off:int ->
    int ->
    unit
  [@@since "4.7"]

  val authenticate_decrypt_into :
    key:key ->
    nonce:string ->
    ?adata:string ->
    string ->
    src_off:int ->
    tag_off:int ->
    bytes ->
    dst_off:int ->
    int ->
    bool
  [@@since "4.7"]

  val unsafe_authenticate_encrypt_into :
    key:key ->
    nonce:string ->
    ?adata:string ->
    string ->
    src_off:int ->
    bytes ->
    dst_off:int ->
    tag_off:int ->
    int ->
    unit
  [@@since "4.7"]

  val unsafe_authenticate_decrypt_into :
    key:key ->
    nonce:string ->
    ?adata:string ->
    string ->
    src_off:int ->
    tag_off:int ->
    bytes ->
    dst_off:int ->
    int ->
    bool
  [@@since "4.7"]

  val of_secret : Cstruct.t -> key [@@until "4.6"]
  val of_secret : string -> key [@@since "4.7"]
  val crypt : key:key -> nonce:Cstruct.t -> ?ctr:int64 -> Cstruct.t -> Cstruct.t [@@until "4.6"]
  val crypt : key:key -> nonce:string -> ?ctr:int64 -> string -> string [@@since "4.7"]
end
[@@since "3.10"]

module type Stream = sig
  type key
  type result = { message : string; key : key }

  val of_secret : string -> key
  val encrypt : key:key -> string -> result
  val decrypt : key:key -> string -> result
end
[@@since "4.7"]

module ARC4 : Stream [@@since "4.7"]

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
[@@port "cipher-string"]
[@@until "4.6"]
