(** Digests (digestif 1.2.0 to 1.3.0). *)

[@@@since "4.0"]

[@@@complete]

type bigstring = (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t
type 'a iter = ('a -> unit) -> unit
type 'a compare = 'a -> 'a -> int
type 'a equal = 'a -> 'a -> bool
type 'a pp = Format.formatter -> 'a -> unit

module type S = sig
  val digest_size : int

  type ctx
  type hmac [@@since "4.9"]
  type t

  val empty : ctx
  val init : unit -> ctx
  val feed_bytes : ctx -> ?off:int -> ?len:int -> Bytes.t -> ctx
  val feed_string : ctx -> ?off:int -> ?len:int -> String.t -> ctx
  val feed_bigstring : ctx -> ?off:int -> ?len:int -> bigstring -> ctx
  val feedi_bytes : ctx -> Bytes.t iter -> ctx
  val feedi_string : ctx -> String.t iter -> ctx
  val feedi_bigstring : ctx -> bigstring iter -> ctx
  val get : ctx -> t
  val hmac_init : key:string -> hmac [@@since "4.9"]
  val hmac_feed_bytes : hmac -> ?off:int -> ?len:int -> Bytes.t -> hmac [@@since "4.9"]
  val hmac_feed_string : hmac -> ?off:int -> ?len:int -> String.t -> hmac [@@since "4.9"]
  val hmac_feed_bigstring : hmac -> ?off:int -> ?len:int -> bigstring -> hmac [@@since "4.9"]
  val hmac_feedi_bytes : hmac -> Bytes.t iter -> hmac [@@since "4.9"]
  val hmac_feedi_string : hmac -> String.t iter -> hmac [@@since "4.9"]
  val hmac_feedi_bigstring : hmac -> bigstring iter -> hmac [@@since "4.9"]
  val hmac_get : hmac -> t [@@since "4.9"]
  val digest_bytes : ?off:int -> ?len:int -> Bytes.t -> t
  val digest_string : ?off:int -> ?len:int -> String.t -> t
  val digest_bigstring : ?off:int -> ?len:int -> bigstring -> t
  val digesti_bytes : Bytes.t iter -> t
  val digesti_string : String.t iter -> t
  val digesti_bigstring : bigstring iter -> t
  val digestv_bytes : Bytes.t list -> t
  val digestv_string : String.t list -> t
  val digestv_bigstring : bigstring list -> t
  val hmac_bytes : key:string -> ?off:int -> ?len:int -> Bytes.t -> t
  val hmac_string : key:string -> ?off:int -> ?len:int -> String.t -> t
  val hmac_bigstring : key:string -> ?off:int -> ?len:int -> bigstring -> t
  val hmaci_bytes : key:string -> Bytes.t iter -> t
  val hmaci_string : key:string -> String.t iter -> t
  val hmaci_bigstring : key:string -> bigstring iter -> t
  val hmacv_bytes : key:string -> Bytes.t list -> t
  val hmacv_string : key:string -> String.t list -> t
  val hmacv_bigstring : key:string -> bigstring list -> t
  val unsafe_compare : t compare
  val equal : t equal
  val pp : t pp
  val of_hex : string -> t
  val of_hex_opt : string -> t option
  val consistent_of_hex : string -> t
  val consistent_of_hex_opt : string -> t option
  val to_hex : t -> string
  val of_raw_string : string -> t
  val of_raw_string_opt : string -> t option
  val to_raw_string : t -> string
  val get_into_bytes : ctx -> ?off:int -> bytes -> unit
end

module type MAC = sig
  type t

  val mac_bytes : key:string -> ?off:int -> ?len:int -> Bytes.t -> t
  val mac_string : key:string -> ?off:int -> ?len:int -> String.t -> t
  val mac_bigstring : key:string -> ?off:int -> ?len:int -> bigstring -> t
  val maci_bytes : key:string -> Bytes.t iter -> t
  val maci_string : key:string -> String.t iter -> t
  val maci_bigstring : key:string -> bigstring iter -> t
  val macv_bytes : key:string -> Bytes.t list -> t
  val macv_string : key:string -> String.t list -> t
  val macv_bigstring : key:string -> bigstring list -> t
end

module MD5 : S
module SHA1 : S
module SHA224 : S
module SHA256 : S
module SHA384 : S
module SHA512 : S
module SHA3_224 : S
module SHA3_256 : S
module KECCAK_256 : S
module SHA3_384 : S
module SHA3_512 : S
module WHIRLPOOL : S

module BLAKE2B : sig
  val digest_size : int

  type ctx
  type hmac [@@since "4.9"]
  type t

  val empty : ctx
  val init : unit -> ctx
  val feed_bytes : ctx -> ?off:int -> ?len:int -> Bytes.t -> ctx
  val feed_string : ctx -> ?off:int -> ?len:int -> String.t -> ctx
  val feed_bigstring : ctx -> ?off:int -> ?len:int -> bigstring -> ctx
  val feedi_bytes : ctx -> Bytes.t iter -> ctx
  val feedi_string : ctx -> String.t iter -> ctx
  val feedi_bigstring : ctx -> bigstring iter -> ctx
  val get : ctx -> t
  val hmac_init : key:string -> hmac [@@since "4.9"]
  val hmac_feed_bytes : hmac -> ?off:int -> ?len:int -> Bytes.t -> hmac [@@since "4.9"]
  val hmac_feed_string : hmac -> ?off:int -> ?len:int -> String.t -> hmac [@@since "4.9"]
  val hmac_feed_bigstring : hmac -> ?off:int -> ?len:int -> bigstring -> hmac [@@since "4.9"]
  val hmac_feedi_bytes : hmac -> Bytes.t iter -> hmac [@@since "4.9"]
  val hmac_feedi_string : hmac -> String.t iter -> hmac [@@since "4.9"]
  val hmac_feedi_bigstring : hmac -> bigstring iter -> hmac [@@since "4.9"]
  val hmac_get : hmac -> t [@@since "4.9"]
  val digest_bytes : ?off:int -> ?len:int -> Bytes.t -> t
  val digest_string : ?off:int -> ?len:int -> String.t -> t
  val digest_bigstring : ?off:int -> ?len:int -> bigstring -> t
  val digesti_bytes : Bytes.t iter -> t
  val digesti_string : String.t iter -> t
  val digesti_bigstring : bigstring iter -> t
  val digestv_bytes : Bytes.t list -> t
  val digestv_string : String.t list -> t
  val digestv_bigstring : bigstring list -> t
  val hmac_bytes : key:string -> ?off:int -> ?len:int -> Bytes.t -> t
  val hmac_string : key:string -> ?off:int -> ?len:int -> String.t -> t
  val hmac_bigstring : key:string -> ?off:int -> ?len:int -> bigstring -> t
  val hmaci_bytes : key:string -> Bytes.t iter -> t
  val hmaci_string : key:string -> String.t iter -> t
  val hmaci_bigstring : key:string -> bigstring iter -> t
  val hmacv_bytes : key:string -> Bytes.t list -> t
  val hmacv_string : key:string -> String.t list -> t
  val hmacv_bigstring : key:string -> bigstring list -> t
  val unsafe_compare : t compare
  val equal : t equal
  val pp : t pp
  val of_hex : string -> t
  val of_hex_opt : string -> t option
  val consistent_of_hex : string -> t
  val consistent_of_hex_opt : string -> t option
  val to_hex : t -> string
  val of_raw_string : string -> t
  val of_raw_string_opt : string -> t option
  val to_raw_string : t -> string
  val get_into_bytes : ctx -> ?off:int -> bytes -> unit

  module Keyed : sig
    type nonrec t = t

    val mac_bytes : key:string -> ?off:int -> ?len:int -> Bytes.t -> t
    val mac_string : key:string -> ?off:int -> ?len:int -> String.t -> t
    val mac_bigstring : key:string -> ?off:int -> ?len:int -> bigstring -> t
    val maci_bytes : key:string -> Bytes.t iter -> t
    val maci_string : key:string -> String.t iter -> t
    val maci_bigstring : key:string -> bigstring iter -> t
    val macv_bytes : key:string -> Bytes.t list -> t
    val macv_string : key:string -> String.t list -> t
    val macv_bigstring : key:string -> bigstring list -> t
  end
end

module BLAKE2S : sig
  val digest_size : int

  type ctx
  type hmac [@@since "4.9"]
  type t

  val empty : ctx
  val init : unit -> ctx
  val feed_bytes : ctx -> ?off:int -> ?len:int -> Bytes.t -> ctx
  val feed_string : ctx -> ?off:int -> ?len:int -> String.t -> ctx
  val feed_bigstring : ctx -> ?off:int -> ?len:int -> bigstring -> ctx
  val feedi_bytes : ctx -> Bytes.t iter -> ctx
  val feedi_string : ctx -> String.t iter -> ctx
  val feedi_bigstring : ctx -> bigstring iter -> ctx
  val get : ctx -> t
  val hmac_init : key:string -> hmac [@@since "4.9"]
  val hmac_feed_bytes : hmac -> ?off:int -> ?len:int -> Bytes.t -> hmac [@@since "4.9"]
  val hmac_feed_string : hmac -> ?off:int -> ?len:int -> String.t -> hmac [@@since "4.9"]
  val hmac_feed_bigstring : hmac -> ?off:int -> ?len:int -> bigstring -> hmac [@@since "4.9"]
  val hmac_feedi_bytes : hmac -> Bytes.t iter -> hmac [@@since "4.9"]
  val hmac_feedi_string : hmac -> String.t iter -> hmac [@@since "4.9"]
  val hmac_feedi_bigstring : hmac -> bigstring iter -> hmac [@@since "4.9"]
  val hmac_get : hmac -> t [@@since "4.9"]
  val digest_bytes : ?off:int -> ?len:int -> Bytes.t -> t
  val digest_string : ?off:int -> ?len:int -> String.t -> t
  val digest_bigstring : ?off:int -> ?len:int -> bigstring -> t
  val digesti_bytes : Bytes.t iter -> t
  val digesti_string : String.t iter -> t
  val digesti_bigstring : bigstring iter -> t
  val digestv_bytes : Bytes.t list -> t
  val digestv_string : String.t list -> t
  val digestv_bigstring : bigstring list -> t
  val hmac_bytes : key:string -> ?off:int -> ?len:int -> Bytes.t -> t
  val hmac_string : key:string -> ?off:int -> ?len:int -> String.t -> t
  val hmac_bigstring : key:string -> ?off:int -> ?len:int -> bigstring -> t
  val hmaci_bytes : key:string -> Bytes.t iter -> t
  val hmaci_string : key:string -> String.t iter -> t
  val hmaci_bigstring : key:string -> bigstring iter -> t
  val hmacv_bytes : key:string -> Bytes.t list -> t
  val hmacv_string : key:string -> String.t list -> t
  val hmacv_bigstring : key:string -> bigstring list -> t
  val unsafe_compare : t compare
  val equal : t equal
  val pp : t pp
  val of_hex : string -> t
  val of_hex_opt : string -> t option
  val consistent_of_hex : string -> t
  val consistent_of_hex_opt : string -> t option
  val to_hex : t -> string
  val of_raw_string : string -> t
  val of_raw_string_opt : string -> t option
  val to_raw_string : t -> string
  val get_into_bytes : ctx -> ?off:int -> bytes -> unit

  module Keyed : sig
    type nonrec t = t

    val mac_bytes : key:string -> ?off:int -> ?len:int -> Bytes.t -> t
    val mac_string : key:string -> ?off:int -> ?len:int -> String.t -> t
    val mac_bigstring : key:string -> ?off:int -> ?len:int -> bigstring -> t
    val maci_bytes : key:string -> Bytes.t iter -> t
    val maci_string : key:string -> String.t iter -> t
    val maci_bigstring : key:string -> bigstring iter -> t
    val macv_bytes : key:string -> Bytes.t list -> t
    val macv_string : key:string -> String.t list -> t
    val macv_bigstring : key:string -> bigstring list -> t
  end
end

module RMD160 : S

module Make_BLAKE2B (D : sig val digest_size : int end) : S

module Make_BLAKE2S (D : sig val digest_size : int end) : S

type 'k hash =
  | MD5 : MD5.t hash
  | SHA1 : SHA1.t hash
  | RMD160 : RMD160.t hash
  | SHA224 : SHA224.t hash
  | SHA256 : SHA256.t hash
  | SHA384 : SHA384.t hash
  | SHA512 : SHA512.t hash
  | SHA3_224 : SHA3_224.t hash
  | SHA3_256 : SHA3_256.t hash
  | KECCAK_256 : KECCAK_256.t hash
  | SHA3_384 : SHA3_384.t hash
  | SHA3_512 : SHA3_512.t hash
  | WHIRLPOOL : WHIRLPOOL.t hash
  | BLAKE2B : BLAKE2B.t hash
  | BLAKE2S : BLAKE2S.t hash

type hash' =
  [ `BLAKE2B
  | `BLAKE2S
  | `KECCAK_256
  | `MD5
  | `RMD160
  | `SHA1
  | `SHA224
  | `SHA256
  | `SHA384
  | `SHA3_224
  | `SHA3_256
  | `SHA3_384
  | `SHA3_512
  | `SHA512
  | `WHIRLPOOL ]

val module_of_hash' : hash' -> (module S)
val hash_to_hash' : 'a hash -> hash'
val md5 : MD5.t hash
val sha1 : SHA1.t hash
val rmd160 : RMD160.t hash
val sha224 : SHA224.t hash
val sha256 : SHA256.t hash
val sha384 : SHA384.t hash
val sha512 : SHA512.t hash
val sha3_224 : SHA3_224.t hash
val sha3_256 : SHA3_256.t hash
val keccak_256 : KECCAK_256.t hash
val sha3_384 : SHA3_384.t hash
val sha3_512 : SHA3_512.t hash
val whirlpool : WHIRLPOOL.t hash
val blake2b : BLAKE2B.t hash
val blake2s : BLAKE2S.t hash

type 'kind t

val module_of : 'k hash -> (module S with type t = 'k)
val digest_bytes : 'k hash -> Bytes.t -> 'k t
val digest_string : 'k hash -> String.t -> 'k t
val digest_bigstring : 'k hash -> bigstring -> 'k t
val digesti_bytes : 'k hash -> Bytes.t iter -> 'k t
val digesti_string : 'k hash -> String.t iter -> 'k t
val digesti_bigstring : 'k hash -> bigstring iter -> 'k t
val hmaci_bytes : 'k hash -> key:string -> Bytes.t iter -> 'k t
val hmaci_string : 'k hash -> key:string -> String.t iter -> 'k t
val hmaci_bigstring : 'k hash -> key:string -> bigstring iter -> 'k t
val pp : 'k hash -> 'k t pp
val equal : 'k hash -> 'k t equal
val unsafe_compare : 'k hash -> 'k t compare
val to_hex : 'k hash -> 'k t -> string
val of_hex : 'k hash -> string -> 'k t
val of_hex_opt : 'k hash -> string -> 'k t option
val consistent_of_hex : 'k hash -> string -> 'k t
val consistent_of_hex_opt : 'k hash -> string -> 'k t option
val of_raw_string : 'k hash -> string -> 'k t
val of_raw_string_opt : 'k hash -> string -> 'k t option
val to_raw_string : 'k hash -> 'k t -> string
val of_digest : (module S with type t = 'hash) -> 'hash -> 'hash t
val of_md5 : MD5.t -> MD5.t t
val of_sha1 : SHA1.t -> SHA1.t t
val of_rmd160 : RMD160.t -> RMD160.t t
val of_sha224 : SHA224.t -> SHA224.t t
val of_sha256 : SHA256.t -> SHA256.t t
val of_sha384 : SHA384.t -> SHA384.t t
val of_sha512 : SHA512.t -> SHA512.t t
val of_sha3_224 : SHA3_224.t -> SHA3_224.t t
val of_sha3_256 : SHA3_256.t -> SHA3_256.t t
val of_keccak_256 : KECCAK_256.t -> KECCAK_256.t t
val of_sha3_384 : SHA3_384.t -> SHA3_384.t t
val of_sha3_512 : SHA3_512.t -> SHA3_512.t t
val of_whirlpool : WHIRLPOOL.t -> WHIRLPOOL.t t
val of_blake2b : BLAKE2B.t -> BLAKE2B.t t
val of_blake2s : BLAKE2S.t -> BLAKE2S.t t
