(** TLS (tls 0.8.0). *)

[@@@complete]

module Control : sig
  module type Monad = sig
    type 'a t

    val return : 'a -> 'a t
    val bind : 'a t -> ('a -> 'b t) -> 'b t
  end

  module type Monad_ext = sig
    type 'a t

    val return : 'a -> 'a t
    val bind : 'a t -> ('a -> 'b t) -> 'b t
    val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
    val ( >|= ) : 'a t -> ('a -> 'b) -> 'b t
    val map : ('a -> 'b) -> 'a t -> 'b t
    val sequence : 'a t list -> 'a list t
    val sequence_ : 'a t list -> unit t
    val mapM : ('a -> 'b t) -> 'a list -> 'b list t
    val mapM_ : ('a -> 'b t) -> 'a list -> unit t
    val foldM : ('a -> 'b -> 'a t) -> 'a -> 'b list -> 'a t
  end

  module Monad_ext_make (M : Monad) : sig
    type 'a t = 'a M.t

    val return : 'a -> 'a t
    val bind : 'a t -> ('a -> 'b t) -> 'b t
    val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
    val ( >|= ) : 'a t -> ('a -> 'b) -> 'b t
    val map : ('a -> 'b) -> 'a t -> 'b t
    val sequence : 'a t list -> 'a list t
    val sequence_ : 'a t list -> unit t
    val mapM : ('a -> 'b t) -> 'a list -> 'b list t
    val mapM_ : ('a -> 'b t) -> 'a list -> unit t
    val foldM : ('a -> 'b -> 'a t) -> 'a -> 'b list -> 'a t
  end

  module Option : sig
    type 'a t = 'a option

    val return : 'a -> 'a t
    val bind : 'a t -> ('a -> 'b t) -> 'b t
    val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
    val ( >|= ) : 'a t -> ('a -> 'b) -> 'b t
    val map : ('a -> 'b) -> 'a t -> 'b t
    val sequence : 'a t list -> 'a list t
    val sequence_ : 'a t list -> unit t
    val mapM : ('a -> 'b t) -> 'a list -> 'b list t
    val mapM_ : ('a -> 'b t) -> 'a list -> unit t
    val foldM : ('a -> 'b -> 'a t) -> 'a -> 'b list -> 'a t
  end

  module type Or_error = sig
    type err
    type 'a t

    val fail : err -> 'a t
    val is_success : 'a t -> bool
    val is_error : 'a t -> bool
    val return : 'a -> 'a t
    val bind : 'a t -> ('a -> 'b t) -> 'b t
    val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
    val ( >|= ) : 'a t -> ('a -> 'b) -> 'b t
    val map : ('a -> 'b) -> 'a t -> 'b t
    val sequence : 'a t list -> 'a list t
    val sequence_ : 'a t list -> unit t
    val mapM : ('a -> 'b t) -> 'a list -> 'b list t
    val mapM_ : ('a -> 'b t) -> 'a list -> unit t
    val foldM : ('a -> 'b -> 'a t) -> 'a -> 'b list -> 'a t
    val guard : bool -> err -> unit t
    val or_else : 'a t -> 'a -> 'a
    val or_else_f : 'a t -> ('b -> 'a) -> 'b -> 'a
  end

  module Or_error_make (M : sig type err end) : sig
    type err = M.err
    type 'a t = ('a, M.err) result

    val fail : err -> 'a t
    val is_success : 'a t -> bool
    val is_error : 'a t -> bool
    val return : 'a -> 'a t
    val bind : 'a t -> ('a -> 'b t) -> 'b t
    val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
    val ( >|= ) : 'a t -> ('a -> 'b) -> 'b t
    val map : ('a -> 'b) -> 'a t -> 'b t
    val sequence : 'a t list -> 'a list t
    val sequence_ : 'a t list -> unit t
    val mapM : ('a -> 'b t) -> 'a list -> 'b list t
    val mapM_ : ('a -> 'b t) -> 'a list -> unit t
    val foldM : ('a -> 'b -> 'a t) -> 'a -> 'b list -> 'a t
    val guard : bool -> err -> unit t
    val or_else : 'a t -> 'a -> 'a
    val or_else_f : 'a t -> ('b -> 'a) -> 'b -> 'a
  end
end

module Explorator : sig end

module Packet : sig
  val get_uint24_len : Cstruct.t -> int
  val set_uint24_len : Cstruct.t -> int -> unit

  type content_type = CHANGE_CIPHER_SPEC | ALERT | HANDSHAKE | APPLICATION_DATA | HEARTBEAT

  val int_to_content_type : int -> content_type option
  val content_type_to_int : content_type -> int
  val compare_content_type : content_type -> content_type -> int
  val content_type_to_string : content_type -> string
  val string_to_content_type : string -> content_type option
  val sexp_of_content_type : content_type -> Sexplib.Sexp.t
  val content_type_of_sexp : Sexplib.Sexp.t -> content_type

  type alert_level = WARNING | FATAL

  val int_to_alert_level : int -> alert_level option
  val alert_level_to_int : alert_level -> int
  val compare_alert_level : alert_level -> alert_level -> int
  val alert_level_to_string : alert_level -> string
  val string_to_alert_level : string -> alert_level option
  val sexp_of_alert_level : alert_level -> Sexplib.Sexp.t
  val alert_level_of_sexp : Sexplib.Sexp.t -> alert_level

  type alert_type =
    | CLOSE_NOTIFY | UNEXPECTED_MESSAGE | BAD_RECORD_MAC | DECRYPTION_FAILED | RECORD_OVERFLOW
    | DECOMPRESSION_FAILURE | HANDSHAKE_FAILURE | NO_CERTIFICATE_RESERVED | BAD_CERTIFICATE
    | UNSUPPORTED_CERTIFICATE | CERTIFICATE_REVOKED | CERTIFICATE_EXPIRED | CERTIFICATE_UNKNOWN
    | ILLEGAL_PARAMETER | UNKNOWN_CA | ACCESS_DENIED | DECODE_ERROR | DECRYPT_ERROR
    | EXPORT_RESTRICTION_RESERVED | PROTOCOL_VERSION | INSUFFICIENT_SECURITY | INTERNAL_ERROR
    | INAPPROPRIATE_FALLBACK | USER_CANCELED | NO_RENEGOTIATION | UNSUPPORTED_EXTENSION
    | CERTIFICATE_UNOBTAINABLE | UNRECOGNIZED_NAME | BAD_CERTIFICATE_STATUS_RESPONSE
    | BAD_CERTIFICATE_HASH_VALUE | UNKNOWN_PSK_IDENTITY

  val int_to_alert_type : int -> alert_type option
  val alert_type_to_int : alert_type -> int
  val compare_alert_type : alert_type -> alert_type -> int
  val alert_type_to_string : alert_type -> string
  val string_to_alert_type : string -> alert_type option
  val sexp_of_alert_type : alert_type -> Sexplib.Sexp.t
  val alert_type_of_sexp : Sexplib.Sexp.t -> alert_type

  type handshake_type =
    | HELLO_REQUEST | CLIENT_HELLO | SERVER_HELLO | HELLO_VERIFY_REQUEST | NEWSESSIONTICKET
    | CERTIFICATE | SERVER_KEY_EXCHANGE | CERTIFICATE_REQUEST | SERVER_HELLO_DONE
    | CERTIFICATE_VERIFY | CLIENT_KEY_EXCHANGE | FINISHED | CERTIFICATE_URL | CERTIFICATE_STATUS
    | SUPPLEMENTAL_DATA

  val int_to_handshake_type : int -> handshake_type option
  val handshake_type_to_int : handshake_type -> int
  val compare_handshake_type : handshake_type -> handshake_type -> int
  val handshake_type_to_string : handshake_type -> string
  val string_to_handshake_type : string -> handshake_type option
  val sexp_of_handshake_type : handshake_type -> Sexplib.Sexp.t
  val handshake_type_of_sexp : Sexplib.Sexp.t -> handshake_type

  type client_certificate_type =
    | RSA_SIGN | DSS_SIGN | RSA_FIXED_DH | DSS_FIXED_DH | RSA_EPHEMERAL_DH_RESERVED
    | DSS_EPHEMERAL_DH_RESERVED | FORTEZZA_DMS_RESERVED | ECDSA_SIGN | RSA_FIXED_ECDH
    | ECDSA_FIXED_ECDH

  val int_to_client_certificate_type : int -> client_certificate_type option
  val client_certificate_type_to_int : client_certificate_type -> int
  val compare_client_certificate_type : client_certificate_type -> client_certificate_type -> int
  val client_certificate_type_to_string : client_certificate_type -> string
  val string_to_client_certificate_type : string -> client_certificate_type option
  val sexp_of_client_certificate_type : client_certificate_type -> Sexplib.Sexp.t
  val client_certificate_type_of_sexp : Sexplib.Sexp.t -> client_certificate_type

  type compression_method = NULL | DEFLATE | LZS

  val int_to_compression_method : int -> compression_method option
  val compression_method_to_int : compression_method -> int
  val compare_compression_method : compression_method -> compression_method -> int
  val compression_method_to_string : compression_method -> string
  val string_to_compression_method : string -> compression_method option
  val sexp_of_compression_method : compression_method -> Sexplib.Sexp.t
  val compression_method_of_sexp : Sexplib.Sexp.t -> compression_method

  type extension_type =
    | SERVER_NAME | MAX_FRAGMENT_LENGTH | CLIENT_CERTIFICATE_URL | TRUSTED_CA_KEYS | TRUNCATED_HMAC
    | STATUS_REQUEST | USER_MAPPING | CLIENT_AUTHZ | SERVER_AUTHZ | CERT_TYPE | ELLIPTIC_CURVES
    | EC_POINT_FORMATS | SRP | SIGNATURE_ALGORITHMS | USE_SRP | HEARTBEAT
    | APPLICATION_LAYER_PROTOCOL_NEGOTIATION | STATUS_REQUEST_V2 | SIGNED_CERTIFICATE_TIMESTAMP
    | CLIENT_CERTIFICATE_TYPE | SERVER_CERTIFICATE_TYPE | PADDING | ENCRYPT_THEN_MAC
    | EXTENDED_MASTER_SECRET | SESSIONTICKET_TLS | RENEGOTIATION_INFO

  val int_to_extension_type : int -> extension_type option
  val extension_type_to_int : extension_type -> int
  val compare_extension_type : extension_type -> extension_type -> int
  val extension_type_to_string : extension_type -> string
  val string_to_extension_type : string -> extension_type option
  val sexp_of_extension_type : extension_type -> Sexplib.Sexp.t
  val extension_type_of_sexp : Sexplib.Sexp.t -> extension_type

  type max_fragment_length = TWO_9 | TWO_10 | TWO_11 | TWO_12

  val int_to_max_fragment_length : int -> max_fragment_length option
  val max_fragment_length_to_int : max_fragment_length -> int
  val compare_max_fragment_length : max_fragment_length -> max_fragment_length -> int
  val max_fragment_length_to_string : max_fragment_length -> string
  val string_to_max_fragment_length : string -> max_fragment_length option
  val sexp_of_max_fragment_length : max_fragment_length -> Sexplib.Sexp.t
  val max_fragment_length_of_sexp : Sexplib.Sexp.t -> max_fragment_length

  type signature_algorithm_type = ANONYMOUS | RSA | DSA | ECDSA

  val int_to_signature_algorithm_type : int -> signature_algorithm_type option
  val signature_algorithm_type_to_int : signature_algorithm_type -> int
  val compare_signature_algorithm_type : signature_algorithm_type -> signature_algorithm_type -> int
  val signature_algorithm_type_to_string : signature_algorithm_type -> string
  val string_to_signature_algorithm_type : string -> signature_algorithm_type option
  val sexp_of_signature_algorithm_type : signature_algorithm_type -> Sexplib.Sexp.t
  val signature_algorithm_type_of_sexp : Sexplib.Sexp.t -> signature_algorithm_type

  type hash_algorithm = NULL | MD5 | SHA | SHA224 | SHA256 | SHA384 | SHA512

  val int_to_hash_algorithm : int -> hash_algorithm option
  val hash_algorithm_to_int : hash_algorithm -> int
  val compare_hash_algorithm : hash_algorithm -> hash_algorithm -> int
  val hash_algorithm_to_string : hash_algorithm -> string
  val string_to_hash_algorithm : string -> hash_algorithm option
  val sexp_of_hash_algorithm : hash_algorithm -> Sexplib.Sexp.t
  val hash_algorithm_of_sexp : Sexplib.Sexp.t -> hash_algorithm
  val hash_algorithm_of_tag :
    [< `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] -> hash_algorithm
  val tag_of_hash_algorithm :
    hash_algorithm -> [> `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] option

  type ec_curve_type = EXPLICIT_PRIME | EXPLICIT_CHAR2 | NAMED_CURVE

  val int_to_ec_curve_type : int -> ec_curve_type option
  val ec_curve_type_to_int : ec_curve_type -> int
  val compare_ec_curve_type : ec_curve_type -> ec_curve_type -> int
  val ec_curve_type_to_string : ec_curve_type -> string
  val string_to_ec_curve_type : string -> ec_curve_type option
  val sexp_of_ec_curve_type : ec_curve_type -> Sexplib.Sexp.t
  val ec_curve_type_of_sexp : Sexplib.Sexp.t -> ec_curve_type

  type named_curve_type =
    | SECT163K1 | SECT163R1 | SECT163R2 | SECT193R1 | SECT193R2 | SECT233K1 | SECT233R1 | SECT239K1
    | SECT283K1 | SECT283R1 | SECT409K1 | SECT409R1 | SECT571K1 | SECT571R1 | SECP160K1 | SECP160R1
    | SECP160R2 | SECP192K1 | SECP192R1 | SECP224K1 | SECP224R1 | SECP256K1 | SECP256R1 | SECP384R1
    | SECP521R1 | BRAINPOOLP256R1 | BRAINPOOLP384R1 | BRAINPOOLP512R1
    | ARBITRARY_EXPLICIT_PRIME_CURVES | ARBITRARY_EXPLICIT_CHAR2_CURVES

  val int_to_named_curve_type : int -> named_curve_type option
  val named_curve_type_to_int : named_curve_type -> int
  val compare_named_curve_type : named_curve_type -> named_curve_type -> int
  val named_curve_type_to_string : named_curve_type -> string
  val string_to_named_curve_type : string -> named_curve_type option
  val sexp_of_named_curve_type : named_curve_type -> Sexplib.Sexp.t
  val named_curve_type_of_sexp : Sexplib.Sexp.t -> named_curve_type

  type ec_point_format = UNCOMPRESSED | ANSIX962_COMPRESSED_PRIME | ANSIX962_COMPRESSED_CHAR2

  val int_to_ec_point_format : int -> ec_point_format option
  val ec_point_format_to_int : ec_point_format -> int
  val compare_ec_point_format : ec_point_format -> ec_point_format -> int
  val ec_point_format_to_string : ec_point_format -> string
  val string_to_ec_point_format : string -> ec_point_format option
  val sexp_of_ec_point_format : ec_point_format -> Sexplib.Sexp.t
  val ec_point_format_of_sexp : Sexplib.Sexp.t -> ec_point_format

  type ec_basis_type = TRINOMIAL | PENTANOMIAL

  val int_to_ec_basis_type : int -> ec_basis_type option
  val ec_basis_type_to_int : ec_basis_type -> int
  val compare_ec_basis_type : ec_basis_type -> ec_basis_type -> int
  val ec_basis_type_to_string : ec_basis_type -> string
  val string_to_ec_basis_type : string -> ec_basis_type option
  val sexp_of_ec_basis_type : ec_basis_type -> Sexplib.Sexp.t
  val ec_basis_type_of_sexp : Sexplib.Sexp.t -> ec_basis_type

  type any_ciphersuite =
    | TLS_NULL_WITH_NULL_NULL | TLS_RSA_WITH_NULL_MD5 | TLS_RSA_WITH_NULL_SHA
    | TLS_RSA_EXPORT_WITH_RC4_40_MD5 | TLS_RSA_WITH_RC4_128_MD5 | TLS_RSA_WITH_RC4_128_SHA
    | TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5 | TLS_RSA_WITH_IDEA_CBC_SHA
    | TLS_RSA_EXPORT_WITH_DES40_CBC_SHA | TLS_RSA_WITH_DES_CBC_SHA | TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_DH_DSS_EXPORT_WITH_DES40_CBC_SHA | TLS_DH_DSS_WITH_DES_CBC_SHA
    | TLS_DH_DSS_WITH_3DES_EDE_CBC_SHA | TLS_DH_RSA_EXPORT_WITH_DES40_CBC_SHA
    | TLS_DH_RSA_WITH_DES_CBC_SHA | TLS_DH_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA | TLS_DHE_DSS_WITH_DES_CBC_SHA
    | TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA | TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA
    | TLS_DHE_RSA_WITH_DES_CBC_SHA | TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_DH_anon_EXPORT_WITH_RC4_40_MD5 | TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA
    | TLS_DH_anon_WITH_RC4_128_MD5 | TLS_DH_anon_WITH_DES_CBC_SHA
    | TLS_DH_anon_WITH_3DES_EDE_CBC_SHA | RESERVED_SSL3_1 | RESERVED_SSL3_2
    | TLS_KRB5_WITH_DES_CBC_SHA | TLS_KRB5_WITH_3DES_EDE_CBC_SHA | TLS_KRB5_WITH_RC4_128_SHA
    | TLS_KRB5_WITH_IDEA_CBC_SHA | TLS_KRB5_WITH_DES_CBC_MD5 | TLS_KRB5_WITH_3DES_EDE_CBC_MD5
    | TLS_KRB5_WITH_RC4_128_MD5 | TLS_KRB5_WITH_IDEA_CBC_MD5 | TLS_KRB5_EXPORT_WITH_DES_CBC_40_SHA
    | TLS_KRB5_EXPORT_WITH_RC2_CBC_40_SHA | TLS_KRB5_EXPORT_WITH_RC4_40_SHA
    | TLS_KRB5_EXPORT_WITH_DES_CBC_40_MD5 | TLS_KRB5_EXPORT_WITH_RC2_CBC_40_MD5
    | TLS_KRB5_EXPORT_WITH_RC4_40_MD5 | TLS_PSK_WITH_NULL_SHA | TLS_DHE_PSK_WITH_NULL_SHA
    | TLS_RSA_PSK_WITH_NULL_SHA | TLS_RSA_WITH_AES_128_CBC_SHA | TLS_DH_DSS_WITH_AES_128_CBC_SHA
    | TLS_DH_RSA_WITH_AES_128_CBC_SHA | TLS_DHE_DSS_WITH_AES_128_CBC_SHA
    | TLS_DHE_RSA_WITH_AES_128_CBC_SHA | TLS_DH_anon_WITH_AES_128_CBC_SHA
    | TLS_RSA_WITH_AES_256_CBC_SHA | TLS_DH_DSS_WITH_AES_256_CBC_SHA
    | TLS_DH_RSA_WITH_AES_256_CBC_SHA | TLS_DHE_DSS_WITH_AES_256_CBC_SHA
    | TLS_DHE_RSA_WITH_AES_256_CBC_SHA | TLS_DH_anon_WITH_AES_256_CBC_SHA
    | TLS_RSA_WITH_NULL_SHA256 | TLS_RSA_WITH_AES_128_CBC_SHA256 | TLS_RSA_WITH_AES_256_CBC_SHA256
    | TLS_DH_DSS_WITH_AES_128_CBC_SHA256 | TLS_DH_RSA_WITH_AES_128_CBC_SHA256
    | TLS_DHE_DSS_WITH_AES_128_CBC_SHA256 | TLS_RSA_WITH_CAMELLIA_128_CBC_SHA
    | TLS_DH_DSS_WITH_CAMELLIA_128_CBC_SHA | TLS_DH_RSA_WITH_CAMELLIA_128_CBC_SHA
    | TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA | TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA
    | TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA | TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | TLS_DH_DSS_WITH_AES_256_CBC_SHA256 | TLS_DH_RSA_WITH_AES_256_CBC_SHA256
    | TLS_DHE_DSS_WITH_AES_256_CBC_SHA256 | TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | TLS_DH_anon_WITH_AES_128_CBC_SHA256 | TLS_DH_anon_WITH_AES_256_CBC_SHA256
    | TLS_RSA_WITH_CAMELLIA_256_CBC_SHA | TLS_DH_DSS_WITH_CAMELLIA_256_CBC_SHA
    | TLS_DH_RSA_WITH_CAMELLIA_256_CBC_SHA | TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA
    | TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA | TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA
    | TLS_PSK_WITH_RC4_128_SHA | TLS_PSK_WITH_3DES_EDE_CBC_SHA | TLS_PSK_WITH_AES_128_CBC_SHA
    | TLS_PSK_WITH_AES_256_CBC_SHA | TLS_DHE_PSK_WITH_RC4_128_SHA
    | TLS_DHE_PSK_WITH_3DES_EDE_CBC_SHA | TLS_DHE_PSK_WITH_AES_128_CBC_SHA
    | TLS_DHE_PSK_WITH_AES_256_CBC_SHA | TLS_RSA_PSK_WITH_RC4_128_SHA
    | TLS_RSA_PSK_WITH_3DES_EDE_CBC_SHA | TLS_RSA_PSK_WITH_AES_128_CBC_SHA
    | TLS_RSA_PSK_WITH_AES_256_CBC_SHA | TLS_RSA_WITH_SEED_CBC_SHA | TLS_DH_DSS_WITH_SEED_CBC_SHA
    | TLS_DH_RSA_WITH_SEED_CBC_SHA | TLS_DHE_DSS_WITH_SEED_CBC_SHA | TLS_DHE_RSA_WITH_SEED_CBC_SHA
    | TLS_DH_anon_WITH_SEED_CBC_SHA | TLS_RSA_WITH_AES_128_GCM_SHA256
    | TLS_RSA_WITH_AES_256_GCM_SHA384 | TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 | TLS_DH_RSA_WITH_AES_128_GCM_SHA256
    | TLS_DH_RSA_WITH_AES_256_GCM_SHA384 | TLS_DHE_DSS_WITH_AES_128_GCM_SHA256
    | TLS_DHE_DSS_WITH_AES_256_GCM_SHA384 | TLS_DH_DSS_WITH_AES_128_GCM_SHA256
    | TLS_DH_DSS_WITH_AES_256_GCM_SHA384 | TLS_DH_anon_WITH_AES_128_GCM_SHA256
    | TLS_DH_anon_WITH_AES_256_GCM_SHA384 | TLS_PSK_WITH_AES_128_GCM_SHA256
    | TLS_PSK_WITH_AES_256_GCM_SHA384 | TLS_DHE_PSK_WITH_AES_128_GCM_SHA256
    | TLS_DHE_PSK_WITH_AES_256_GCM_SHA384 | TLS_RSA_PSK_WITH_AES_128_GCM_SHA256
    | TLS_RSA_PSK_WITH_AES_256_GCM_SHA384 | TLS_PSK_WITH_AES_128_CBC_SHA256
    | TLS_PSK_WITH_AES_256_CBC_SHA384 | TLS_PSK_WITH_NULL_SHA256 | TLS_PSK_WITH_NULL_SHA384
    | TLS_DHE_PSK_WITH_AES_128_CBC_SHA256 | TLS_DHE_PSK_WITH_AES_256_CBC_SHA384
    | TLS_DHE_PSK_WITH_NULL_SHA256 | TLS_DHE_PSK_WITH_NULL_SHA384
    | TLS_RSA_PSK_WITH_AES_128_CBC_SHA256 | TLS_RSA_PSK_WITH_AES_256_CBC_SHA384
    | TLS_RSA_PSK_WITH_NULL_SHA256 | TLS_RSA_PSK_WITH_NULL_SHA384
    | TLS_RSA_WITH_CAMELLIA_128_CBC_SHA256 | TLS_DH_DSS_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_DH_RSA_WITH_CAMELLIA_128_CBC_SHA256 | TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA256 | TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_RSA_WITH_CAMELLIA_256_CBC_SHA256 | TLS_DH_DSS_WITH_CAMELLIA_256_CBC_SHA256
    | TLS_DH_RSA_WITH_CAMELLIA_256_CBC_SHA256 | TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA256
    | TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256 | TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA256
    | TLS_EMPTY_RENEGOTIATION_INFO_SCSV | TLS_FALLBACK_SCSV | TLS_ECDH_ECDSA_WITH_NULL_SHA
    | TLS_ECDH_ECDSA_WITH_RC4_128_SHA | TLS_ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA | TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_NULL_SHA | TLS_ECDHE_ECDSA_WITH_RC4_128_SHA
    | TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA | TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA | TLS_ECDH_RSA_WITH_NULL_SHA
    | TLS_ECDH_RSA_WITH_RC4_128_SHA | TLS_ECDH_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDH_RSA_WITH_AES_128_CBC_SHA | TLS_ECDH_RSA_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_RSA_WITH_NULL_SHA | TLS_ECDHE_RSA_WITH_RC4_128_SHA
    | TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
    | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA | TLS_ECDH_anon_WITH_NULL_SHA
    | TLS_ECDH_anon_WITH_RC4_128_SHA | TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDH_anon_WITH_AES_128_CBC_SHA | TLS_ECDH_anon_WITH_AES_256_CBC_SHA
    | TLS_SRP_SHA_WITH_3DES_EDE_CBC_SHA | TLS_SRP_SHA_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_SRP_SHA_DSS_WITH_3DES_EDE_CBC_SHA | TLS_SRP_SHA_WITH_AES_128_CBC_SHA
    | TLS_SRP_SHA_RSA_WITH_AES_128_CBC_SHA | TLS_SRP_SHA_DSS_WITH_AES_128_CBC_SHA
    | TLS_SRP_SHA_WITH_AES_256_CBC_SHA | TLS_SRP_SHA_RSA_WITH_AES_256_CBC_SHA
    | TLS_SRP_SHA_DSS_WITH_AES_256_CBC_SHA | TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384 | TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384 | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384 | TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384 | TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 | TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384 | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 | TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384 | TLS_ECDHE_PSK_WITH_RC4_128_SHA
    | TLS_ECDHE_PSK_WITH_3DES_EDE_CBC_SHA | TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA
    | TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA | TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256
    | TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384 | TLS_ECDHE_PSK_WITH_NULL_SHA
    | TLS_ECDHE_PSK_WITH_NULL_SHA256 | TLS_ECDHE_PSK_WITH_NULL_SHA384
    | TLS_RSA_WITH_ARIA_128_CBC_SHA256 | TLS_RSA_WITH_ARIA_256_CBC_SHA384
    | TLS_DH_DSS_WITH_ARIA_128_CBC_SHA256 | TLS_DH_DSS_WITH_ARIA_256_CBC_SHA384
    | TLS_DH_RSA_WITH_ARIA_128_CBC_SHA256 | TLS_DH_RSA_WITH_ARIA_256_CBC_SHA384
    | TLS_DHE_DSS_WITH_ARIA_128_CBC_SHA256 | TLS_DHE_DSS_WITH_ARIA_256_CBC_SHA384
    | TLS_DHE_RSA_WITH_ARIA_128_CBC_SHA256 | TLS_DHE_RSA_WITH_ARIA_256_CBC_SHA384
    | TLS_DH_anon_WITH_ARIA_128_CBC_SHA256 | TLS_DH_anon_WITH_ARIA_256_CBC_SHA384
    | TLS_ECDHE_ECDSA_WITH_ARIA_128_CBC_SHA256 | TLS_ECDHE_ECDSA_WITH_ARIA_256_CBC_SHA384
    | TLS_ECDH_ECDSA_WITH_ARIA_128_CBC_SHA256 | TLS_ECDH_ECDSA_WITH_ARIA_256_CBC_SHA384
    | TLS_ECDHE_RSA_WITH_ARIA_128_CBC_SHA256 | TLS_ECDHE_RSA_WITH_ARIA_256_CBC_SHA384
    | TLS_ECDH_RSA_WITH_ARIA_128_CBC_SHA256 | TLS_ECDH_RSA_WITH_ARIA_256_CBC_SHA384
    | TLS_RSA_WITH_ARIA_128_GCM_SHA256 | TLS_RSA_WITH_ARIA_256_GCM_SHA384
    | TLS_DHE_RSA_WITH_ARIA_128_GCM_SHA256 | TLS_DHE_RSA_WITH_ARIA_256_GCM_SHA384
    | TLS_DH_RSA_WITH_ARIA_128_GCM_SHA256 | TLS_DH_RSA_WITH_ARIA_256_GCM_SHA384
    | TLS_DHE_DSS_WITH_ARIA_128_GCM_SHA256 | TLS_DHE_DSS_WITH_ARIA_256_GCM_SHA384
    | TLS_DH_DSS_WITH_ARIA_128_GCM_SHA256 | TLS_DH_DSS_WITH_ARIA_256_GCM_SHA384
    | TLS_DH_anon_WITH_ARIA_128_GCM_SHA256 | TLS_DH_anon_WITH_ARIA_256_GCM_SHA384
    | TLS_ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256 | TLS_ECDHE_ECDSA_WITH_ARIA_256_GCM_SHA384
    | TLS_ECDH_ECDSA_WITH_ARIA_128_GCM_SHA256 | TLS_ECDH_ECDSA_WITH_ARIA_256_GCM_SHA384
    | TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256 | TLS_ECDHE_RSA_WITH_ARIA_256_GCM_SHA384
    | TLS_ECDH_RSA_WITH_ARIA_128_GCM_SHA256 | TLS_ECDH_RSA_WITH_ARIA_256_GCM_SHA384
    | TLS_PSK_WITH_ARIA_128_CBC_SHA256 | TLS_PSK_WITH_ARIA_256_CBC_SHA384
    | TLS_DHE_PSK_WITH_ARIA_128_CBC_SHA256 | TLS_DHE_PSK_WITH_ARIA_256_CBC_SHA384
    | TLS_RSA_PSK_WITH_ARIA_128_CBC_SHA256 | TLS_RSA_PSK_WITH_ARIA_256_CBC_SHA384
    | TLS_PSK_WITH_ARIA_128_GCM_SHA256 | TLS_PSK_WITH_ARIA_256_GCM_SHA384
    | TLS_DHE_PSK_WITH_ARIA_128_GCM_SHA256 | TLS_DHE_PSK_WITH_ARIA_256_GCM_SHA384
    | TLS_RSA_PSK_WITH_ARIA_128_GCM_SHA256 | TLS_RSA_PSK_WITH_ARIA_256_GCM_SHA384
    | TLS_ECDHE_PSK_WITH_ARIA_128_CBC_SHA256 | TLS_ECDHE_PSK_WITH_ARIA_256_CBC_SHA384
    | TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256 | TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_ECDH_ECDSA_WITH_CAMELLIA_128_CBC_SHA256 | TLS_ECDH_ECDSA_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_ECDHE_RSA_WITH_CAMELLIA_128_CBC_SHA256 | TLS_ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_ECDH_RSA_WITH_CAMELLIA_128_CBC_SHA256 | TLS_ECDH_RSA_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_RSA_WITH_CAMELLIA_128_GCM_SHA256 | TLS_RSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DHE_RSA_WITH_CAMELLIA_128_GCM_SHA256 | TLS_DHE_RSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DH_RSA_WITH_CAMELLIA_128_GCM_SHA256 | TLS_DH_RSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DHE_DSS_WITH_CAMELLIA_128_GCM_SHA256 | TLS_DHE_DSS_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DH_DSS_WITH_CAMELLIA_128_GCM_SHA256 | TLS_DH_DSS_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DH_anon_WITH_CAMELLIA_128_GCM_SHA256 | TLS_DH_anon_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_GCM_SHA256 | TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_ECDH_ECDSA_WITH_CAMELLIA_128_GCM_SHA256 | TLS_ECDH_ECDSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256 | TLS_ECDHE_RSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_ECDH_RSA_WITH_CAMELLIA_128_GCM_SHA256 | TLS_ECDH_RSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_PSK_WITH_CAMELLIA_128_GCM_SHA256 | TLS_PSK_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DHE_PSK_WITH_CAMELLIA_128_GCM_SHA256 | TLS_DHE_PSK_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_RSA_PSK_WITH_CAMELLIA_128_GCM_SHA256 | TLS_RSA_PSK_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_PSK_WITH_CAMELLIA_128_CBC_SHA256 | TLS_PSK_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_DHE_PSK_WITH_CAMELLIA_128_CBC_SHA256 | TLS_DHE_PSK_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_RSA_PSK_WITH_CAMELLIA_128_CBC_SHA256 | TLS_RSA_PSK_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_ECDHE_PSK_WITH_CAMELLIA_128_CBC_SHA256 | TLS_ECDHE_PSK_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_RSA_WITH_AES_128_CCM | TLS_RSA_WITH_AES_256_CCM | TLS_DHE_RSA_WITH_AES_128_CCM
    | TLS_DHE_RSA_WITH_AES_256_CCM | TLS_RSA_WITH_AES_128_CCM_8 | TLS_RSA_WITH_AES_256_CCM_8
    | TLS_DHE_RSA_WITH_AES_128_CCM_8 | TLS_DHE_RSA_WITH_AES_256_CCM_8 | TLS_PSK_WITH_AES_128_CCM
    | TLS_PSK_WITH_AES_256_CCM | TLS_DHE_PSK_WITH_AES_128_CCM | TLS_DHE_PSK_WITH_AES_256_CCM
    | TLS_PSK_WITH_AES_128_CCM_8 | TLS_PSK_WITH_AES_256_CCM_8 | TLS_PSK_DHE_WITH_AES_128_CCM_8
    | TLS_PSK_DHE_WITH_AES_256_CCM_8

  val int_to_any_ciphersuite : int -> any_ciphersuite option
  val any_ciphersuite_to_int : any_ciphersuite -> int
  val compare_any_ciphersuite : any_ciphersuite -> any_ciphersuite -> int
  val any_ciphersuite_to_string : any_ciphersuite -> string
  val string_to_any_ciphersuite : string -> any_ciphersuite option
  val sexp_of_any_ciphersuite : any_ciphersuite -> Sexplib.Sexp.t
  val any_ciphersuite_of_sexp : Sexplib.Sexp.t -> any_ciphersuite
end

module Tracing : sig
  val active : hook:(Sexplib.Sexp.t -> unit) -> (unit -> 'a) -> 'a
  val sexp : tag:string -> Sexplib.Sexp.t Lazy.t -> unit
  val sexps : tag:string -> Sexplib.Sexp.t Lazy.t list -> unit
  val sexpf : tag:string -> f:('a -> Sexplib.Sexp.t) -> 'a -> unit
  val sexpfs : tag:string -> f:('a -> Sexplib.Sexp.t) -> 'a list -> unit
  val cs : tag:string -> Cstruct.t -> unit
  val css : tag:string -> Cstruct.t list -> unit
end

module Utils : sig
  val const : 'a -> 'b -> 'a
  val id : 'a -> 'a
  val o : ('a -> 'b) -> ('c -> 'a) -> 'c -> 'b

  module List_set : sig
    val inter : ?compare:('a -> 'a -> int) -> 'a list -> 'a list -> 'a list
    val union : ?compare:('a -> 'a -> int) -> 'a list -> 'a list -> 'a list
    val subset : ?compare:('a -> 'a -> int) -> 'a list -> 'a list -> bool
    val equal : ?compare:('a -> 'a -> int) -> 'a list -> 'a list -> bool
    val is_proper_set : 'a list -> bool
  end

  module Cs : sig
    val appends : Cstruct.t list -> Cstruct.t
    val append : Cstruct.t -> Cstruct.t -> Cstruct.t
    val ( <+> ) : Cstruct.t -> Cstruct.t -> Cstruct.t
    val equal : Cstruct.t -> Cstruct.t -> bool
    val empty : Cstruct.t
    val null : Cstruct.t -> bool
  end

  val filter_map : f:('a -> 'b option) -> 'a list -> 'b list
  val map_find : f:('a -> 'b option) -> 'a list -> 'b option
  val option : 'a -> ('b -> 'a) -> 'b option -> 'a
  val init_and_last : 'a list -> ('a list * 'a) option
  val first_match : 'a list -> 'a list -> 'a option
end

module Ciphersuite : sig
  type key_exchange_algorithm = RSA | DHE_RSA

  val key_exchange_algorithm_of_sexp : Sexplib.Sexp.t -> key_exchange_algorithm
  val sexp_of_key_exchange_algorithm : key_exchange_algorithm -> Sexplib.Sexp.t
  val needs_certificate : key_exchange_algorithm -> bool
  val needs_server_kex : key_exchange_algorithm -> bool
  val required_keytype_and_usage :
    key_exchange_algorithm -> [> `RSA ] * [> `Digital_signature | `Key_encipherment ]

  type stream_cipher = RC4_128

  val stream_cipher_of_sexp : Sexplib.Sexp.t -> stream_cipher
  val sexp_of_stream_cipher : stream_cipher -> Sexplib.Sexp.t

  type block_cipher = TRIPLE_DES_EDE_CBC | AES_128_CBC | AES_256_CBC

  val block_cipher_of_sexp : Sexplib.Sexp.t -> block_cipher
  val sexp_of_block_cipher : block_cipher -> Sexplib.Sexp.t

  type aead_cipher = AES_128_CCM | AES_256_CCM | AES_128_GCM | AES_256_GCM

  val aead_cipher_of_sexp : Sexplib.Sexp.t -> aead_cipher
  val sexp_of_aead_cipher : aead_cipher -> Sexplib.Sexp.t

  type payload_protection =
    | Stream of stream_cipher * Nocrypto.Hash.hash
    | Block of block_cipher * Nocrypto.Hash.hash
    | AEAD of aead_cipher

  val payload_protection_of_sexp : Sexplib.Sexp.t -> payload_protection
  val sexp_of_payload_protection : payload_protection -> Sexplib.Sexp.t
  val key_length : unit option -> payload_protection -> int * int * int

  type ciphersuite =
    [ `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_128_CCM
    | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CCM
    | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA | `TLS_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_RSA_WITH_AES_128_CCM | `TLS_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_RSA_WITH_AES_256_CBC_SHA | `TLS_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_RSA_WITH_AES_256_CCM | `TLS_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_RC4_128_MD5
    | `TLS_RSA_WITH_RC4_128_SHA ]

  val ciphersuite_of_sexp : Sexplib.Sexp.t -> ciphersuite
  val sexp_of_ciphersuite : ciphersuite -> Sexplib.Sexp.t
  val any_ciphersuite_to_ciphersuite :
    Packet.any_ciphersuite ->
    [> `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_128_CCM
      | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CCM
      | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
      | `TLS_RSA_WITH_AES_128_CBC_SHA | `TLS_RSA_WITH_AES_128_CBC_SHA256 | `TLS_RSA_WITH_AES_128_CCM
      | `TLS_RSA_WITH_AES_128_GCM_SHA256 | `TLS_RSA_WITH_AES_256_CBC_SHA
      | `TLS_RSA_WITH_AES_256_CBC_SHA256 | `TLS_RSA_WITH_AES_256_CCM
      | `TLS_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_RC4_128_MD5
      | `TLS_RSA_WITH_RC4_128_SHA ] option
  val ciphersuite_to_any_ciphersuite :
    [< `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_128_CCM
      | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CCM
      | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
      | `TLS_RSA_WITH_AES_128_CBC_SHA | `TLS_RSA_WITH_AES_128_CBC_SHA256 | `TLS_RSA_WITH_AES_128_CCM
      | `TLS_RSA_WITH_AES_128_GCM_SHA256 | `TLS_RSA_WITH_AES_256_CBC_SHA
      | `TLS_RSA_WITH_AES_256_CBC_SHA256 | `TLS_RSA_WITH_AES_256_CCM
      | `TLS_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_RC4_128_MD5
      | `TLS_RSA_WITH_RC4_128_SHA ] ->
    Packet.any_ciphersuite
  val ciphersuite_to_string :
    [< `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_128_CCM
      | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CCM
      | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
      | `TLS_RSA_WITH_AES_128_CBC_SHA | `TLS_RSA_WITH_AES_128_CBC_SHA256 | `TLS_RSA_WITH_AES_128_CCM
      | `TLS_RSA_WITH_AES_128_GCM_SHA256 | `TLS_RSA_WITH_AES_256_CBC_SHA
      | `TLS_RSA_WITH_AES_256_CBC_SHA256 | `TLS_RSA_WITH_AES_256_CCM
      | `TLS_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_RC4_128_MD5
      | `TLS_RSA_WITH_RC4_128_SHA ] ->
    string
  val get_kex_privprot :
    [< `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_128_CCM
      | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CCM
      | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
      | `TLS_RSA_WITH_AES_128_CBC_SHA | `TLS_RSA_WITH_AES_128_CBC_SHA256 | `TLS_RSA_WITH_AES_128_CCM
      | `TLS_RSA_WITH_AES_128_GCM_SHA256 | `TLS_RSA_WITH_AES_256_CBC_SHA
      | `TLS_RSA_WITH_AES_256_CBC_SHA256 | `TLS_RSA_WITH_AES_256_CCM
      | `TLS_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_RC4_128_MD5
      | `TLS_RSA_WITH_RC4_128_SHA ] ->
    key_exchange_algorithm * payload_protection
  val ciphersuite_kex :
    [< `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_128_CCM
      | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CCM
      | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
      | `TLS_RSA_WITH_AES_128_CBC_SHA | `TLS_RSA_WITH_AES_128_CBC_SHA256 | `TLS_RSA_WITH_AES_128_CCM
      | `TLS_RSA_WITH_AES_128_GCM_SHA256 | `TLS_RSA_WITH_AES_256_CBC_SHA
      | `TLS_RSA_WITH_AES_256_CBC_SHA256 | `TLS_RSA_WITH_AES_256_CCM
      | `TLS_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_RC4_128_MD5
      | `TLS_RSA_WITH_RC4_128_SHA ] ->
    key_exchange_algorithm
  val ciphersuite_privprot :
    [< `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_128_CCM
      | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CCM
      | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
      | `TLS_RSA_WITH_AES_128_CBC_SHA | `TLS_RSA_WITH_AES_128_CBC_SHA256 | `TLS_RSA_WITH_AES_128_CCM
      | `TLS_RSA_WITH_AES_128_GCM_SHA256 | `TLS_RSA_WITH_AES_256_CBC_SHA
      | `TLS_RSA_WITH_AES_256_CBC_SHA256 | `TLS_RSA_WITH_AES_256_CCM
      | `TLS_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_RC4_128_MD5
      | `TLS_RSA_WITH_RC4_128_SHA ] ->
    payload_protection
  val ciphersuite_fs :
    [< `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_128_CCM
      | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
      | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CCM
      | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
      | `TLS_RSA_WITH_AES_128_CBC_SHA | `TLS_RSA_WITH_AES_128_CBC_SHA256 | `TLS_RSA_WITH_AES_128_CCM
      | `TLS_RSA_WITH_AES_128_GCM_SHA256 | `TLS_RSA_WITH_AES_256_CBC_SHA
      | `TLS_RSA_WITH_AES_256_CBC_SHA256 | `TLS_RSA_WITH_AES_256_CCM
      | `TLS_RSA_WITH_AES_256_GCM_SHA384 | `TLS_RSA_WITH_RC4_128_MD5
      | `TLS_RSA_WITH_RC4_128_SHA ] ->
    bool
  val ciphersuite_tls12_only :
    [> `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_128_CCM
      | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
      | `TLS_DHE_RSA_WITH_AES_256_CCM | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
      | `TLS_RSA_WITH_AES_128_CBC_SHA256 | `TLS_RSA_WITH_AES_128_CCM
      | `TLS_RSA_WITH_AES_128_GCM_SHA256 | `TLS_RSA_WITH_AES_256_CBC_SHA256
      | `TLS_RSA_WITH_AES_256_CCM | `TLS_RSA_WITH_AES_256_GCM_SHA384 ] ->
    bool
end

module Core : sig
  type tls_version = TLS_1_0 | TLS_1_1 | TLS_1_2

  val tls_version_of_sexp : Sexplib.Sexp.t -> tls_version
  val sexp_of_tls_version : tls_version -> Sexplib.Sexp.t
  val pair_of_tls_version : tls_version -> int * int
  val tls_version_of_pair : int * int -> tls_version option

  type tls_any_version = SSL_3 | Supported of tls_version | TLS_1_X of int

  val tls_any_version_of_sexp : Sexplib.Sexp.t -> tls_any_version
  val sexp_of_tls_any_version : tls_any_version -> Sexplib.Sexp.t
  val any_version_to_version : tls_any_version -> tls_version option
  val version_eq : tls_any_version -> tls_version -> bool
  val version_ge : tls_any_version -> tls_version -> bool
  val tls_any_version_of_pair : int * int -> tls_any_version option
  val pair_of_tls_any_version : tls_any_version -> int * int
  val max_protocol_version : 'a * 'b -> 'b
  val min_protocol_version : 'a * 'b -> 'a

  type tls_hdr = { content_type : Packet.content_type; version : tls_any_version }

  val tls_hdr_of_sexp : Sexplib.Sexp.t -> tls_hdr
  val sexp_of_tls_hdr : tls_hdr -> Sexplib.Sexp.t

  module SessionID : sig
    type t = Cstruct.t

    val t_of_sexp : Sexplib.Sexp.t -> t
    val sexp_of_t : t -> Sexplib.Sexp.t
    val compare : Cstruct.t -> Cstruct.t -> int
    val hash : Cstruct.t -> int
    val equal : Cstruct.t -> Cstruct.t -> bool
  end

  type client_extension =
    [ `ECPointFormats of Packet.ec_point_format list
    | `EllipticCurves of Packet.named_curve_type list
    | `ExtendedMasterSecret
    | `Hostname of string
    | `MaxFragmentLength of Packet.max_fragment_length
    | `Padding of int
    | `SecureRenegotiation of Cstruct.t
    | `SignatureAlgorithms of (Nocrypto.Hash.hash * Packet.signature_algorithm_type) list
    | `UnknownExtension of int * Cstruct.t ]

  val client_extension_of_sexp : Sexplib.Sexp.t -> client_extension
  val sexp_of_client_extension : client_extension -> Sexplib.Sexp.t

  type server_extension =
    [ `ECPointFormats of Packet.ec_point_format list
    | `ExtendedMasterSecret
    | `Hostname
    | `MaxFragmentLength of Packet.max_fragment_length
    | `SecureRenegotiation of Cstruct.t
    | `UnknownExtension of int * Cstruct.t ]

  val server_extension_of_sexp : Sexplib.Sexp.t -> server_extension
  val sexp_of_server_extension : server_extension -> Sexplib.Sexp.t

  type client_hello = {
    client_version : tls_any_version;
    client_random : Cstruct.t;
    sessionid : SessionID.t option;
    ciphersuites : Packet.any_ciphersuite list;
    extensions : client_extension list;
  }

  val client_hello_of_sexp : Sexplib.Sexp.t -> client_hello
  val sexp_of_client_hello : client_hello -> Sexplib.Sexp.t

  type server_hello = {
    server_version : tls_version;
    server_random : Cstruct.t;
    sessionid : SessionID.t option;
    ciphersuite : Ciphersuite.ciphersuite;
    extensions : server_extension list;
  }

  val server_hello_of_sexp : Sexplib.Sexp.t -> server_hello
  val sexp_of_server_hello : server_hello -> Sexplib.Sexp.t

  type dh_parameters = { dh_p : Cstruct.t; dh_g : Cstruct.t; dh_Ys : Cstruct.t }

  val dh_parameters_of_sexp : Sexplib.Sexp.t -> dh_parameters
  val sexp_of_dh_parameters : dh_parameters -> Sexplib.Sexp.t

  type ec_curve = { a : Cstruct.t; b : Cstruct.t }

  val ec_curve_of_sexp : Sexplib.Sexp.t -> ec_curve
  val sexp_of_ec_curve : ec_curve -> Sexplib.Sexp.t

  type ec_prime_parameters = {
    prime : Cstruct.t;
    curve : ec_curve;
    base : Cstruct.t;
    order : Cstruct.t;
    cofactor : Cstruct.t;
    public : Cstruct.t;
  }

  val ec_prime_parameters_of_sexp : Sexplib.Sexp.t -> ec_prime_parameters
  val sexp_of_ec_prime_parameters : ec_prime_parameters -> Sexplib.Sexp.t

  type ec_char_parameters = {
    m : int;
    basis : Packet.ec_basis_type;
    ks : Cstruct.t list;
    curve : ec_curve;
    base : Cstruct.t;
    order : Cstruct.t;
    cofactor : Cstruct.t;
    public : Cstruct.t;
  }

  val ec_char_parameters_of_sexp : Sexplib.Sexp.t -> ec_char_parameters
  val sexp_of_ec_char_parameters : ec_char_parameters -> Sexplib.Sexp.t

  type ec_parameters =
    | ExplicitPrimeParameters of ec_prime_parameters
    | ExplicitCharParameters of ec_char_parameters
    | NamedCurveParameters of (Packet.named_curve_type * Cstruct.t)

  val ec_parameters_of_sexp : Sexplib.Sexp.t -> ec_parameters
  val sexp_of_ec_parameters : ec_parameters -> Sexplib.Sexp.t

  type tls_handshake =
    | HelloRequest
    | ServerHelloDone
    | ClientHello of client_hello
    | ServerHello of server_hello
    | Certificate of Cstruct.t list
    | ServerKeyExchange of Cstruct.t
    | CertificateRequest of Cstruct.t
    | ClientKeyExchange of Cstruct.t
    | CertificateVerify of Cstruct.t
    | Finished of Cstruct.t

  val tls_handshake_of_sexp : Sexplib.Sexp.t -> tls_handshake
  val sexp_of_tls_handshake : tls_handshake -> Sexplib.Sexp.t

  type tls_alert = Packet.alert_level * Packet.alert_type

  val tls_alert_of_sexp : Sexplib.Sexp.t -> tls_alert
  val sexp_of_tls_alert : tls_alert -> Sexplib.Sexp.t

  type tls_body =
    | TLS_ChangeCipherSpec
    | TLS_ApplicationData
    | TLS_Alert of tls_alert
    | TLS_Handshake of tls_handshake

  val tls_body_of_sexp : Sexplib.Sexp.t -> tls_body
  val sexp_of_tls_body : tls_body -> Sexplib.Sexp.t

  type master_secret = Cstruct.t

  val master_secret_of_sexp : Sexplib.Sexp.t -> master_secret
  val sexp_of_master_secret : master_secret -> Sexplib.Sexp.t

  type epoch_data = {
    protocol_version : tls_version;
    ciphersuite : Ciphersuite.ciphersuite;
    peer_random : Cstruct.t;
    peer_certificate_chain : X509.t list;
    peer_certificate : X509.t option;
    peer_name : string option;
    trust_anchor : X509.t option;
    received_certificates : X509.t list;
    own_random : Cstruct.t;
    own_certificate : X509.t list;
    own_private_key : Nocrypto.Rsa.priv option;
    own_name : string option;
    master_secret : master_secret;
    session_id : SessionID.t;
    extended_ms : bool;
  }

  val epoch_data_of_sexp : Sexplib.Sexp.t -> epoch_data
  val sexp_of_epoch_data : epoch_data -> Sexplib.Sexp.t
end

module Reader : sig
  type error =
    | TrailingBytes of string
    | WrongLength of string
    | Unknown of string
    | Underflow
    | Overflow of int
    | UnknownVersion of (int * int)
    | UnknownContent of int

  val error_of_sexp : Sexplib.Sexp.t -> error
  val sexp_of_error : error -> Sexplib.Sexp.t

  type nonrec 'a result = ('a, error) result

  val parse_version : Cstruct.t -> Core.tls_version result
  val parse_any_version : Cstruct.t -> Core.tls_any_version result
  val parse_record :
    Cstruct.t ->
    [ `Fragment of Cstruct.t | `Record of (Core.tls_hdr * Cstruct.t) * Cstruct.t ] result
  val parse_handshake_frame : Cstruct.t -> Cstruct.t option * Cstruct.t
  val parse_handshake : Cstruct.t -> Core.tls_handshake result
  val parse_alert : Cstruct.t -> Core.tls_alert result
  val parse_change_cipher_spec : Cstruct.t -> unit result
  val parse_certificate_request :
    Cstruct.t -> (Packet.client_certificate_type list * Cstruct.t list) result
  val parse_certificate_request_1_2 :
    Cstruct.t ->
    (Packet.client_certificate_type list * (Nocrypto.Hash.hash
      * Packet.signature_algorithm_type) list * Cstruct.t list) result
  val parse_dh_parameters : Cstruct.t -> (Core.dh_parameters * Cstruct.t * Cstruct.t) result
  val parse_digitally_signed : Cstruct.t -> Cstruct.t result
  val parse_digitally_signed_1_2 :
    Cstruct.t -> (Nocrypto.Hash.hash * Packet.signature_algorithm_type * Cstruct.t) result
end

module Writer : sig
  val assemble_protocol_version : Core.tls_version -> Cstruct.t
  val assemble_handshake : Core.tls_handshake -> Cstruct.t
  val assemble_hdr : Core.tls_version -> Packet.content_type * Cstruct.t -> Cstruct.t
  val assemble_alert : ?level:Packet.alert_level -> Packet.alert_type -> Cstruct.t
  val assemble_change_cipher_spec : Cstruct.t
  val assemble_dh_parameters : Core.dh_parameters -> Cstruct.t
  val assemble_digitally_signed : Cstruct.t -> Cstruct.t
  val assemble_digitally_signed_1_2 :
    Nocrypto.Hash.hash -> Packet.signature_algorithm_type -> Cstruct.t -> Cstruct.t
  val assemble_certificate_request :
    Packet.client_certificate_type list -> Cstruct.t list -> Cstruct.t
  val assemble_certificate_request_1_2 :
    Packet.client_certificate_type list ->
    (Nocrypto.Hash.hash * Packet.signature_algorithm_type) list ->
    Cstruct.t list ->
    Cstruct.t
end

module Config : sig
  type certchain = X509.t list * Nocrypto.Rsa.priv
  type own_cert =
    [ `Multiple of certchain list
    | `Multiple_default of certchain * certchain list
    | `None
    | `Single of certchain ]
  type session_cache = Core.SessionID.t -> Core.epoch_data option
  type config = private {
    ciphers : Ciphersuite.ciphersuite list;
    protocol_versions : Core.tls_version * Core.tls_version;
    hashes : Nocrypto.Hash.hash list;
    use_reneg : bool;
    authenticator : X509.Authenticator.a option;
    peer_name : string option;
    own_certificates : own_cert;
    session_cache : session_cache;
    cached_session : Core.epoch_data option;
  }

  val config_of_sexp : Sexplib.Sexp.t -> config
  val sexp_of_config : config -> Sexplib.Sexp.t

  type client

  val client_of_sexp : Sexplib.Sexp.t -> client
  val sexp_of_client : client -> Sexplib.Sexp.t

  type server

  val server_of_sexp : Sexplib.Sexp.t -> server
  val sexp_of_server : server -> Sexplib.Sexp.t
  val client :
    authenticator:X509.Authenticator.a ->
    ?ciphers:Ciphersuite.ciphersuite list ->
    ?version:Core.tls_version * Core.tls_version ->
    ?hashes:Nocrypto.Hash.hash list ->
    ?reneg:bool ->
    ?certificates:own_cert ->
    ?cached_session:Core.epoch_data ->
    unit ->
    client
  val server :
    ?ciphers:Ciphersuite.ciphersuite list ->
    ?version:Core.tls_version * Core.tls_version ->
    ?hashes:Nocrypto.Hash.hash list ->
    ?reneg:bool ->
    ?certificates:own_cert ->
    ?authenticator:X509.Authenticator.a ->
    ?session_cache:session_cache ->
    unit ->
    server
  val peer : client -> string -> client
  val default_hashes : Nocrypto.Hash.hash list
  val supported_hashes : Nocrypto.Hash.hash list
  val min_dh_size : int
  val dh_group : Nocrypto.Dh.group
  val min_rsa_key_size : int

  module Ciphers : sig
    val default : Ciphersuite.ciphersuite list
    val supported : Ciphersuite.ciphersuite list
    val fs : Ciphersuite.ciphersuite list
    val fs_of : Ciphersuite.ciphersuite list -> Ciphersuite.ciphersuite list
  end

  val of_client : client -> config
  val of_server : server -> config
end

module Engine : sig
  type state

  val client : Config.client -> state * Cstruct.t
  val server : Config.server -> state

  type error =
    [ `AuthenticationFailure of X509.Validation.validation_error
    | `CouldntSelectCertificate
    | `NoCertificateConfigured
    | `NoConfiguredCiphersuite of Ciphersuite.ciphersuite list
    | `NoConfiguredHash of Nocrypto.Hash.hash list
    | `NoConfiguredVersion of Core.tls_version
    | `NoMatchingCertificateFound of string ]
  type fatal =
    [ `BadCertificateChain
    | `BadFinished
    | `BadRecordVersion of Core.tls_any_version
    | `CannotHandleApplicationDataYet
    | `HandshakeFragmentsNotEmpty
    | `HashAlgorithmMismatch
    | `InappropriateFallback
    | `InvalidCertificateExtendedUsage
    | `InvalidCertificateUsage
    | `InvalidClientHello
    | `InvalidDH
    | `InvalidRenegotiation
    | `InvalidRenegotiationVersion of Core.tls_version
    | `InvalidServerHello
    | `InvalidSession
    | `KeyTooSmall
    | `MACMismatch
    | `MACUnderflow
    | `NoCertificateReceived
    | `NoCiphersuite of Packet.any_ciphersuite list
    | `NoHeartbeat
    | `NoSecureRenegotiation
    | `NoVersion of Core.tls_any_version
    | `NotRSACertificate
    | `NotRSASignature
    | `RSASignatureMismatch
    | `RSASignatureVerificationFailed
    | `ReaderError of Reader.error
    | `RecordOverflow of int
    | `UnexpectedCCS
    | `UnexpectedHandshake of Core.tls_handshake
    | `UnknownContentType of int
    | `UnknownRecordVersion of int * int ]
  type failure = [ `Error of error | `Fatal of fatal ]

  val alert_of_failure : failure -> Packet.alert_type
  val string_of_failure : failure -> string
  val failure_of_sexp : Sexplib.Sexp.t -> failure
  val sexp_of_failure : failure -> Sexplib.Sexp.t

  type ret =
    [ `Ok of [ `Ok of state | `Eof | `Alert of Packet.alert_type ]
        * [ `Response of Cstruct.t option ] * [ `Data of Cstruct.t option ]
    | `Fail of failure * [ `Response of Cstruct.t ] ]

  val handle_tls : state -> Cstruct.t -> ret
  val can_handle_appdata : state -> bool
  val send_application_data : state -> Cstruct.t list -> (state * Cstruct.t) option
  val send_close_notify : state -> state * Cstruct.t
  val reneg : state -> (state * Cstruct.t) option

  type epoch = [ `Epoch of Core.epoch_data | `InitialEpoch ]

  val epoch_of_sexp : Sexplib.Sexp.t -> epoch
  val sexp_of_epoch : epoch -> Sexplib.Sexp.t
  val epoch : state -> epoch
end

module State : sig
  type hmac_key = Cstruct.t
  type 'k stream_state = {
    cipher : (module Nocrypto.Cipher_stream.S with type key = 'k);
    cipher_secret : 'k;
    hmac : Nocrypto.Hash.hash;
    hmac_secret : hmac_key;
  }
  type iv_mode = Iv of Cstruct.t | Random_iv

  val iv_mode_of_sexp : Sexplib.Sexp.t -> iv_mode
  val sexp_of_iv_mode : iv_mode -> Sexplib.Sexp.t

  type 'k cbc_cipher = (module Nocrypto.Cipher_block.S.CBC with type key = 'k)
  type 'k cbc_state = {
    cipher : 'k cbc_cipher;
    cipher_secret : 'k;
    iv_mode : iv_mode;
    hmac : Nocrypto.Hash.hash;
    hmac_secret : hmac_key;
  }
  type nonce = Cstruct.t
  type 'k aead_cipher =
    | CCM of (module Nocrypto.Cipher_block.S.CCM with type key = 'k)
    | GCM of (module Nocrypto.Cipher_block.S.GCM with type key = 'k)
  type 'k aead_state = { cipher : 'k aead_cipher; cipher_secret : 'k; nonce : nonce }
  type cipher_st =
    | Stream : 'k stream_state -> cipher_st
    | CBC : 'k cbc_state -> cipher_st
    | AEAD : 'k aead_state -> cipher_st

  val sexp_of_cipher_st : cipher_st -> Sexplib.Sexp.t
  val cipher_st_of_sexp : Sexplib.Sexp.t -> 'a

  type crypto_context = { sequence : int64; cipher_st : cipher_st }

  val crypto_context_of_sexp : Sexplib.Sexp.t -> crypto_context
  val sexp_of_crypto_context : crypto_context -> Sexplib.Sexp.t

  type hs_log = Cstruct.t list

  val hs_log_of_sexp : Sexplib.Sexp.t -> hs_log
  val sexp_of_hs_log : hs_log -> Sexplib.Sexp.t

  type dh_sent = Nocrypto.Dh.group * Nocrypto.Dh.secret

  val dh_sent_of_sexp : Sexplib.Sexp.t -> dh_sent
  val sexp_of_dh_sent : dh_sent -> Sexplib.Sexp.t

  type reneg_params = Cstruct.t * Cstruct.t

  val reneg_params_of_sexp : Sexplib.Sexp.t -> reneg_params
  val sexp_of_reneg_params : reneg_params -> Sexplib.Sexp.t

  type session_data = {
    server_random : Cstruct.t;
    client_random : Cstruct.t;
    client_version : Core.tls_any_version;
    ciphersuite : Ciphersuite.ciphersuite;
    peer_certificate_chain : X509.t list;
    peer_certificate : X509.t option;
    trust_anchor : X509.t option;
    received_certificates : X509.t list;
    own_certificate : X509.t list;
    own_private_key : Nocrypto.Rsa.priv option;
    master_secret : Core.master_secret;
    renegotiation : reneg_params;
    own_name : string option;
    client_auth : bool;
    session_id : Cstruct.t;
    extended_ms : bool;
  }

  val session_data_of_sexp : Sexplib.Sexp.t -> session_data
  val sexp_of_session_data : session_data -> Sexplib.Sexp.t

  type server_handshake_state =
    | AwaitClientHello
    | AwaitClientHelloRenegotiate
    | AwaitClientCertificate_RSA of session_data * hs_log
    | AwaitClientCertificate_DHE_RSA of session_data * dh_sent * hs_log
    | AwaitClientKeyExchange_RSA of session_data * hs_log
    | AwaitClientKeyExchange_DHE_RSA of session_data * dh_sent * hs_log
    | AwaitClientCertificateVerify of session_data * crypto_context * crypto_context * hs_log
    | AwaitClientChangeCipherSpec of session_data * crypto_context * crypto_context * hs_log
    | AwaitClientChangeCipherSpecResume of session_data * crypto_context * Cstruct.t * hs_log
    | AwaitClientFinished of session_data * hs_log
    | AwaitClientFinishedResume of session_data * Cstruct.t * hs_log
    | Established

  val server_handshake_state_of_sexp : Sexplib.Sexp.t -> server_handshake_state
  val sexp_of_server_handshake_state : server_handshake_state -> Sexplib.Sexp.t

  type client_handshake_state =
    | ClientInitial
    | AwaitServerHello of Core.client_hello * hs_log
    | AwaitServerHelloRenegotiate of session_data * Core.client_hello * hs_log
    | AwaitCertificate_RSA of session_data * hs_log
    | AwaitCertificate_DHE_RSA of session_data * hs_log
    | AwaitServerKeyExchange_DHE_RSA of session_data * hs_log
    | AwaitCertificateRequestOrServerHelloDone of session_data * Cstruct.t * Cstruct.t * hs_log
    | AwaitServerHelloDone of session_data * (Nocrypto.Hash.hash
      * Packet.signature_algorithm_type) list option * Cstruct.t * Cstruct.t * hs_log
    | AwaitServerChangeCipherSpec of session_data * crypto_context * Cstruct.t * hs_log
    | AwaitServerChangeCipherSpecResume of session_data * crypto_context * crypto_context * hs_log
    | AwaitServerFinished of session_data * Cstruct.t * hs_log
    | AwaitServerFinishedResume of session_data * hs_log
    | Established

  val client_handshake_state_of_sexp : Sexplib.Sexp.t -> client_handshake_state
  val sexp_of_client_handshake_state : client_handshake_state -> Sexplib.Sexp.t

  type handshake_machina_state = Client of client_handshake_state | Server of server_handshake_state

  val handshake_machina_state_of_sexp : Sexplib.Sexp.t -> handshake_machina_state
  val sexp_of_handshake_machina_state : handshake_machina_state -> Sexplib.Sexp.t

  type handshake_state = {
    session : session_data list;
    protocol_version : Core.tls_version;
    machina : handshake_machina_state;
    config : Config.config;
    hs_fragment : Cstruct.t;
  }

  val handshake_state_of_sexp : Sexplib.Sexp.t -> handshake_state
  val sexp_of_handshake_state : handshake_state -> Sexplib.Sexp.t

  type crypto_state = crypto_context option

  val crypto_state_of_sexp : Sexplib.Sexp.t -> crypto_state
  val sexp_of_crypto_state : crypto_state -> Sexplib.Sexp.t

  type record = Packet.content_type * Cstruct.t

  val record_of_sexp : Sexplib.Sexp.t -> record
  val sexp_of_record : record -> Sexplib.Sexp.t

  type rec_resp = [ `Change_dec of crypto_state | `Change_enc of crypto_state | `Record of record ]
  type handshake_return = handshake_state * rec_resp list
  type state = {
    handshake : handshake_state;
    decryptor : crypto_state;
    encryptor : crypto_state;
    fragment : Cstruct.t;
  }

  val state_of_sexp : Sexplib.Sexp.t -> state
  val sexp_of_state : state -> Sexplib.Sexp.t

  type error =
    [ `AuthenticationFailure of X509.Validation.validation_error
    | `CouldntSelectCertificate
    | `NoCertificateConfigured
    | `NoConfiguredCiphersuite of Ciphersuite.ciphersuite list
    | `NoConfiguredHash of Nocrypto.Hash.hash list
    | `NoConfiguredVersion of Core.tls_version
    | `NoMatchingCertificateFound of string ]

  val error_of_sexp : Sexplib.Sexp.t -> error
  val sexp_of_error : error -> Sexplib.Sexp.t

  type fatal =
    [ `BadCertificateChain
    | `BadFinished
    | `BadRecordVersion of Core.tls_any_version
    | `CannotHandleApplicationDataYet
    | `HandshakeFragmentsNotEmpty
    | `HashAlgorithmMismatch
    | `InappropriateFallback
    | `InvalidCertificateExtendedUsage
    | `InvalidCertificateUsage
    | `InvalidClientHello
    | `InvalidDH
    | `InvalidRenegotiation
    | `InvalidRenegotiationVersion of Core.tls_version
    | `InvalidServerHello
    | `InvalidSession
    | `KeyTooSmall
    | `MACMismatch
    | `MACUnderflow
    | `NoCertificateReceived
    | `NoCiphersuite of Packet.any_ciphersuite list
    | `NoHeartbeat
    | `NoSecureRenegotiation
    | `NoVersion of Core.tls_any_version
    | `NotRSACertificate
    | `NotRSASignature
    | `RSASignatureMismatch
    | `RSASignatureVerificationFailed
    | `ReaderError of Reader.error
    | `RecordOverflow of int
    | `UnexpectedCCS
    | `UnexpectedHandshake of Core.tls_handshake
    | `UnknownContentType of int
    | `UnknownRecordVersion of int * int ]

  val fatal_of_sexp : Sexplib.Sexp.t -> fatal
  val sexp_of_fatal : fatal -> Sexplib.Sexp.t

  type failure = [ `Error of error | `Fatal of fatal ]

  val failure_of_sexp : Sexplib.Sexp.t -> failure
  val sexp_of_failure : failure -> Sexplib.Sexp.t

  type err = failure

  val fail : err -> ('a, failure) result
  val is_success : ('a, failure) result -> bool
  val return : 'a -> ('a, failure) result
  val ( >>= ) : ('a, failure) result -> ('a -> ('b, failure) result) -> ('b, failure) result
  val ( >|= ) : ('a, failure) result -> ('a -> 'b) -> ('b, failure) result
  val sequence : ('a, failure) result list -> ('a list, failure) result
  val sequence_ : ('a, failure) result list -> (unit, failure) result
  val mapM : ('a -> ('b, failure) result) -> 'a list -> ('b list, failure) result
  val mapM_ : ('a -> ('b, failure) result) -> 'a list -> (unit, failure) result
  val foldM : ('a -> 'b -> ('a, failure) result) -> 'a -> 'b list -> ('a, failure) result
  val guard : bool -> err -> (unit, failure) result
  val or_else : ('a, failure) result -> 'a -> 'a
  val or_else_f : ('a, failure) result -> ('b -> 'a) -> 'b -> 'a

  type 'a eff = ('a, failure) result
  type nonrec ('a, 'b) result = ('a, 'b) result = Ok of 'a | Error of 'b
end

module Handshake_server : sig
  val hello_request : State.handshake_state -> State.handshake_return State.eff
  val handle_change_cipher_spec :
    State.server_handshake_state ->
    State.handshake_state ->
    Cstruct.t ->
    State.handshake_return State.eff
  val handle_handshake :
    State.server_handshake_state ->
    State.handshake_state ->
    Cstruct.t ->
    State.handshake_return State.eff
end

module Handshake_crypto : sig
  val derive_master_secret :
    Core.tls_version -> State.session_data -> Cstruct.t -> Cstruct.t list -> Core.master_secret
  val initialise_crypto_ctx :
    Core.tls_version -> State.session_data -> State.crypto_context * State.crypto_context
  val finished :
    Core.tls_version ->
    Ciphersuite.ciphersuite ->
    Cstruct.t ->
    string ->
    Cstruct.t list ->
    Cstruct.t
end

module Handshake_client : sig
  val default_client_hello : Config.config -> Core.client_hello * Core.tls_version
  val handle_change_cipher_spec :
    State.client_handshake_state ->
    State.handshake_state ->
    Cstruct.t ->
    State.handshake_return State.eff
  val handle_handshake :
    State.client_handshake_state ->
    State.handshake_state ->
    Cstruct.t ->
    State.handshake_return State.eff
  val answer_hello_request : State.handshake_state -> State.handshake_return State.eff
end

module Crypto : sig
  val ( <+> ) : Cstruct.t -> Cstruct.t -> Cstruct.t
  val dh_params_pack : Nocrypto.Dh.group -> Cstruct.t -> Core.dh_parameters
  val dh_params_unpack : Core.dh_parameters -> Nocrypto.Dh.group * Cstruct.t

  module Ciphers : sig
    type keyed = K_CBC : 'k State.cbc_cipher * (Cstruct.t -> 'k) -> keyed

    val get_block : Ciphersuite.block_cipher -> keyed
    val get_cipher :
      secret:Cstruct.t ->
      hmac_secret:State.hmac_key ->
      iv_mode:State.iv_mode ->
      nonce:State.nonce ->
      Ciphersuite.payload_protection ->
      State.cipher_st
  end

  val digest_eq : [< Nocrypto.Hash.hash ] -> target:Cstruct.t -> Cstruct.t -> bool
  val sequence_buf : Cstruct.uint64 -> Cstruct.t
  val pseudo_header :
    Cstruct.uint64 ->
    Packet.content_type ->
    Cstruct.uint8 * Cstruct.uint8 ->
    Cstruct.uint16 ->
    Cstruct.t
  val mac : [< Nocrypto.Hash.hash ] -> Cstruct.t -> Cstruct.t -> Cstruct.t -> Cstruct.t
  val cbc_block : (module Nocrypto.Cipher_block.S.CBC with type key = 'a) -> int
  val encrypt_stream :
    cipher:(module Nocrypto.Cipher_stream.S with type key = 'a) ->
    key:'a ->
    Cstruct.t ->
    Cstruct.t * 'a
  val decrypt_stream :
    cipher:(module Nocrypto.Cipher_stream.S with type key = 'a) ->
    key:'a ->
    Cstruct.t ->
    Cstruct.t * 'a
  val cbc_pad : int -> Cstruct.t -> Cstruct.t
  val cbc_unpad : Cstruct.t -> Cstruct.t option
  val encrypt_aead :
    cipher:'a State.aead_cipher ->
    key:'a ->
    nonce:Cstruct.t ->
    ?adata:Cstruct.t ->
    Cstruct.t ->
    Cstruct.t
  val decrypt_aead :
    cipher:'a State.aead_cipher ->
    key:'a ->
    nonce:Cstruct.t ->
    ?adata:Cstruct.t ->
    Cstruct.t ->
    Cstruct.t option
  val encrypt_cbc :
    cipher:(module Nocrypto.Cipher_block.S.CBC with type key = 'a) ->
    key:'a ->
    iv:Cstruct.t ->
    Cstruct.t ->
    Cstruct.t * Cstruct.t
  val decrypt_cbc :
    cipher:(module Nocrypto.Cipher_block.S.CBC with type key = 'a) ->
    key:'a ->
    iv:Cstruct.t ->
    Cstruct.t ->
    (Cstruct.t * Cstruct.t) option
end

module Handshake_common : sig
  val empty : 'a list -> bool
  val change_cipher_spec : Packet.content_type * Cstruct.t
  val hostname : Core.client_hello -> string option
  val get_secure_renegotiation : [> `SecureRenegotiation of 'a ] list -> 'a option
  val empty_session : State.session_data
  val session_of_epoch : Core.epoch_data -> State.session_data
  val supported_protocol_version :
    Core.tls_version * Core.tls_version -> Core.tls_any_version -> Core.tls_version option
  val to_client_ext_type :
    [< `ECPointFormats of 'a | `EllipticCurves of 'b | `ExtendedMasterSecret | `Hostname of 'c
      | `MaxFragmentLength of 'd | `Padding of 'e | `SecureRenegotiation of 'f
      | `SignatureAlgorithms of 'g | `UnknownExtension of 'h ] ->
    [> `ECPointFormats | `EllipticCurves | `ExtendedMasterSecret | `Hostname | `MaxFragmentLength
      | `Padding | `SecureRenegotiation | `SignatureAlgorithms | `UnknownExtension ]
  val to_server_ext_type :
    [< `ECPointFormats of 'a | `ExtendedMasterSecret | `Hostname | `MaxFragmentLength of 'b
      | `SecureRenegotiation of 'c | `UnknownExtension of 'd ] ->
    [> `ECPointFormats | `ExtendedMasterSecret | `Hostname | `MaxFragmentLength
      | `SecureRenegotiation | `UnknownExtension ]
  val extension_types : ('a -> ([> `UnknownExtension ] as 'b)) -> 'a list -> 'b list
  val server_exts_subset_of_client :
    [< `ECPointFormats of 'a | `ExtendedMasterSecret | `Hostname | `MaxFragmentLength of 'b
      | `SecureRenegotiation of 'c | `UnknownExtension of 'd ] list ->
    [< `ECPointFormats of 'e | `EllipticCurves of 'f | `ExtendedMasterSecret | `Hostname of 'g
      | `MaxFragmentLength of 'h | `Padding of 'i | `SecureRenegotiation of 'j
      | `SignatureAlgorithms of 'k | `UnknownExtension of 'l ] list ->
    bool
  val client_hello_valid : Core.client_hello -> bool
  val server_hello_valid : Core.server_hello -> bool
  val ( <+> ) : Cstruct.t -> Cstruct.t -> Cstruct.t
  val signature :
    Core.tls_version ->
    Cstruct.t ->
    (Nocrypto.Hash.hash * Packet.signature_algorithm_type) list option ->
    Nocrypto.Hash.hash list ->
    Nocrypto.Rsa.priv ->
    (Cstruct.t, State.failure) result
  val peer_rsa_key : X509.t option -> (Nocrypto.Rsa.pub, State.failure) result
  val verify_digitally_signed :
    Core.tls_version ->
    Nocrypto.Hash.hash list ->
    Cstruct.t ->
    Cstruct.t ->
    X509.t option ->
    (unit, State.failure) result
  val validate_chain :
    (?host:'a -> X509.t list -> [< `Ok of ('b list * 'c) option
      | `Fail of X509.Validation.validation_error ]) option ->
    Cstruct.t list ->
    'a option ->
    (X509.t option * X509.t list * 'b list * 'c option, State.failure) result
end
