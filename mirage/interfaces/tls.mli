(** TLS (tls 0.8.0 to 2.1.1). *)

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
[@@until "3.4"]

module Explorator : sig end
[@@until "3.4"]

module Packet : sig
  val get_uint24_len : Cstruct.t -> int [@@until "4.6"]
  val get_uint24_len : off:int -> string -> int [@@since "4.7"]
  val set_uint24_len : Cstruct.t -> int -> unit [@@until "4.6"]
  val set_uint24_len : off:int -> bytes -> int -> unit [@@since "4.7"]

  type content_type = CHANGE_CIPHER_SPEC | ALERT | HANDSHAKE | APPLICATION_DATA | HEARTBEAT
  [@@until "4.6"]

  type content_type = CHANGE_CIPHER_SPEC | ALERT | HANDSHAKE | APPLICATION_DATA [@@since "4.7"]

  val int_to_content_type : int -> content_type option
  val content_type_to_string : content_type -> string [@@since "4.7"]
  val pp_content_type : Format.formatter -> content_type -> unit [@@since "4.4"]
  val content_type_to_int : content_type -> int
  val compare_content_type : content_type -> content_type -> int [@@until "4.3"]
  val content_type_to_string : content_type -> string [@@until "4.3"]
  val string_to_content_type : string -> content_type option [@@until "4.3"]
  val sexp_of_content_type : content_type -> Sexplib.Sexp.t [@@until "4.3"]
  val content_type_of_sexp : Sexplib.Sexp.t -> content_type [@@until "4.3"]

  type alert_level = WARNING | FATAL

  val pp_alert_level : Format.formatter -> alert_level -> unit [@@since "4.4"]

  val int_to_alert_level : int -> alert_level option
  val alert_level_to_int : alert_level -> int
  val compare_alert_level : alert_level -> alert_level -> int [@@until "4.3"]
  val alert_level_to_string : alert_level -> string [@@until "4.3"]
  val string_to_alert_level : string -> alert_level option [@@until "4.3"]
  val sexp_of_alert_level : alert_level -> Sexplib.Sexp.t [@@until "4.3"]
  val alert_level_of_sexp : Sexplib.Sexp.t -> alert_level [@@until "4.3"]

  type alert_type =
    | CLOSE_NOTIFY | UNEXPECTED_MESSAGE | BAD_RECORD_MAC | DECRYPTION_FAILED | RECORD_OVERFLOW
    | DECOMPRESSION_FAILURE | HANDSHAKE_FAILURE | NO_CERTIFICATE_RESERVED | BAD_CERTIFICATE
    | UNSUPPORTED_CERTIFICATE | CERTIFICATE_REVOKED | CERTIFICATE_EXPIRED | CERTIFICATE_UNKNOWN
    | ILLEGAL_PARAMETER | UNKNOWN_CA | ACCESS_DENIED | DECODE_ERROR | DECRYPT_ERROR
    | EXPORT_RESTRICTION_RESERVED | PROTOCOL_VERSION | INSUFFICIENT_SECURITY | INTERNAL_ERROR
    | INAPPROPRIATE_FALLBACK | USER_CANCELED | NO_RENEGOTIATION | UNSUPPORTED_EXTENSION
    | CERTIFICATE_UNOBTAINABLE | UNRECOGNIZED_NAME | BAD_CERTIFICATE_STATUS_RESPONSE
    | BAD_CERTIFICATE_HASH_VALUE | UNKNOWN_PSK_IDENTITY
  [@@until "3.4"]

  type alert_type =
    | CLOSE_NOTIFY
    | UNEXPECTED_MESSAGE
    | BAD_RECORD_MAC
    | DECRYPTION_FAILED
    | RECORD_OVERFLOW
    | DECOMPRESSION_FAILURE
    | HANDSHAKE_FAILURE
    | NO_CERTIFICATE_RESERVED
    | BAD_CERTIFICATE
    | UNSUPPORTED_CERTIFICATE
    | CERTIFICATE_REVOKED
    | CERTIFICATE_EXPIRED
    | CERTIFICATE_UNKNOWN
    | ILLEGAL_PARAMETER
    | UNKNOWN_CA
    | ACCESS_DENIED
    | DECODE_ERROR
    | DECRYPT_ERROR
    | EXPORT_RESTRICTION_RESERVED
    | PROTOCOL_VERSION
    | INSUFFICIENT_SECURITY
    | INTERNAL_ERROR
    | INAPPROPRIATE_FALLBACK
    | USER_CANCELED
    | NO_RENEGOTIATION
    | UNSUPPORTED_EXTENSION
    | CERTIFICATE_UNOBTAINABLE
    | UNRECOGNIZED_NAME
    | BAD_CERTIFICATE_STATUS_RESPONSE
    | BAD_CERTIFICATE_HASH_VALUE
    | UNKNOWN_PSK_IDENTITY
    | NO_APPLICATION_PROTOCOL
  [@@since "3.5"] [@@until "3.7.4"]

  type alert_type =
    | CLOSE_NOTIFY
    | UNEXPECTED_MESSAGE
    | BAD_RECORD_MAC
    | DECRYPTION_FAILED
    | RECORD_OVERFLOW
    | DECOMPRESSION_FAILURE
    | HANDSHAKE_FAILURE
    | NO_CERTIFICATE_RESERVED
    | BAD_CERTIFICATE
    | UNSUPPORTED_CERTIFICATE
    | CERTIFICATE_REVOKED
    | CERTIFICATE_EXPIRED
    | CERTIFICATE_UNKNOWN
    | ILLEGAL_PARAMETER
    | UNKNOWN_CA
    | ACCESS_DENIED
    | DECODE_ERROR
    | DECRYPT_ERROR
    | EXPORT_RESTRICTION_RESERVED
    | PROTOCOL_VERSION
    | INSUFFICIENT_SECURITY
    | INTERNAL_ERROR
    | INAPPROPRIATE_FALLBACK
    | USER_CANCELED
    | NO_RENEGOTIATION
    | MISSING_EXTENSION
    | UNSUPPORTED_EXTENSION
    | CERTIFICATE_UNOBTAINABLE
    | UNRECOGNIZED_NAME
    | BAD_CERTIFICATE_STATUS_RESPONSE
    | BAD_CERTIFICATE_HASH_VALUE
    | UNKNOWN_PSK_IDENTITY
    | CERTIFICATE_REQUIRED
    | NO_APPLICATION_PROTOCOL
  [@@since "3.7.5"] [@@until "4.6"]

  type alert_type =
    | CLOSE_NOTIFY
    | UNEXPECTED_MESSAGE
    | BAD_RECORD_MAC
    | RECORD_OVERFLOW
    | HANDSHAKE_FAILURE
    | BAD_CERTIFICATE
    | CERTIFICATE_EXPIRED
    | DECODE_ERROR
    | PROTOCOL_VERSION
    | INAPPROPRIATE_FALLBACK
    | USER_CANCELED
    | NO_RENEGOTIATION
    | MISSING_EXTENSION
    | UNSUPPORTED_EXTENSION
    | UNRECOGNIZED_NAME
    | NO_APPLICATION_PROTOCOL
    | UNKNOWN of int
  [@@since "4.7"] [@@until "4.8"]

  type alert_type =
    | CLOSE_NOTIFY
    | UNEXPECTED_MESSAGE
    | BAD_RECORD_MAC
    | RECORD_OVERFLOW
    | HANDSHAKE_FAILURE
    | BAD_CERTIFICATE
    | CERTIFICATE_EXPIRED
    | CERTIFICATE_UNKNOWN
    | DECODE_ERROR
    | PROTOCOL_VERSION
    | INAPPROPRIATE_FALLBACK
    | USER_CANCELED
    | NO_RENEGOTIATION
    | MISSING_EXTENSION
    | UNSUPPORTED_EXTENSION
    | UNRECOGNIZED_NAME
    | NO_APPLICATION_PROTOCOL
    | UNKNOWN of int
  [@@since "4.9"]

  val int_to_alert_type : int -> alert_type option [@@until "4.6"]
  val int_to_alert_type : int -> alert_type [@@since "4.7"]
  val pp_alert : Format.formatter -> alert_level * alert_type -> unit [@@since "4.4"]
  val alert_type_to_int : alert_type -> int
  val compare_alert_type : alert_type -> alert_type -> int [@@until "4.3"]
  val alert_type_to_string : alert_type -> string
  val string_to_alert_type : string -> alert_type option [@@until "4.3"]
  val sexp_of_alert_type : alert_type -> Sexplib.Sexp.t [@@until "4.3"]
  val alert_type_of_sexp : Sexplib.Sexp.t -> alert_type [@@until "4.3"]

  type handshake_type =
    | HELLO_REQUEST | CLIENT_HELLO | SERVER_HELLO | HELLO_VERIFY_REQUEST | NEWSESSIONTICKET
    | CERTIFICATE | SERVER_KEY_EXCHANGE | CERTIFICATE_REQUEST | SERVER_HELLO_DONE
    | CERTIFICATE_VERIFY | CLIENT_KEY_EXCHANGE | FINISHED | CERTIFICATE_URL | CERTIFICATE_STATUS
    | SUPPLEMENTAL_DATA
  [@@until "3.7.4"]

  type handshake_type =
    | HELLO_REQUEST
    | CLIENT_HELLO
    | SERVER_HELLO
    | HELLO_VERIFY_REQUEST
    | SESSION_TICKET
    | END_OF_EARLY_DATA
    | ENCRYPTED_EXTENSIONS
    | CERTIFICATE
    | SERVER_KEY_EXCHANGE
    | CERTIFICATE_REQUEST
    | SERVER_HELLO_DONE
    | CERTIFICATE_VERIFY
    | CLIENT_KEY_EXCHANGE
    | FINISHED
    | CERTIFICATE_URL
    | CERTIFICATE_STATUS
    | SUPPLEMENTAL_DATA
    | KEY_UPDATE
    | MESSAGE_HASH
  [@@since "3.7.5"]

  val int_to_handshake_type : int -> handshake_type option
  val handshake_type_to_int : handshake_type -> int
  val compare_handshake_type : handshake_type -> handshake_type -> int [@@until "4.3"]
  val handshake_type_to_string : handshake_type -> string [@@until "4.3"]
  val string_to_handshake_type : string -> handshake_type option [@@until "4.3"]
  val sexp_of_handshake_type : handshake_type -> Sexplib.Sexp.t [@@until "4.3"]
  val handshake_type_of_sexp : Sexplib.Sexp.t -> handshake_type [@@until "4.3"]

  type client_certificate_type =
    | RSA_SIGN | DSS_SIGN | RSA_FIXED_DH | DSS_FIXED_DH | RSA_EPHEMERAL_DH_RESERVED
    | DSS_EPHEMERAL_DH_RESERVED | FORTEZZA_DMS_RESERVED | ECDSA_SIGN | RSA_FIXED_ECDH
    | ECDSA_FIXED_ECDH
  [@@until "4.6"]

  type client_certificate_type = RSA_SIGN | ECDSA_SIGN [@@since "4.7"]

  val int_to_client_certificate_type : int -> client_certificate_type option
  val client_certificate_type_to_int : client_certificate_type -> int
  val compare_client_certificate_type : client_certificate_type -> client_certificate_type -> int
  [@@until "4.3"]
  val client_certificate_type_to_string : client_certificate_type -> string [@@until "4.3"]
  val string_to_client_certificate_type : string -> client_certificate_type option [@@until "4.3"]
  val sexp_of_client_certificate_type : client_certificate_type -> Sexplib.Sexp.t [@@until "4.3"]
  val client_certificate_type_of_sexp : Sexplib.Sexp.t -> client_certificate_type [@@until "4.3"]

  type compression_method = NULL | DEFLATE | LZS [@@until "4.6"]
  type compression_method = NULL [@@since "4.7"]

  val int_to_compression_method : int -> compression_method option
  val compression_method_to_int : compression_method -> int
  val compare_compression_method : compression_method -> compression_method -> int [@@until "4.3"]
  val compression_method_to_string : compression_method -> string [@@until "4.3"]
  val string_to_compression_method : string -> compression_method option [@@until "4.3"]
  val sexp_of_compression_method : compression_method -> Sexplib.Sexp.t [@@until "4.3"]
  val compression_method_of_sexp : Sexplib.Sexp.t -> compression_method [@@until "4.3"]

  type extension_type =
    | SERVER_NAME | MAX_FRAGMENT_LENGTH | CLIENT_CERTIFICATE_URL | TRUSTED_CA_KEYS | TRUNCATED_HMAC
    | STATUS_REQUEST | USER_MAPPING | CLIENT_AUTHZ | SERVER_AUTHZ | CERT_TYPE | ELLIPTIC_CURVES
    | EC_POINT_FORMATS | SRP | SIGNATURE_ALGORITHMS | USE_SRP | HEARTBEAT
    | APPLICATION_LAYER_PROTOCOL_NEGOTIATION | STATUS_REQUEST_V2 | SIGNED_CERTIFICATE_TIMESTAMP
    | CLIENT_CERTIFICATE_TYPE | SERVER_CERTIFICATE_TYPE | PADDING | ENCRYPT_THEN_MAC
    | EXTENDED_MASTER_SECRET | SESSIONTICKET_TLS | RENEGOTIATION_INFO
  [@@until "3.7.4"]

  type extension_type =
    | SERVER_NAME
    | MAX_FRAGMENT_LENGTH
    | CLIENT_CERTIFICATE_URL
    | TRUSTED_CA_KEYS
    | TRUNCATED_HMAC
    | STATUS_REQUEST
    | USER_MAPPING
    | CLIENT_AUTHZ
    | SERVER_AUTHZ
    | CERT_TYPE
    | SUPPORTED_GROUPS
    | EC_POINT_FORMATS
    | SRP
    | SIGNATURE_ALGORITHMS
    | USE_SRTP
    | HEARTBEAT
    | APPLICATION_LAYER_PROTOCOL_NEGOTIATION
    | STATUS_REQUEST_V2
    | SIGNED_CERTIFICATE_TIMESTAMP
    | CLIENT_CERTIFICATE_TYPE
    | SERVER_CERTIFICATE_TYPE
    | PADDING
    | ENCRYPT_THEN_MAC
    | EXTENDED_MASTER_SECRET
    | TOKEN_BINDING
    | CACHED_INFO
    | TLS_LTS
    | COMPRESSED_CERTIFICATE
    | RECORD_SIZE_LIMIT
    | PWD_PROTECT
    | PWD_CLEAR
    | PASSWORD_SALT
    | SESSION_TICKET
    | PRE_SHARED_KEY
    | EARLY_DATA
    | SUPPORTED_VERSIONS
    | COOKIE
    | PSK_KEY_EXCHANGE_MODES
    | CERTIFICATE_AUTHORITIES
    | OID_FILTERS
    | POST_HANDSHAKE_AUTH
    | SIGNATURE_ALGORITHMS_CERT
    | KEY_SHARE
    | RENEGOTIATION_INFO
    | DRAFT_SUPPORT
  [@@since "3.7.5"] [@@until "4.6"]

  type extension_type =
    | SERVER_NAME
    | MAX_FRAGMENT_LENGTH
    | SUPPORTED_GROUPS
    | EC_POINT_FORMATS
    | SIGNATURE_ALGORITHMS
    | APPLICATION_LAYER_PROTOCOL_NEGOTIATION
    | PADDING
    | EXTENDED_MASTER_SECRET
    | SESSION_TICKET
    | PRE_SHARED_KEY
    | EARLY_DATA
    | SUPPORTED_VERSIONS
    | COOKIE
    | PSK_KEY_EXCHANGE_MODES
    | CERTIFICATE_AUTHORITIES
    | POST_HANDSHAKE_AUTH
    | KEY_SHARE
    | RENEGOTIATION_INFO
  [@@since "4.7"]

  val int_to_extension_type : int -> extension_type option
  val extension_type_to_int : extension_type -> int
  val compare_extension_type : extension_type -> extension_type -> int [@@until "4.3"]
  val extension_type_to_string : extension_type -> string
  val string_to_extension_type : string -> extension_type option [@@until "4.3"]
  val sexp_of_extension_type : extension_type -> Sexplib.Sexp.t [@@until "4.3"]
  val extension_type_of_sexp : Sexplib.Sexp.t -> extension_type [@@until "4.3"]

  type max_fragment_length = TWO_9 | TWO_10 | TWO_11 | TWO_12

  val int_to_max_fragment_length : int -> max_fragment_length option
  val max_fragment_length_to_int : max_fragment_length -> int
  val compare_max_fragment_length : max_fragment_length -> max_fragment_length -> int
  [@@until "4.3"]
  val max_fragment_length_to_string : max_fragment_length -> string [@@until "4.3"]
  val string_to_max_fragment_length : string -> max_fragment_length option [@@until "4.3"]
  val sexp_of_max_fragment_length : max_fragment_length -> Sexplib.Sexp.t [@@until "4.3"]
  val max_fragment_length_of_sexp : Sexplib.Sexp.t -> max_fragment_length [@@until "4.3"]

  type psk_key_exchange_mode = PSK_KE | PSK_KE_DHE [@@since "3.7.5"]

  val int_to_psk_key_exchange_mode : int -> psk_key_exchange_mode option [@@since "3.7.5"]
  val psk_key_exchange_mode_to_int : psk_key_exchange_mode -> int [@@since "3.7.5"]

  val compare_psk_key_exchange_mode : psk_key_exchange_mode -> psk_key_exchange_mode -> int
  [@@since "3.7.5"] [@@until "4.3"]

  val psk_key_exchange_mode_to_string : psk_key_exchange_mode -> string
  [@@since "3.7.5"] [@@until "4.3"]

  val string_to_psk_key_exchange_mode : string -> psk_key_exchange_mode option
  [@@since "3.7.5"] [@@until "4.3"]

  val sexp_of_psk_key_exchange_mode : psk_key_exchange_mode -> Sexplib.Sexp.t
  [@@since "3.7.5"] [@@until "4.3"]

  val psk_key_exchange_mode_of_sexp : Sexplib.Sexp.t -> psk_key_exchange_mode
  [@@since "3.7.5"] [@@until "4.3"]

  type signature_alg =
    | RSA_PKCS1_MD5
    | RSA_PKCS1_SHA1
    | RSA_PKCS1_SHA224
    | RSA_PKCS1_SHA256
    | RSA_PKCS1_SHA384
    | RSA_PKCS1_SHA512
    | ECDSA_SECP256R1_SHA1
    | ECDSA_SECP256R1_SHA256
    | ECDSA_SECP256R1_SHA384
    | ECDSA_SECP256R1_SHA512
    | RSA_PSS_RSAENC_SHA256
    | RSA_PSS_RSAENC_SHA384
    | RSA_PSS_RSAENC_SHA512
    | ED25519
    | ED448
    | RSA_PSS_PSS_SHA256
    | RSA_PSS_PSS_SHA384
    | RSA_PSS_PSS_SHA512
  [@@since "3.7.5"] [@@until "3.9"]

  type signature_alg =
    | RSA_PKCS1_MD5
    | RSA_PKCS1_SHA1
    | RSA_PKCS1_SHA224
    | RSA_PKCS1_SHA256
    | RSA_PKCS1_SHA384
    | RSA_PKCS1_SHA512
    | ECDSA_SECP256R1_SHA1
    | ECDSA_SECP256R1_SHA256
    | ECDSA_SECP384R1_SHA384
    | ECDSA_SECP521R1_SHA512
    | RSA_PSS_RSAENC_SHA256
    | RSA_PSS_RSAENC_SHA384
    | RSA_PSS_RSAENC_SHA512
    | ED25519
    | ED448
    | RSA_PSS_PSS_SHA256
    | RSA_PSS_PSS_SHA384
    | RSA_PSS_PSS_SHA512
  [@@since "3.10"]

  val int_to_signature_alg : int -> signature_alg option [@@since "3.7.5"]
  val signature_alg_to_int : signature_alg -> int [@@since "3.7.5"]

  val compare_signature_alg : signature_alg -> signature_alg -> int
  [@@since "3.7.5"] [@@until "4.3"]

  val signature_alg_to_string : signature_alg -> string [@@since "3.7.5"] [@@until "4.3"]
  val string_to_signature_alg : string -> signature_alg option [@@since "3.7.5"] [@@until "4.3"]
  val sexp_of_signature_alg : signature_alg -> Sexplib.Sexp.t [@@since "3.7.5"] [@@until "4.3"]
  val signature_alg_of_sexp : Sexplib.Sexp.t -> signature_alg [@@since "3.7.5"] [@@until "4.3"]

  val to_signature_alg :
    [< `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ] ->
    signature_alg
  [@@since "3.7.5"] [@@until "3.9"]

  val to_signature_alg :
    [< `ECDSA_SECP256R1_SHA1
    | `ECDSA_SECP256R1_SHA256
    | `ECDSA_SECP384R1_SHA384
    | `ECDSA_SECP521R1_SHA512
    | `ED25519
    | `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ] ->
    signature_alg
  [@@since "3.10"]

  val of_signature_alg :
    signature_alg ->
    [> `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ] option
  [@@since "3.7.5"] [@@until "3.9"]

  val of_signature_alg :
    signature_alg ->
    [> `ECDSA_SECP256R1_SHA1
    | `ECDSA_SECP256R1_SHA256
    | `ECDSA_SECP384R1_SHA384
    | `ECDSA_SECP521R1_SHA512
    | `ED25519
    | `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ] option
  [@@since "3.10"]

  type signature_algorithm_type = ANONYMOUS | RSA | DSA | ECDSA [@@until "3.7.4"]

  val int_to_signature_algorithm_type : int -> signature_algorithm_type option [@@until "3.7.4"]
  val signature_algorithm_type_to_int : signature_algorithm_type -> int [@@until "3.7.4"]
  val compare_signature_algorithm_type : signature_algorithm_type -> signature_algorithm_type -> int
  [@@until "3.7.4"]
  val signature_algorithm_type_to_string : signature_algorithm_type -> string [@@until "3.7.4"]
  val string_to_signature_algorithm_type : string -> signature_algorithm_type option
  [@@until "3.7.4"]
  val sexp_of_signature_algorithm_type : signature_algorithm_type -> Sexplib.Sexp.t
  [@@until "3.7.4"]
  val signature_algorithm_type_of_sexp : Sexplib.Sexp.t -> signature_algorithm_type
  [@@until "3.7.4"]

  type hash_algorithm = NULL | MD5 | SHA | SHA224 | SHA256 | SHA384 | SHA512 [@@until "3.7.4"]

  val int_to_hash_algorithm : int -> hash_algorithm option [@@until "3.7.4"]
  val hash_algorithm_to_int : hash_algorithm -> int [@@until "3.7.4"]
  val compare_hash_algorithm : hash_algorithm -> hash_algorithm -> int [@@until "3.7.4"]
  val hash_algorithm_to_string : hash_algorithm -> string [@@until "3.7.4"]
  val string_to_hash_algorithm : string -> hash_algorithm option [@@until "3.7.4"]
  val sexp_of_hash_algorithm : hash_algorithm -> Sexplib.Sexp.t [@@until "3.7.4"]
  val hash_algorithm_of_sexp : Sexplib.Sexp.t -> hash_algorithm [@@until "3.7.4"]
  val hash_algorithm_of_tag :
    [< `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] -> hash_algorithm
  [@@until "3.7.4"]
  val tag_of_hash_algorithm :
    hash_algorithm -> [> `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] option
  [@@until "3.7.4"]

  type ec_curve_type = EXPLICIT_PRIME | EXPLICIT_CHAR2 | NAMED_CURVE [@@until "3.9"]
  type ec_curve_type = NAMED_CURVE [@@since "3.10"]

  val int_to_ec_curve_type : int -> ec_curve_type option
  val ec_curve_type_to_int : ec_curve_type -> int
  val compare_ec_curve_type : ec_curve_type -> ec_curve_type -> int [@@until "4.3"]
  val ec_curve_type_to_string : ec_curve_type -> string [@@until "4.3"]
  val string_to_ec_curve_type : string -> ec_curve_type option [@@until "4.3"]
  val sexp_of_ec_curve_type : ec_curve_type -> Sexplib.Sexp.t [@@until "4.3"]
  val ec_curve_type_of_sexp : Sexplib.Sexp.t -> ec_curve_type [@@until "4.3"]

  type named_group =
    | SECP256R1
    | SECP384R1
    | SECP521R1
    | X25519
    | X448
    | FFDHE2048
    | FFDHE3072
    | FFDHE4096
    | FFDHE6144
    | FFDHE8192
  [@@since "3.7.5"]

  val int_to_named_group : int -> named_group option [@@since "3.7.5"]
  val named_group_to_int : named_group -> int [@@since "3.7.5"]
  val compare_named_group : named_group -> named_group -> int [@@since "3.7.5"] [@@until "4.3"]
  val named_group_to_string : named_group -> string [@@since "3.7.5"] [@@until "4.3"]
  val string_to_named_group : string -> named_group option [@@since "3.7.5"] [@@until "4.3"]
  val sexp_of_named_group : named_group -> Sexplib.Sexp.t [@@since "3.7.5"] [@@until "4.3"]
  val named_group_of_sexp : Sexplib.Sexp.t -> named_group [@@since "3.7.5"] [@@until "4.3"]

  type named_curve_type =
    | SECT163K1 | SECT163R1 | SECT163R2 | SECT193R1 | SECT193R2 | SECT233K1 | SECT233R1 | SECT239K1
    | SECT283K1 | SECT283R1 | SECT409K1 | SECT409R1 | SECT571K1 | SECT571R1 | SECP160K1 | SECP160R1
    | SECP160R2 | SECP192K1 | SECP192R1 | SECP224K1 | SECP224R1 | SECP256K1 | SECP256R1 | SECP384R1
    | SECP521R1 | BRAINPOOLP256R1 | BRAINPOOLP384R1 | BRAINPOOLP512R1
    | ARBITRARY_EXPLICIT_PRIME_CURVES | ARBITRARY_EXPLICIT_CHAR2_CURVES
  [@@until "3.7.4"]

  val int_to_named_curve_type : int -> named_curve_type option [@@until "3.7.4"]
  val named_curve_type_to_int : named_curve_type -> int [@@until "3.7.4"]
  val compare_named_curve_type : named_curve_type -> named_curve_type -> int [@@until "3.7.4"]
  val named_curve_type_to_string : named_curve_type -> string [@@until "3.7.4"]
  val string_to_named_curve_type : string -> named_curve_type option [@@until "3.7.4"]
  val sexp_of_named_curve_type : named_curve_type -> Sexplib.Sexp.t [@@until "3.7.4"]
  val named_curve_type_of_sexp : Sexplib.Sexp.t -> named_curve_type [@@until "3.7.4"]

  type ec_point_format = UNCOMPRESSED | ANSIX962_COMPRESSED_PRIME | ANSIX962_COMPRESSED_CHAR2
  [@@until "3.9"]

  val int_to_ec_point_format : int -> ec_point_format option [@@until "3.9"]
  val ec_point_format_to_int : ec_point_format -> int [@@until "3.9"]
  val compare_ec_point_format : ec_point_format -> ec_point_format -> int [@@until "3.9"]
  val ec_point_format_to_string : ec_point_format -> string [@@until "3.9"]
  val string_to_ec_point_format : string -> ec_point_format option [@@until "3.9"]
  val sexp_of_ec_point_format : ec_point_format -> Sexplib.Sexp.t [@@until "3.9"]
  val ec_point_format_of_sexp : Sexplib.Sexp.t -> ec_point_format [@@until "3.9"]

  type ec_basis_type = TRINOMIAL | PENTANOMIAL [@@until "3.9"]

  val int_to_ec_basis_type : int -> ec_basis_type option [@@until "3.9"]
  val ec_basis_type_to_int : ec_basis_type -> int [@@until "3.9"]
  val compare_ec_basis_type : ec_basis_type -> ec_basis_type -> int [@@until "3.9"]
  val ec_basis_type_to_string : ec_basis_type -> string [@@until "3.9"]
  val string_to_ec_basis_type : string -> ec_basis_type option [@@until "3.9"]
  val sexp_of_ec_basis_type : ec_basis_type -> Sexplib.Sexp.t [@@until "3.9"]
  val ec_basis_type_of_sexp : Sexplib.Sexp.t -> ec_basis_type [@@until "3.9"]

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
  [@@until "3.7.4"]

  type any_ciphersuite =
    | TLS_NULL_WITH_NULL_NULL
    | TLS_RSA_WITH_NULL_MD5
    | TLS_RSA_WITH_NULL_SHA
    | TLS_RSA_EXPORT_WITH_RC4_40_MD5
    | TLS_RSA_WITH_RC4_128_MD5
    | TLS_RSA_WITH_RC4_128_SHA
    | TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5
    | TLS_RSA_WITH_IDEA_CBC_SHA
    | TLS_RSA_EXPORT_WITH_DES40_CBC_SHA
    | TLS_RSA_WITH_DES_CBC_SHA
    | TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_DH_DSS_EXPORT_WITH_DES40_CBC_SHA
    | TLS_DH_DSS_WITH_DES_CBC_SHA
    | TLS_DH_DSS_WITH_3DES_EDE_CBC_SHA
    | TLS_DH_RSA_EXPORT_WITH_DES40_CBC_SHA
    | TLS_DH_RSA_WITH_DES_CBC_SHA
    | TLS_DH_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA
    | TLS_DHE_DSS_WITH_DES_CBC_SHA
    | TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA
    | TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA
    | TLS_DHE_RSA_WITH_DES_CBC_SHA
    | TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_DH_anon_EXPORT_WITH_RC4_40_MD5
    | TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA
    | TLS_DH_anon_WITH_RC4_128_MD5
    | TLS_DH_anon_WITH_DES_CBC_SHA
    | TLS_DH_anon_WITH_3DES_EDE_CBC_SHA
    | RESERVED_SSL3_1
    | RESERVED_SSL3_2
    | TLS_KRB5_WITH_DES_CBC_SHA
    | TLS_KRB5_WITH_3DES_EDE_CBC_SHA
    | TLS_KRB5_WITH_RC4_128_SHA
    | TLS_KRB5_WITH_IDEA_CBC_SHA
    | TLS_KRB5_WITH_DES_CBC_MD5
    | TLS_KRB5_WITH_3DES_EDE_CBC_MD5
    | TLS_KRB5_WITH_RC4_128_MD5
    | TLS_KRB5_WITH_IDEA_CBC_MD5
    | TLS_KRB5_EXPORT_WITH_DES_CBC_40_SHA
    | TLS_KRB5_EXPORT_WITH_RC2_CBC_40_SHA
    | TLS_KRB5_EXPORT_WITH_RC4_40_SHA
    | TLS_KRB5_EXPORT_WITH_DES_CBC_40_MD5
    | TLS_KRB5_EXPORT_WITH_RC2_CBC_40_MD5
    | TLS_KRB5_EXPORT_WITH_RC4_40_MD5
    | TLS_PSK_WITH_NULL_SHA
    | TLS_DHE_PSK_WITH_NULL_SHA
    | TLS_RSA_PSK_WITH_NULL_SHA
    | TLS_RSA_WITH_AES_128_CBC_SHA
    | TLS_DH_DSS_WITH_AES_128_CBC_SHA
    | TLS_DH_RSA_WITH_AES_128_CBC_SHA
    | TLS_DHE_DSS_WITH_AES_128_CBC_SHA
    | TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | TLS_DH_anon_WITH_AES_128_CBC_SHA
    | TLS_RSA_WITH_AES_256_CBC_SHA
    | TLS_DH_DSS_WITH_AES_256_CBC_SHA
    | TLS_DH_RSA_WITH_AES_256_CBC_SHA
    | TLS_DHE_DSS_WITH_AES_256_CBC_SHA
    | TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | TLS_DH_anon_WITH_AES_256_CBC_SHA
    | TLS_RSA_WITH_NULL_SHA256
    | TLS_RSA_WITH_AES_128_CBC_SHA256
    | TLS_RSA_WITH_AES_256_CBC_SHA256
    | TLS_DH_DSS_WITH_AES_128_CBC_SHA256
    | TLS_DH_RSA_WITH_AES_128_CBC_SHA256
    | TLS_DHE_DSS_WITH_AES_128_CBC_SHA256
    | TLS_RSA_WITH_CAMELLIA_128_CBC_SHA
    | TLS_DH_DSS_WITH_CAMELLIA_128_CBC_SHA
    | TLS_DH_RSA_WITH_CAMELLIA_128_CBC_SHA
    | TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA
    | TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA
    | TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA
    | TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | TLS_DH_DSS_WITH_AES_256_CBC_SHA256
    | TLS_DH_RSA_WITH_AES_256_CBC_SHA256
    | TLS_DHE_DSS_WITH_AES_256_CBC_SHA256
    | TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | TLS_DH_anon_WITH_AES_128_CBC_SHA256
    | TLS_DH_anon_WITH_AES_256_CBC_SHA256
    | TLS_RSA_WITH_CAMELLIA_256_CBC_SHA
    | TLS_DH_DSS_WITH_CAMELLIA_256_CBC_SHA
    | TLS_DH_RSA_WITH_CAMELLIA_256_CBC_SHA
    | TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA
    | TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA
    | TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA
    | TLS_PSK_WITH_RC4_128_SHA
    | TLS_PSK_WITH_3DES_EDE_CBC_SHA
    | TLS_PSK_WITH_AES_128_CBC_SHA
    | TLS_PSK_WITH_AES_256_CBC_SHA
    | TLS_DHE_PSK_WITH_RC4_128_SHA
    | TLS_DHE_PSK_WITH_3DES_EDE_CBC_SHA
    | TLS_DHE_PSK_WITH_AES_128_CBC_SHA
    | TLS_DHE_PSK_WITH_AES_256_CBC_SHA
    | TLS_RSA_PSK_WITH_RC4_128_SHA
    | TLS_RSA_PSK_WITH_3DES_EDE_CBC_SHA
    | TLS_RSA_PSK_WITH_AES_128_CBC_SHA
    | TLS_RSA_PSK_WITH_AES_256_CBC_SHA
    | TLS_RSA_WITH_SEED_CBC_SHA
    | TLS_DH_DSS_WITH_SEED_CBC_SHA
    | TLS_DH_RSA_WITH_SEED_CBC_SHA
    | TLS_DHE_DSS_WITH_SEED_CBC_SHA
    | TLS_DHE_RSA_WITH_SEED_CBC_SHA
    | TLS_DH_anon_WITH_SEED_CBC_SHA
    | TLS_RSA_WITH_AES_128_GCM_SHA256
    | TLS_RSA_WITH_AES_256_GCM_SHA384
    | TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
    | TLS_DH_RSA_WITH_AES_128_GCM_SHA256
    | TLS_DH_RSA_WITH_AES_256_GCM_SHA384
    | TLS_DHE_DSS_WITH_AES_128_GCM_SHA256
    | TLS_DHE_DSS_WITH_AES_256_GCM_SHA384
    | TLS_DH_DSS_WITH_AES_128_GCM_SHA256
    | TLS_DH_DSS_WITH_AES_256_GCM_SHA384
    | TLS_DH_anon_WITH_AES_128_GCM_SHA256
    | TLS_DH_anon_WITH_AES_256_GCM_SHA384
    | TLS_PSK_WITH_AES_128_GCM_SHA256
    | TLS_PSK_WITH_AES_256_GCM_SHA384
    | TLS_DHE_PSK_WITH_AES_128_GCM_SHA256
    | TLS_DHE_PSK_WITH_AES_256_GCM_SHA384
    | TLS_RSA_PSK_WITH_AES_128_GCM_SHA256
    | TLS_RSA_PSK_WITH_AES_256_GCM_SHA384
    | TLS_PSK_WITH_AES_128_CBC_SHA256
    | TLS_PSK_WITH_AES_256_CBC_SHA384
    | TLS_PSK_WITH_NULL_SHA256
    | TLS_PSK_WITH_NULL_SHA384
    | TLS_DHE_PSK_WITH_AES_128_CBC_SHA256
    | TLS_DHE_PSK_WITH_AES_256_CBC_SHA384
    | TLS_DHE_PSK_WITH_NULL_SHA256
    | TLS_DHE_PSK_WITH_NULL_SHA384
    | TLS_RSA_PSK_WITH_AES_128_CBC_SHA256
    | TLS_RSA_PSK_WITH_AES_256_CBC_SHA384
    | TLS_RSA_PSK_WITH_NULL_SHA256
    | TLS_RSA_PSK_WITH_NULL_SHA384
    | TLS_RSA_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_DH_DSS_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_DH_RSA_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_RSA_WITH_CAMELLIA_256_CBC_SHA256
    | TLS_DH_DSS_WITH_CAMELLIA_256_CBC_SHA256
    | TLS_DH_RSA_WITH_CAMELLIA_256_CBC_SHA256
    | TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA256
    | TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256
    | TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA256
    | TLS_EMPTY_RENEGOTIATION_INFO_SCSV
    | TLS_AES_128_GCM_SHA256
    | TLS_AES_256_GCM_SHA384
    | TLS_CHACHA20_POLY1305_SHA256
    | TLS_AES_128_CCM_SHA256
    | TLS_AES_128_CCM_8_SHA256
    | TLS_FALLBACK_SCSV
    | TLS_ECDH_ECDSA_WITH_NULL_SHA
    | TLS_ECDH_ECDSA_WITH_RC4_128_SHA
    | TLS_ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA
    | TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_NULL_SHA
    | TLS_ECDHE_ECDSA_WITH_RC4_128_SHA
    | TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | TLS_ECDH_RSA_WITH_NULL_SHA
    | TLS_ECDH_RSA_WITH_RC4_128_SHA
    | TLS_ECDH_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDH_RSA_WITH_AES_128_CBC_SHA
    | TLS_ECDH_RSA_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_RSA_WITH_NULL_SHA
    | TLS_ECDHE_RSA_WITH_RC4_128_SHA
    | TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
    | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
    | TLS_ECDH_anon_WITH_NULL_SHA
    | TLS_ECDH_anon_WITH_RC4_128_SHA
    | TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDH_anon_WITH_AES_128_CBC_SHA
    | TLS_ECDH_anon_WITH_AES_256_CBC_SHA
    | TLS_SRP_SHA_WITH_3DES_EDE_CBC_SHA
    | TLS_SRP_SHA_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_SRP_SHA_DSS_WITH_3DES_EDE_CBC_SHA
    | TLS_SRP_SHA_WITH_AES_128_CBC_SHA
    | TLS_SRP_SHA_RSA_WITH_AES_128_CBC_SHA
    | TLS_SRP_SHA_DSS_WITH_AES_128_CBC_SHA
    | TLS_SRP_SHA_WITH_AES_256_CBC_SHA
    | TLS_SRP_SHA_RSA_WITH_AES_256_CBC_SHA
    | TLS_SRP_SHA_DSS_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384
    | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384
    | TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384
    | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384
    | TLS_ECDHE_PSK_WITH_RC4_128_SHA
    | TLS_ECDHE_PSK_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA
    | TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256
    | TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384
    | TLS_ECDHE_PSK_WITH_NULL_SHA
    | TLS_ECDHE_PSK_WITH_NULL_SHA256
    | TLS_ECDHE_PSK_WITH_NULL_SHA384
    | TLS_RSA_WITH_ARIA_128_CBC_SHA256
    | TLS_RSA_WITH_ARIA_256_CBC_SHA384
    | TLS_DH_DSS_WITH_ARIA_128_CBC_SHA256
    | TLS_DH_DSS_WITH_ARIA_256_CBC_SHA384
    | TLS_DH_RSA_WITH_ARIA_128_CBC_SHA256
    | TLS_DH_RSA_WITH_ARIA_256_CBC_SHA384
    | TLS_DHE_DSS_WITH_ARIA_128_CBC_SHA256
    | TLS_DHE_DSS_WITH_ARIA_256_CBC_SHA384
    | TLS_DHE_RSA_WITH_ARIA_128_CBC_SHA256
    | TLS_DHE_RSA_WITH_ARIA_256_CBC_SHA384
    | TLS_DH_anon_WITH_ARIA_128_CBC_SHA256
    | TLS_DH_anon_WITH_ARIA_256_CBC_SHA384
    | TLS_ECDHE_ECDSA_WITH_ARIA_128_CBC_SHA256
    | TLS_ECDHE_ECDSA_WITH_ARIA_256_CBC_SHA384
    | TLS_ECDH_ECDSA_WITH_ARIA_128_CBC_SHA256
    | TLS_ECDH_ECDSA_WITH_ARIA_256_CBC_SHA384
    | TLS_ECDHE_RSA_WITH_ARIA_128_CBC_SHA256
    | TLS_ECDHE_RSA_WITH_ARIA_256_CBC_SHA384
    | TLS_ECDH_RSA_WITH_ARIA_128_CBC_SHA256
    | TLS_ECDH_RSA_WITH_ARIA_256_CBC_SHA384
    | TLS_RSA_WITH_ARIA_128_GCM_SHA256
    | TLS_RSA_WITH_ARIA_256_GCM_SHA384
    | TLS_DHE_RSA_WITH_ARIA_128_GCM_SHA256
    | TLS_DHE_RSA_WITH_ARIA_256_GCM_SHA384
    | TLS_DH_RSA_WITH_ARIA_128_GCM_SHA256
    | TLS_DH_RSA_WITH_ARIA_256_GCM_SHA384
    | TLS_DHE_DSS_WITH_ARIA_128_GCM_SHA256
    | TLS_DHE_DSS_WITH_ARIA_256_GCM_SHA384
    | TLS_DH_DSS_WITH_ARIA_128_GCM_SHA256
    | TLS_DH_DSS_WITH_ARIA_256_GCM_SHA384
    | TLS_DH_anon_WITH_ARIA_128_GCM_SHA256
    | TLS_DH_anon_WITH_ARIA_256_GCM_SHA384
    | TLS_ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256
    | TLS_ECDHE_ECDSA_WITH_ARIA_256_GCM_SHA384
    | TLS_ECDH_ECDSA_WITH_ARIA_128_GCM_SHA256
    | TLS_ECDH_ECDSA_WITH_ARIA_256_GCM_SHA384
    | TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256
    | TLS_ECDHE_RSA_WITH_ARIA_256_GCM_SHA384
    | TLS_ECDH_RSA_WITH_ARIA_128_GCM_SHA256
    | TLS_ECDH_RSA_WITH_ARIA_256_GCM_SHA384
    | TLS_PSK_WITH_ARIA_128_CBC_SHA256
    | TLS_PSK_WITH_ARIA_256_CBC_SHA384
    | TLS_DHE_PSK_WITH_ARIA_128_CBC_SHA256
    | TLS_DHE_PSK_WITH_ARIA_256_CBC_SHA384
    | TLS_RSA_PSK_WITH_ARIA_128_CBC_SHA256
    | TLS_RSA_PSK_WITH_ARIA_256_CBC_SHA384
    | TLS_PSK_WITH_ARIA_128_GCM_SHA256
    | TLS_PSK_WITH_ARIA_256_GCM_SHA384
    | TLS_DHE_PSK_WITH_ARIA_128_GCM_SHA256
    | TLS_DHE_PSK_WITH_ARIA_256_GCM_SHA384
    | TLS_RSA_PSK_WITH_ARIA_128_GCM_SHA256
    | TLS_RSA_PSK_WITH_ARIA_256_GCM_SHA384
    | TLS_ECDHE_PSK_WITH_ARIA_128_CBC_SHA256
    | TLS_ECDHE_PSK_WITH_ARIA_256_CBC_SHA384
    | TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_ECDH_ECDSA_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_ECDH_ECDSA_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_ECDHE_RSA_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_ECDH_RSA_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_ECDH_RSA_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_RSA_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_RSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DHE_RSA_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_DHE_RSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DH_RSA_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_DH_RSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DHE_DSS_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_DHE_DSS_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DH_DSS_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_DH_DSS_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DH_anon_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_DH_anon_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_ECDH_ECDSA_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_ECDH_ECDSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_ECDHE_RSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_ECDH_RSA_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_ECDH_RSA_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_PSK_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_PSK_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_DHE_PSK_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_DHE_PSK_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_RSA_PSK_WITH_CAMELLIA_128_GCM_SHA256
    | TLS_RSA_PSK_WITH_CAMELLIA_256_GCM_SHA384
    | TLS_PSK_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_PSK_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_DHE_PSK_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_DHE_PSK_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_RSA_PSK_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_RSA_PSK_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_ECDHE_PSK_WITH_CAMELLIA_128_CBC_SHA256
    | TLS_ECDHE_PSK_WITH_CAMELLIA_256_CBC_SHA384
    | TLS_RSA_WITH_AES_128_CCM
    | TLS_RSA_WITH_AES_256_CCM
    | TLS_DHE_RSA_WITH_AES_128_CCM
    | TLS_DHE_RSA_WITH_AES_256_CCM
    | TLS_RSA_WITH_AES_128_CCM_8
    | TLS_RSA_WITH_AES_256_CCM_8
    | TLS_DHE_RSA_WITH_AES_128_CCM_8
    | TLS_DHE_RSA_WITH_AES_256_CCM_8
    | TLS_PSK_WITH_AES_128_CCM
    | TLS_PSK_WITH_AES_256_CCM
    | TLS_DHE_PSK_WITH_AES_128_CCM
    | TLS_DHE_PSK_WITH_AES_256_CCM
    | TLS_PSK_WITH_AES_128_CCM_8
    | TLS_PSK_WITH_AES_256_CCM_8
    | TLS_DHE_PSK_WITH_AES_128_CCM_8
    | TLS_DHE_PSK_WITH_AES_256_CCM_8
    | TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256
    | TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256
    | TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256
    | TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384
    | TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256
    | TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256
    | TLS_ECDHE_PSK_WITH_AES_256_CCM_SHA384
  [@@since "3.7.5"] [@@until "3.9"]

  type any_ciphersuite =
    | TLS_NULL_WITH_NULL_NULL
    | TLS_RSA_WITH_NULL_MD5
    | TLS_RSA_WITH_NULL_SHA
    | TLS_RSA_WITH_IDEA_CBC_SHA
    | TLS_RSA_WITH_DES_CBC_SHA
    | TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_DH_DSS_WITH_DES_CBC_SHA
    | TLS_DH_DSS_WITH_3DES_EDE_CBC_SHA
    | TLS_DH_RSA_WITH_DES_CBC_SHA
    | TLS_DH_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_DHE_DSS_WITH_DES_CBC_SHA
    | TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA
    | TLS_DHE_RSA_WITH_DES_CBC_SHA
    | TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_DH_anon_WITH_DES_CBC_SHA
    | TLS_DH_anon_WITH_3DES_EDE_CBC_SHA
    | RESERVED_SSL3_1
    | RESERVED_SSL3_2
    | TLS_PSK_WITH_NULL_SHA
    | TLS_DHE_PSK_WITH_NULL_SHA
    | TLS_RSA_PSK_WITH_NULL_SHA
    | TLS_RSA_WITH_AES_128_CBC_SHA
    | TLS_DH_DSS_WITH_AES_128_CBC_SHA
    | TLS_DH_RSA_WITH_AES_128_CBC_SHA
    | TLS_DHE_DSS_WITH_AES_128_CBC_SHA
    | TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | TLS_DH_anon_WITH_AES_128_CBC_SHA
    | TLS_RSA_WITH_AES_256_CBC_SHA
    | TLS_DH_DSS_WITH_AES_256_CBC_SHA
    | TLS_DH_RSA_WITH_AES_256_CBC_SHA
    | TLS_DHE_DSS_WITH_AES_256_CBC_SHA
    | TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | TLS_DH_anon_WITH_AES_256_CBC_SHA
    | TLS_RSA_WITH_NULL_SHA256
    | TLS_RSA_WITH_AES_128_CBC_SHA256
    | TLS_RSA_WITH_AES_256_CBC_SHA256
    | TLS_DH_DSS_WITH_AES_128_CBC_SHA256
    | TLS_DH_RSA_WITH_AES_128_CBC_SHA256
    | TLS_DHE_DSS_WITH_AES_128_CBC_SHA256
    | TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | TLS_DH_DSS_WITH_AES_256_CBC_SHA256
    | TLS_DH_RSA_WITH_AES_256_CBC_SHA256
    | TLS_DHE_DSS_WITH_AES_256_CBC_SHA256
    | TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | TLS_DH_anon_WITH_AES_128_CBC_SHA256
    | TLS_DH_anon_WITH_AES_256_CBC_SHA256
    | TLS_PSK_WITH_3DES_EDE_CBC_SHA
    | TLS_PSK_WITH_AES_128_CBC_SHA
    | TLS_PSK_WITH_AES_256_CBC_SHA
    | TLS_DHE_PSK_WITH_3DES_EDE_CBC_SHA
    | TLS_DHE_PSK_WITH_AES_128_CBC_SHA
    | TLS_DHE_PSK_WITH_AES_256_CBC_SHA
    | TLS_RSA_PSK_WITH_3DES_EDE_CBC_SHA
    | TLS_RSA_PSK_WITH_AES_128_CBC_SHA
    | TLS_RSA_PSK_WITH_AES_256_CBC_SHA
    | TLS_RSA_WITH_SEED_CBC_SHA
    | TLS_DH_DSS_WITH_SEED_CBC_SHA
    | TLS_DH_RSA_WITH_SEED_CBC_SHA
    | TLS_DHE_DSS_WITH_SEED_CBC_SHA
    | TLS_DHE_RSA_WITH_SEED_CBC_SHA
    | TLS_DH_anon_WITH_SEED_CBC_SHA
    | TLS_RSA_WITH_AES_128_GCM_SHA256
    | TLS_RSA_WITH_AES_256_GCM_SHA384
    | TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
    | TLS_DH_RSA_WITH_AES_128_GCM_SHA256
    | TLS_DH_RSA_WITH_AES_256_GCM_SHA384
    | TLS_DHE_DSS_WITH_AES_128_GCM_SHA256
    | TLS_DHE_DSS_WITH_AES_256_GCM_SHA384
    | TLS_DH_DSS_WITH_AES_128_GCM_SHA256
    | TLS_DH_DSS_WITH_AES_256_GCM_SHA384
    | TLS_DH_anon_WITH_AES_128_GCM_SHA256
    | TLS_DH_anon_WITH_AES_256_GCM_SHA384
    | TLS_PSK_WITH_AES_128_GCM_SHA256
    | TLS_PSK_WITH_AES_256_GCM_SHA384
    | TLS_DHE_PSK_WITH_AES_128_GCM_SHA256
    | TLS_DHE_PSK_WITH_AES_256_GCM_SHA384
    | TLS_RSA_PSK_WITH_AES_128_GCM_SHA256
    | TLS_RSA_PSK_WITH_AES_256_GCM_SHA384
    | TLS_PSK_WITH_AES_128_CBC_SHA256
    | TLS_PSK_WITH_AES_256_CBC_SHA384
    | TLS_PSK_WITH_NULL_SHA256
    | TLS_PSK_WITH_NULL_SHA384
    | TLS_DHE_PSK_WITH_AES_128_CBC_SHA256
    | TLS_DHE_PSK_WITH_AES_256_CBC_SHA384
    | TLS_DHE_PSK_WITH_NULL_SHA256
    | TLS_DHE_PSK_WITH_NULL_SHA384
    | TLS_RSA_PSK_WITH_AES_128_CBC_SHA256
    | TLS_RSA_PSK_WITH_AES_256_CBC_SHA384
    | TLS_RSA_PSK_WITH_NULL_SHA256
    | TLS_RSA_PSK_WITH_NULL_SHA384
    | TLS_EMPTY_RENEGOTIATION_INFO_SCSV
    | TLS_AES_128_GCM_SHA256
    | TLS_AES_256_GCM_SHA384
    | TLS_CHACHA20_POLY1305_SHA256
    | TLS_AES_128_CCM_SHA256
    | TLS_AES_128_CCM_8_SHA256
    | TLS_FALLBACK_SCSV
    | TLS_ECDH_ECDSA_WITH_NULL_SHA
    | TLS_ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA
    | TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_NULL_SHA
    | TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | TLS_ECDH_RSA_WITH_NULL_SHA
    | TLS_ECDH_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDH_RSA_WITH_AES_128_CBC_SHA
    | TLS_ECDH_RSA_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_RSA_WITH_NULL_SHA
    | TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
    | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
    | TLS_ECDH_anon_WITH_NULL_SHA
    | TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDH_anon_WITH_AES_128_CBC_SHA
    | TLS_ECDH_anon_WITH_AES_256_CBC_SHA
    | TLS_SRP_SHA_WITH_3DES_EDE_CBC_SHA
    | TLS_SRP_SHA_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_SRP_SHA_DSS_WITH_3DES_EDE_CBC_SHA
    | TLS_SRP_SHA_WITH_AES_128_CBC_SHA
    | TLS_SRP_SHA_RSA_WITH_AES_128_CBC_SHA
    | TLS_SRP_SHA_DSS_WITH_AES_128_CBC_SHA
    | TLS_SRP_SHA_WITH_AES_256_CBC_SHA
    | TLS_SRP_SHA_RSA_WITH_AES_256_CBC_SHA
    | TLS_SRP_SHA_DSS_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384
    | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384
    | TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384
    | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384
    | TLS_ECDHE_PSK_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA
    | TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256
    | TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384
    | TLS_ECDHE_PSK_WITH_NULL_SHA
    | TLS_ECDHE_PSK_WITH_NULL_SHA256
    | TLS_ECDHE_PSK_WITH_NULL_SHA384
    | TLS_RSA_WITH_AES_128_CCM
    | TLS_RSA_WITH_AES_256_CCM
    | TLS_DHE_RSA_WITH_AES_128_CCM
    | TLS_DHE_RSA_WITH_AES_256_CCM
    | TLS_RSA_WITH_AES_128_CCM_8
    | TLS_RSA_WITH_AES_256_CCM_8
    | TLS_DHE_RSA_WITH_AES_128_CCM_8
    | TLS_DHE_RSA_WITH_AES_256_CCM_8
    | TLS_PSK_WITH_AES_128_CCM
    | TLS_PSK_WITH_AES_256_CCM
    | TLS_DHE_PSK_WITH_AES_128_CCM
    | TLS_DHE_PSK_WITH_AES_256_CCM
    | TLS_PSK_WITH_AES_128_CCM_8
    | TLS_PSK_WITH_AES_256_CCM_8
    | TLS_DHE_PSK_WITH_AES_128_CCM_8
    | TLS_DHE_PSK_WITH_AES_256_CCM_8
    | TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | TLS_PSK_WITH_CHACHA20_POLY1305_SHA256
    | TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256
    | TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256
    | TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256
    | TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256
    | TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384
    | TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256
    | TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256
    | TLS_ECDHE_PSK_WITH_AES_256_CCM_SHA384
  [@@since "3.10"] [@@until "4.3"]

  type any_ciphersuite =
    | TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_RSA_WITH_AES_128_CBC_SHA
    | TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | TLS_RSA_WITH_AES_256_CBC_SHA
    | TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | TLS_RSA_WITH_AES_128_CBC_SHA256
    | TLS_RSA_WITH_AES_256_CBC_SHA256
    | TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | TLS_RSA_WITH_AES_128_GCM_SHA256
    | TLS_RSA_WITH_AES_256_GCM_SHA384
    | TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
    | TLS_EMPTY_RENEGOTIATION_INFO_SCSV
    | TLS_AES_128_GCM_SHA256
    | TLS_AES_256_GCM_SHA384
    | TLS_CHACHA20_POLY1305_SHA256
    | TLS_AES_128_CCM_SHA256
    | TLS_FALLBACK_SCSV
    | TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
    | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
    | TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | TLS_RSA_WITH_AES_128_CCM
    | TLS_RSA_WITH_AES_256_CCM
    | TLS_DHE_RSA_WITH_AES_128_CCM
    | TLS_DHE_RSA_WITH_AES_256_CCM
    | TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
  [@@since "4.4"]

  val int_to_any_ciphersuite : int -> any_ciphersuite option
  val any_ciphersuite_to_int : any_ciphersuite -> int
  val compare_any_ciphersuite : any_ciphersuite -> any_ciphersuite -> int [@@until "4.3"]
  val any_ciphersuite_to_string : any_ciphersuite -> string [@@until "4.3"]
  val string_to_any_ciphersuite : string -> any_ciphersuite option [@@until "4.3"]
  val sexp_of_any_ciphersuite : any_ciphersuite -> Sexplib.Sexp.t [@@until "4.3"]
  val any_ciphersuite_of_sexp : Sexplib.Sexp.t -> any_ciphersuite [@@until "4.3"]

  type key_update_request_type = UPDATE_NOT_REQUESTED | UPDATE_REQUESTED [@@since "3.7.5"]

  val int_to_key_update_request_type : int -> key_update_request_type option [@@since "3.7.5"]
  val key_update_request_type_to_int : key_update_request_type -> int [@@since "3.7.5"]

  val compare_key_update_request_type : key_update_request_type -> key_update_request_type -> int
  [@@since "3.7.5"] [@@until "4.3"]

  val key_update_request_type_to_string : key_update_request_type -> string
  [@@since "3.7.5"] [@@until "4.3"]

  val string_to_key_update_request_type : string -> key_update_request_type option
  [@@since "3.7.5"] [@@until "4.3"]

  val sexp_of_key_update_request_type : key_update_request_type -> Sexplib.Sexp.t
  [@@since "3.7.5"] [@@until "4.3"]

  val key_update_request_type_of_sexp : Sexplib.Sexp.t -> key_update_request_type
  [@@since "3.7.5"] [@@until "4.3"]

  val helloretryrequest : Mirage_crypto.Hash.digest [@@since "3.7.5"] [@@until "4.6"]
  val helloretryrequest : string [@@since "4.7"]
  val downgrade12 : Cstruct.t [@@since "3.7.5"] [@@until "4.6"]
  val downgrade12 : string [@@since "4.7"]
  val downgrade11 : Cstruct.t [@@since "3.7.5"] [@@until "4.6"]
  val downgrade11 : string [@@since "4.7"]
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
[@@until "3.4"]

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
[@@until "3.4"]

module Ciphersuite : sig
  type key_exchange_algorithm_dhe = [ `ECDHE | `FFDHE ] [@@since "3.10"]

  val sexp_of_key_exchange_algorithm_dhe : key_exchange_algorithm_dhe -> Sexplib.Sexp.t
  [@@since "3.10"] [@@until "4.3"]

  type key_exchange_algorithm13 = [ `DHE_RSA ] [@@since "3.7.5"] [@@until "3.9"]

  val __key_exchange_algorithm13_of_sexp__ : Sexplib.Sexp.t -> key_exchange_algorithm13
  [@@since "3.7.5"] [@@until "3.9"]

  val key_exchange_algorithm13_of_sexp : Sexplib.Sexp.t -> key_exchange_algorithm13
  [@@since "3.7.5"] [@@until "3.9"]

  val sexp_of_key_exchange_algorithm13 : key_exchange_algorithm13 -> Sexplib.Sexp.t
  [@@since "3.7.5"] [@@until "3.9"]

  type key_exchange_algorithm = RSA | DHE_RSA [@@until "3.7.4"]
  type key_exchange_algorithm = [ `DHE_RSA | `RSA ] [@@since "3.7.5"] [@@until "3.9"]
  type key_exchange_algorithm = [ `ECDHE | `FFDHE | `RSA ] [@@since "3.10"]

  val pp_key_exchange_algorithm_dhe : Format.formatter -> [< `ECDHE | `FFDHE ] -> unit
  [@@since "4.4"]

  val pp_key_exchange_algorithm : Format.formatter -> [< `ECDHE | `FFDHE | `RSA ] -> unit
  [@@since "4.4"]

  val __key_exchange_algorithm_of_sexp__ : Sexplib.Sexp.t -> key_exchange_algorithm
  [@@since "3.7.5"] [@@until "3.9"]

  val key_exchange_algorithm_of_sexp : Sexplib.Sexp.t -> key_exchange_algorithm [@@until "3.9"]
  val sexp_of_key_exchange_algorithm : key_exchange_algorithm -> Sexplib.Sexp.t [@@until "4.3"]

  val required_usage : [< `ECDHE | `FFDHE | `RSA ] -> [> `Digital_signature | `Key_encipherment ]
  [@@since "3.10"]

  val needs_certificate : key_exchange_algorithm -> bool [@@until "3.7.4"]
  val needs_server_kex : key_exchange_algorithm -> bool [@@until "3.7.4"]
  val required_keytype_and_usage :
    key_exchange_algorithm -> [> `RSA ] * [> `Digital_signature | `Key_encipherment ]
  [@@until "3.7.4"]

  val required_keytype_and_usage :
    [< `DHE_RSA | `RSA ] -> [> `RSA ] * [> `Digital_signature | `Key_encipherment ]
  [@@since "3.7.5"] [@@until "3.9"]

  type stream_cipher = RC4_128 [@@until "3.9"]

  val stream_cipher_of_sexp : Sexplib.Sexp.t -> stream_cipher [@@until "3.9"]
  val sexp_of_stream_cipher : stream_cipher -> Sexplib.Sexp.t [@@until "3.9"]

  type block_cipher = TRIPLE_DES_EDE_CBC | AES_128_CBC | AES_256_CBC

  val pp_block_cipher : Format.formatter -> block_cipher -> unit [@@since "4.4"]

  val block_cipher_of_sexp : Sexplib.Sexp.t -> block_cipher [@@until "3.9"]
  val sexp_of_block_cipher : block_cipher -> Sexplib.Sexp.t [@@until "4.3"]

  type aead_cipher = AES_128_CCM | AES_256_CCM | AES_128_GCM | AES_256_GCM [@@until "3.9"]

  type aead_cipher = AES_128_CCM | AES_256_CCM | AES_128_GCM | AES_256_GCM | CHACHA20_POLY1305
  [@@since "3.10"]

  val pp_aead_cipher : Format.formatter -> aead_cipher -> unit [@@since "4.4"]

  val aead_cipher_of_sexp : Sexplib.Sexp.t -> aead_cipher [@@until "3.9"]
  val sexp_of_aead_cipher : aead_cipher -> Sexplib.Sexp.t [@@until "4.3"]

  module H : sig
    type t = Mirage_crypto.Hash.hash

    val hs : ([> `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] * string) list
    val sexp_of_t : [> `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] -> Sexplib.Sexp.t

    val inv_hs : (string * [> `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ]) list
    [@@until "3.9"]

    val t_of_sexp : Sexplib.Sexp.t -> [> `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ]
    [@@until "3.9"]
  end
  [@@since "3.7.5"] [@@until "4.3"]

  type payload_protection13 = [ `AEAD of aead_cipher ] [@@since "3.7.5"]

  val pp_payload_protection13 : Format.formatter -> [< `AEAD of aead_cipher ] -> unit
  [@@since "4.4"]

  val __payload_protection13_of_sexp__ : Sexplib.Sexp.t -> payload_protection13
  [@@since "3.7.5"] [@@until "3.9"]

  val payload_protection13_of_sexp : Sexplib.Sexp.t -> payload_protection13
  [@@since "3.7.5"] [@@until "3.9"]

  val sexp_of_payload_protection13 : payload_protection13 -> Sexplib.Sexp.t
  [@@since "3.7.5"] [@@until "4.3"]

  type payload_protection =
    | Stream of stream_cipher * Nocrypto.Hash.hash
    | Block of block_cipher * Nocrypto.Hash.hash
    | AEAD of aead_cipher
  [@@until "3.7.4"]

  type payload_protection =
    [ `AEAD of aead_cipher | `Block of block_cipher * H.t | `Stream of stream_cipher * H.t ]
  [@@since "3.7.5"] [@@until "3.9"]

  type payload_protection = [ `AEAD of aead_cipher | `Block of block_cipher * H.t ]
  [@@since "3.10"] [@@until "4.3"]

  type payload_protection =
    [ `AEAD of aead_cipher | `Block of block_cipher * Mirage_crypto.Hash.hash ]
  [@@since "4.4"] [@@until "4.6"]

  type payload_protection = [ `AEAD of aead_cipher | `Block of block_cipher * Digestif.hash' ]
  [@@since "4.7"]

  val pp_hash :
    Format.formatter -> [< `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] -> unit
  [@@since "4.4"]

  val pp_payload_protection :
    Format.formatter ->
    [< `AEAD of aead_cipher
    | `Block of block_cipher * [< `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] ] ->
    unit
  [@@since "4.4"]

  val __payload_protection_of_sexp__ : Sexplib.Sexp.t -> payload_protection
  [@@since "3.7.5"] [@@until "3.9"]

  val payload_protection_of_sexp : Sexplib.Sexp.t -> payload_protection [@@until "3.9"]
  val sexp_of_payload_protection : payload_protection -> Sexplib.Sexp.t [@@until "4.3"]
  val kn_13 : aead_cipher -> int * int [@@since "3.7.5"]
  val key_length : unit option -> payload_protection -> int * int * int [@@until "3.7.4"]

  val key_length :
    unit option ->
    [< `AEAD of aead_cipher
    | `Block of block_cipher * [< Mirage_crypto.Hash.hash ]
    | `Stream of stream_cipher * [< Mirage_crypto.Hash.hash ] ] ->
    int * int * int
  [@@since "3.7.5"] [@@until "3.9"]

  val key_length :
    unit option ->
    [< `AEAD of aead_cipher | `Block of block_cipher * [< Mirage_crypto.Hash.hash ] ] ->
    int * int * int
  [@@since "3.10"] [@@until "4.6"]

  val key_length :
    unit option ->
    [< `AEAD of aead_cipher | `Block of block_cipher * Digestif.hash' ] ->
    int * int * int
  [@@since "4.7"]

  type ciphersuite13 =
    [ `TLS_AES_128_CCM_SHA256 | `TLS_AES_128_GCM_SHA256 | `TLS_AES_256_GCM_SHA384 ]
  [@@since "3.7.5"] [@@until "3.9"]

  type ciphersuite13 =
    [ `AES_128_CCM_SHA256 | `AES_128_GCM_SHA256 | `AES_256_GCM_SHA384 | `CHACHA20_POLY1305_SHA256 ]
  [@@since "3.10"]

  val __ciphersuite13_of_sexp__ : Sexplib.Sexp.t -> ciphersuite13 [@@since "3.7.5"] [@@until "3.9"]
  val ciphersuite13_of_sexp : Sexplib.Sexp.t -> ciphersuite13 [@@since "3.7.5"] [@@until "3.9"]
  val sexp_of_ciphersuite13 : ciphersuite13 -> Sexplib.Sexp.t [@@since "3.7.5"] [@@until "4.3"]

  val privprot13 :
    [< `TLS_AES_128_CCM_SHA256 | `TLS_AES_128_GCM_SHA256 | `TLS_AES_256_GCM_SHA384 ] -> aead_cipher
  [@@since "3.7.5"] [@@until "3.9"]

  val privprot13 :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256 ] ->
    aead_cipher
  [@@since "3.10"]

  val hash13 :
    [< `TLS_AES_128_CCM_SHA256 | `TLS_AES_128_GCM_SHA256 | `TLS_AES_256_GCM_SHA384 ] ->
    [> `SHA256 | `SHA384 ]
  [@@since "3.7.5"] [@@until "3.9"]

  val hash13 :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256 ] ->
    [> `SHA256 | `SHA384 ]
  [@@since "3.10"]

  val any_ciphersuite_to_ciphersuite13 :
    Packet.any_ciphersuite ->
    [> `TLS_AES_128_CCM_SHA256 | `TLS_AES_128_GCM_SHA256 | `TLS_AES_256_GCM_SHA384 ] option
  [@@since "3.7.5"] [@@until "3.9"]

  val any_ciphersuite_to_ciphersuite13 :
    Packet.any_ciphersuite ->
    [> `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256 ] option
  [@@since "3.10"]

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
  [@@until "3.7.4"]

  type ciphersuite =
    [ `TLS_AES_128_CCM_SHA256
    | `TLS_AES_128_GCM_SHA256
    | `TLS_AES_256_GCM_SHA384
    | `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_128_CCM
    | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CCM
    | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_RSA_WITH_AES_128_CCM
    | `TLS_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_RSA_WITH_AES_256_CBC_SHA
    | `TLS_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_RSA_WITH_AES_256_CCM
    | `TLS_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_RC4_128_MD5
    | `TLS_RSA_WITH_RC4_128_SHA ]
  [@@since "3.7.5"] [@@until "3.9"]

  type ciphersuite =
    [ `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 ]
  [@@since "3.10"]

  val __ciphersuite_of_sexp__ : Sexplib.Sexp.t -> ciphersuite [@@since "3.5"] [@@until "3.9"]

  val ciphersuite_of_sexp : Sexplib.Sexp.t -> ciphersuite [@@until "3.9"]
  val sexp_of_ciphersuite : ciphersuite -> Sexplib.Sexp.t [@@until "4.3"]
  val ciphersuite_to_ciphersuite13 : ciphersuite -> ciphersuite13 option [@@since "3.7.5"]
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
  [@@until "3.7.4"]

  val any_ciphersuite_to_ciphersuite :
    Packet.any_ciphersuite ->
    [> `TLS_AES_128_CCM_SHA256
    | `TLS_AES_128_GCM_SHA256
    | `TLS_AES_256_GCM_SHA384
    | `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_128_CCM
    | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CCM
    | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_RSA_WITH_AES_128_CCM
    | `TLS_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_RSA_WITH_AES_256_CBC_SHA
    | `TLS_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_RSA_WITH_AES_256_CCM
    | `TLS_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_RC4_128_MD5
    | `TLS_RSA_WITH_RC4_128_SHA ] option
  [@@since "3.7.5"] [@@until "3.9"]

  val any_ciphersuite_to_ciphersuite :
    Packet.any_ciphersuite ->
    [> `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 ] option
  [@@since "3.10"]

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
  [@@until "3.7.4"]

  val ciphersuite_to_any_ciphersuite :
    [< `TLS_AES_128_CCM_SHA256
    | `TLS_AES_128_GCM_SHA256
    | `TLS_AES_256_GCM_SHA384
    | `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_128_CCM
    | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CCM
    | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_RSA_WITH_AES_128_CCM
    | `TLS_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_RSA_WITH_AES_256_CBC_SHA
    | `TLS_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_RSA_WITH_AES_256_CCM
    | `TLS_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_RC4_128_MD5
    | `TLS_RSA_WITH_RC4_128_SHA ] ->
    Packet.any_ciphersuite
  [@@since "3.7.5"] [@@until "3.9"]

  val ciphersuite_to_any_ciphersuite :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 ] ->
    Packet.any_ciphersuite
  [@@since "3.10"]

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
  [@@until "3.7.4"]

  val ciphersuite_to_string :
    [< `TLS_AES_128_CCM_SHA256
    | `TLS_AES_128_GCM_SHA256
    | `TLS_AES_256_GCM_SHA384
    | `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_128_CCM
    | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CCM
    | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_RSA_WITH_AES_128_CCM
    | `TLS_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_RSA_WITH_AES_256_CBC_SHA
    | `TLS_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_RSA_WITH_AES_256_CCM
    | `TLS_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_RC4_128_MD5
    | `TLS_RSA_WITH_RC4_128_SHA ] ->
    string
  [@@since "3.7.5"] [@@until "3.9"]

  val ciphersuite_to_string :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 ] ->
    string
  [@@since "3.10"] [@@until "4.3"]

  val get_keytype_kex_privprot :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 ] ->
    [> `EC
    | `RSA ] * [> `ECDHE | `FFDHE | `RSA ] * [> `AEAD of aead_cipher | `Block of block_cipher * [> `SHA1 | `SHA256 | `SHA384 ] ]
  [@@since "3.10"]

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
  [@@until "3.7.4"]

  val get_kex_privprot :
    [< `TLS_AES_128_CCM_SHA256
    | `TLS_AES_128_GCM_SHA256
    | `TLS_AES_256_GCM_SHA384
    | `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_128_CCM
    | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CCM
    | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_RSA_WITH_AES_128_CCM
    | `TLS_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_RSA_WITH_AES_256_CBC_SHA
    | `TLS_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_RSA_WITH_AES_256_CCM
    | `TLS_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_RC4_128_MD5
    | `TLS_RSA_WITH_RC4_128_SHA ] ->
    [> `DHE_RSA
    | `RSA ] * [> `AEAD of aead_cipher | `Block of block_cipher * [> `SHA1 | `SHA256 ] | `Stream of stream_cipher * [> `MD5 | `SHA1 ] ]
  [@@since "3.7.5"] [@@until "3.9"]

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
  [@@until "3.7.4"]

  val ciphersuite_kex :
    [< `TLS_AES_128_CCM_SHA256
    | `TLS_AES_128_GCM_SHA256
    | `TLS_AES_256_GCM_SHA384
    | `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_128_CCM
    | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CCM
    | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_RSA_WITH_AES_128_CCM
    | `TLS_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_RSA_WITH_AES_256_CBC_SHA
    | `TLS_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_RSA_WITH_AES_256_CCM
    | `TLS_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_RC4_128_MD5
    | `TLS_RSA_WITH_RC4_128_SHA ] ->
    [> `DHE_RSA | `RSA ]
  [@@since "3.7.5"] [@@until "3.9"]

  val ciphersuite_kex :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 ] ->
    [> `ECDHE | `FFDHE | `RSA ]
  [@@since "3.10"]

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
  [@@until "3.7.4"]

  val ciphersuite_privprot :
    [< `TLS_AES_128_CCM_SHA256
    | `TLS_AES_128_GCM_SHA256
    | `TLS_AES_256_GCM_SHA384
    | `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_128_CCM
    | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CCM
    | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_RSA_WITH_AES_128_CCM
    | `TLS_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_RSA_WITH_AES_256_CBC_SHA
    | `TLS_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_RSA_WITH_AES_256_CCM
    | `TLS_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_RC4_128_MD5
    | `TLS_RSA_WITH_RC4_128_SHA ] ->
    [> `AEAD of aead_cipher
    | `Block of block_cipher * [> `SHA1 | `SHA256 ]
    | `Stream of stream_cipher * [> `MD5 | `SHA1 ] ]
  [@@since "3.7.5"] [@@until "3.9"]

  val ciphersuite_privprot :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 ] ->
    [> `AEAD of aead_cipher | `Block of block_cipher * [> `SHA1 | `SHA256 | `SHA384 ] ]
  [@@since "3.10"]

  val ciphersuite_keytype :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 ] ->
    [> `EC | `RSA ]
  [@@since "3.10"]

  val pp_ciphersuite :
    Format.formatter ->
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 > `AES_128_CCM_SHA256 `AES_128_GCM_SHA256
        `AES_256_GCM_SHA384 `CHACHA20_POLY1305_SHA256 ] ->
    unit
  [@@since "4.4"]

  val pp_any_ciphersuite : Format.formatter -> Packet.any_ciphersuite -> unit [@@since "4.4"]
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
  [@@until "3.7.4"]

  val ciphersuite_fs :
    [< `TLS_AES_128_CCM_SHA256
    | `TLS_AES_128_GCM_SHA256
    | `TLS_AES_256_GCM_SHA384
    | `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_128_CCM
    | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_DHE_RSA_WITH_AES_256_CCM
    | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_3DES_EDE_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA
    | `TLS_RSA_WITH_AES_128_CBC_SHA256
    | `TLS_RSA_WITH_AES_128_CCM
    | `TLS_RSA_WITH_AES_128_GCM_SHA256
    | `TLS_RSA_WITH_AES_256_CBC_SHA
    | `TLS_RSA_WITH_AES_256_CBC_SHA256
    | `TLS_RSA_WITH_AES_256_CCM
    | `TLS_RSA_WITH_AES_256_GCM_SHA384
    | `TLS_RSA_WITH_RC4_128_MD5
    | `TLS_RSA_WITH_RC4_128_SHA ] ->
    bool
  [@@since "3.7.5"] [@@until "3.9"]

  val ciphersuite_fs :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 ] ->
    bool
  [@@since "3.10"]

  val ecdhe_only :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 > `AES_128_CCM_SHA256 `AES_128_GCM_SHA256
        `AES_256_GCM_SHA384 `CHACHA20_POLY1305_SHA256 ] ->
    bool
  [@@since "3.10"]

  val dhe_only :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 > `AES_128_CCM_SHA256 `AES_128_GCM_SHA256
        `AES_256_GCM_SHA384 `CHACHA20_POLY1305_SHA256 ] ->
    bool
  [@@since "3.10"]

  val ecdhe :
    [< `AES_128_CCM_SHA256
    | `AES_128_GCM_SHA256
    | `AES_256_GCM_SHA384
    | `CHACHA20_POLY1305_SHA256
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA
    | `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_3DES_EDE_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 > `AES_128_CCM_SHA256 `AES_128_GCM_SHA256
        `AES_256_GCM_SHA384 `CHACHA20_POLY1305_SHA256 ] ->
    bool
  [@@since "3.10"]

  val ciphersuite_tls12_only :
    [> `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 | `TLS_DHE_RSA_WITH_AES_128_CCM
      | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
      | `TLS_DHE_RSA_WITH_AES_256_CCM | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
      | `TLS_RSA_WITH_AES_128_CBC_SHA256 | `TLS_RSA_WITH_AES_128_CCM
      | `TLS_RSA_WITH_AES_128_GCM_SHA256 | `TLS_RSA_WITH_AES_256_CBC_SHA256
      | `TLS_RSA_WITH_AES_256_CCM | `TLS_RSA_WITH_AES_256_GCM_SHA384 ] ->
    bool
  [@@until "3.9"]

  val ciphersuite_tls12_only :
    [> `DHE_RSA_WITH_AES_128_CBC_SHA256
    | `DHE_RSA_WITH_AES_128_CCM
    | `DHE_RSA_WITH_AES_128_GCM_SHA256
    | `DHE_RSA_WITH_AES_256_CBC_SHA256
    | `DHE_RSA_WITH_AES_256_CCM
    | `DHE_RSA_WITH_AES_256_GCM_SHA384
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    | `RSA_WITH_AES_128_CBC_SHA256
    | `RSA_WITH_AES_128_CCM
    | `RSA_WITH_AES_128_GCM_SHA256
    | `RSA_WITH_AES_256_CBC_SHA256
    | `RSA_WITH_AES_256_CCM
    | `RSA_WITH_AES_256_GCM_SHA384 ] ->
    bool
  [@@since "3.10"]

  val ciphersuite_tls13 :
    [> `TLS_AES_128_CCM_SHA256 | `TLS_AES_128_GCM_SHA256 | `TLS_AES_256_GCM_SHA384 ] -> bool
  [@@since "3.7.5"] [@@until "3.9"]

  val ciphersuite_tls13 : [> ciphersuite13 ] -> bool [@@since "3.10"]
end

module Core : sig
  val ( <+> ) : Cstruct.t -> Cstruct.t -> Cstruct.t [@@since "3.10"] [@@until "4.6"]
  val ( let* ) : ('a, 'b) result -> ('a -> ('c, 'b) result) -> ('c, 'b) result [@@since "3.10"]
  val guard : bool -> 'a -> (unit, 'a) result [@@since "3.10"]
  val split_str : ?start:int -> string -> int -> string * string [@@since "4.7"]

  val map_reader_error : ('a, 'b) result -> ('a, [> `Fatal of [> `ReaderError of 'b ] ]) result
  [@@since "3.10"] [@@until "4.6"]

  val map_reader_error : ('a, 'b) result -> ('a, [> `Fatal of 'b ]) result [@@since "4.7"]

  type tls13 = [ `TLS_1_3 ] [@@since "3.7.5"]

  val pp_tls13 : Format.formatter -> [< `TLS_1_3 ] -> unit [@@since "4.4"]
  val __tls13_of_sexp__ : Sexplib.Sexp.t -> tls13 [@@since "3.7.5"] [@@until "3.9"]
  val tls13_of_sexp : Sexplib.Sexp.t -> tls13 [@@since "3.7.5"] [@@until "3.9"]
  val sexp_of_tls13 : tls13 -> Sexplib.Sexp.t [@@since "3.7.5"] [@@until "4.3"]

  type tls_before_13 = [ `TLS_1_0 | `TLS_1_1 | `TLS_1_2 ] [@@since "3.7.5"]

  val pp_tls_before_13 : Format.formatter -> [< `TLS_1_0 | `TLS_1_1 | `TLS_1_2 ] -> unit
  [@@since "4.4"]

  val __tls_before_13_of_sexp__ : Sexplib.Sexp.t -> tls_before_13 [@@since "3.7.5"] [@@until "3.9"]
  val tls_before_13_of_sexp : Sexplib.Sexp.t -> tls_before_13 [@@since "3.7.5"] [@@until "3.9"]
  val sexp_of_tls_before_13 : tls_before_13 -> Sexplib.Sexp.t [@@since "3.7.5"] [@@until "4.3"]

  type tls_version = TLS_1_0 | TLS_1_1 | TLS_1_2 [@@until "3.7.4"]
  type tls_version = [ `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] [@@since "3.7.5"]

  val pp_tls_version : Format.formatter -> [< `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] -> unit
  [@@since "4.4"]

  val __tls_version_of_sexp__ : Sexplib.Sexp.t -> tls_version [@@since "3.7.5"] [@@until "3.9"]

  val tls_version_of_sexp : Sexplib.Sexp.t -> tls_version [@@until "3.9"]
  val sexp_of_tls_version : tls_version -> Sexplib.Sexp.t [@@until "4.3"]
  val pair_of_tls_version : tls_version -> int * int [@@until "3.7.4"]

  val pair_of_tls_version : [< `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] -> int * int
  [@@since "3.7.5"]

  val compare_tls_version :
    [< `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] ->
    [< `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] ->
    int
  [@@since "3.7.5"]

  val next :
    [< `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] -> [> `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] option
  [@@since "3.7.5"]

  val all_versions :
    ([< `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 > `TLS_1_1 `TLS_1_2 `TLS_1_3 ] as 'a) * [< `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] ->
    'a list
  [@@since "3.7.5"]

  val tls_version_of_pair : int * int -> tls_version option [@@until "3.7.4"]

  val tls_version_of_pair : int * int -> [> `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] option
  [@@since "3.7.5"]

  type tls_any_version = SSL_3 | Supported of tls_version | TLS_1_X of int [@@until "3.7.4"]

  type tls_any_version = [ `SSL_3 | `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 | `TLS_1_X of int ]
  [@@since "3.7.5"]

  val pp_tls_any_version :
    Format.formatter ->
    [< `SSL_3 | `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 | `TLS_1_X of int ] ->
    unit
  [@@since "4.4"]

  val __tls_any_version_of_sexp__ : Sexplib.Sexp.t -> tls_any_version
  [@@since "3.7.5"] [@@until "3.9"]

  val tls_any_version_of_sexp : Sexplib.Sexp.t -> tls_any_version [@@until "3.9"]
  val sexp_of_tls_any_version : tls_any_version -> Sexplib.Sexp.t [@@until "4.3"]
  val any_version_to_version : tls_any_version -> tls_version option [@@until "3.7.4"]

  val any_version_to_version :
    [> tls_version ] -> [> `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] option
  [@@since "3.7.5"]

  val version_eq : tls_any_version -> tls_version -> bool [@@until "3.7.4"]

  val version_eq : [> tls_version ] -> [< `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] -> bool
  [@@since "3.7.5"]

  val version_ge : tls_any_version -> tls_version -> bool [@@until "3.7.4"]

  val version_ge :
    [< `SSL_3 | `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 | `TLS_1_X of 'a ] ->
    [< `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] ->
    bool
  [@@since "3.7.5"]

  val tls_any_version_of_pair : int * int -> tls_any_version option [@@until "3.7.4"]

  val tls_any_version_of_pair :
    int * int -> [> `SSL_3 | `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 | `TLS_1_X of int ] option
  [@@since "3.7.5"]

  val pair_of_tls_any_version : tls_any_version -> int * int [@@until "3.7.4"]

  val pair_of_tls_any_version :
    [< `SSL_3 | `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 | `TLS_1_X of int ] -> int * int
  [@@since "3.7.5"]

  val max_protocol_version : 'a * 'b -> 'b
  val min_protocol_version : 'a * 'b -> 'a

  type tls_hdr = { content_type : Packet.content_type; version : tls_any_version }

  val pp_tls_hdr : Format.formatter -> tls_hdr -> unit [@@since "4.4"]

  val tls_hdr_of_sexp : Sexplib.Sexp.t -> tls_hdr [@@until "3.9"]
  val sexp_of_tls_hdr : tls_hdr -> Sexplib.Sexp.t [@@until "4.3"]

  module SessionID : sig
    type t = Cstruct.t [@@until "3.4"]
    type t = Cstruct_sexp.t [@@since "3.5"] [@@until "4.3"]
    type t = Cstruct.t [@@since "4.4"] [@@until "4.6"]
    type t = string [@@since "4.7"]

    val t_of_sexp : Sexplib.Sexp.t -> t [@@until "3.9"]
    val sexp_of_t : t -> Sexplib.Sexp.t [@@until "4.3"]
    val compare : Cstruct.t -> Cstruct.t -> int [@@until "4.6"]
    val compare : String.t -> String.t -> int [@@since "4.7"]
    val hash : Cstruct.t -> int [@@until "4.6"]
    val hash : 'a -> int [@@since "4.7"]
    val equal : Cstruct.t -> Cstruct.t -> bool [@@until "4.6"]
    val equal : String.t -> String.t -> bool [@@since "4.7"]
  end

  module PreSharedKeyID : sig
    type t = Cstruct_sexp.t [@@until "4.3"]
    type t = Cstruct.t [@@since "4.4"] [@@until "4.6"]
    type t = string [@@since "4.7"]

    val t_of_sexp : Sexplib.Sexp.t -> t [@@until "3.9"]
    val sexp_of_t : t -> Sexplib.Sexp.t [@@until "4.3"]
    val compare : Cstruct.t -> Cstruct.t -> int [@@until "4.6"]
    val compare : String.t -> String.t -> int [@@since "4.7"]
    val hash : Cstruct.t -> int [@@until "4.6"]
    val hash : 'a -> int [@@since "4.7"]
    val equal : Cstruct.t -> Cstruct.t -> bool [@@until "4.6"]
    val equal : String.t -> String.t -> bool [@@since "4.7"]
  end
  [@@since "3.7.5"]

  type psk_identity = (Cstruct_sexp.t * int32) * Cstruct_sexp.t [@@since "3.7.5"] [@@until "4.3"]
  type psk_identity = (Cstruct.t * int32) * Cstruct.t [@@since "4.4"] [@@until "4.6"]
  type psk_identity = (string * int32) * string [@@since "4.7"]

  val psk_identity_of_sexp : Sexplib.Sexp.t -> psk_identity [@@since "3.7.5"] [@@until "3.9"]
  val sexp_of_psk_identity : psk_identity -> Sexplib.Sexp.t [@@since "3.7.5"] [@@until "4.3"]
  val binders_len : ('a * Cstruct.t) list -> int [@@since "3.7.5"] [@@until "4.6"]
  val binders_len : ('a * string) list -> int [@@since "4.7"]

  type group = [ `FFDHE2048 | `FFDHE3072 | `FFDHE4096 | `FFDHE6144 | `FFDHE8192 | `P256 | `X25519 ]
  [@@since "3.7.5"] [@@until "3.9"]

  type group =
    [ `FFDHE2048
    | `FFDHE3072
    | `FFDHE4096
    | `FFDHE6144
    | `FFDHE8192
    | `P256
    | `P384
    | `P521
    | `X25519 ]
  [@@since "3.10"]

  val pp_group :
    Format.formatter ->
    [< `FFDHE2048
    | `FFDHE3072
    | `FFDHE4096
    | `FFDHE6144
    | `FFDHE8192
    | `P256
    | `P384
    | `P521
    | `X25519 ] ->
    unit
  [@@since "4.4"]

  val __group_of_sexp__ : Sexplib.Sexp.t -> group [@@since "3.7.5"] [@@until "3.9"]
  val group_of_sexp : Sexplib.Sexp.t -> group [@@since "3.7.5"] [@@until "3.9"]
  val sexp_of_group : group -> Sexplib.Sexp.t [@@since "3.7.5"] [@@until "4.3"]

  val named_group_to_group :
    Packet.named_group ->
    [> `FFDHE2048 | `FFDHE3072 | `FFDHE4096 | `FFDHE6144 | `FFDHE8192 | `P256 | `X25519 ] option
  [@@since "3.7.5"] [@@until "3.9"]

  val named_group_to_group :
    Packet.named_group ->
    [> `FFDHE2048
    | `FFDHE3072
    | `FFDHE4096
    | `FFDHE6144
    | `FFDHE8192
    | `P256
    | `P384
    | `P521
    | `X25519 ] option
  [@@since "3.10"]

  val group_to_named_group :
    [< `FFDHE2048 | `FFDHE3072 | `FFDHE4096 | `FFDHE6144 | `FFDHE8192 | `P256 | `X25519 ] ->
    Packet.named_group
  [@@since "3.7.5"] [@@until "3.9"]

  val group_to_named_group :
    [< `FFDHE2048
    | `FFDHE3072
    | `FFDHE4096
    | `FFDHE6144
    | `FFDHE8192
    | `P256
    | `P384
    | `P521
    | `X25519 ] ->
    Packet.named_group
  [@@since "3.10"]

  val group_to_impl :
    [< `FFDHE2048 | `FFDHE3072 | `FFDHE4096 | `FFDHE6144 | `FFDHE8192 | `P256 | `X25519 ] ->
    [> `Fiat of [> `P256 ] | `Hacl of [> `X25519 ] | `Mirage_crypto of Mirage_crypto_pk.Dh.group ]
  [@@since "3.7.5"] [@@until "3.9"]

  val group_to_impl :
    [< `FFDHE2048
    | `FFDHE3072
    | `FFDHE4096
    | `FFDHE6144
    | `FFDHE8192
    | `P256
    | `P384
    | `P521
    | `X25519 ] ->
    [> `Finite_field of Mirage_crypto_pk.Dh.group | `P256 | `P384 | `P521 | `X25519 ]
  [@@since "3.10"]

  type signature_algorithm =
    [ `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ]
  [@@since "3.7.5"] [@@until "3.9"]

  type signature_algorithm =
    [ `ECDSA_SECP256R1_SHA1
    | `ECDSA_SECP256R1_SHA256
    | `ECDSA_SECP384R1_SHA384
    | `ECDSA_SECP521R1_SHA512
    | `ED25519
    | `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ]
  [@@since "3.10"]

  val __signature_algorithm_of_sexp__ : Sexplib.Sexp.t -> signature_algorithm
  [@@since "3.7.5"] [@@until "3.9"]

  val signature_algorithm_of_sexp : Sexplib.Sexp.t -> signature_algorithm
  [@@since "3.7.5"] [@@until "3.9"]

  val sexp_of_signature_algorithm : signature_algorithm -> Sexplib.Sexp.t
  [@@since "3.7.5"] [@@until "4.3"]

  val hash_of_signature_algorithm :
    [< `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ] ->
    [> `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ]
  [@@since "3.7.5"] [@@until "3.9"]

  val hash_of_signature_algorithm :
    [< `ECDSA_SECP256R1_SHA1
    | `ECDSA_SECP256R1_SHA256
    | `ECDSA_SECP384R1_SHA384
    | `ECDSA_SECP521R1_SHA512
    | `ED25519
    | `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ] ->
    [> `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ]
  [@@since "3.10"]

  val signature_scheme_of_signature_algorithm :
    [< `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ] ->
    [> `PKCS1 | `PSS ]
  [@@since "3.7.5"] [@@until "3.9"]

  val signature_scheme_of_signature_algorithm :
    [< `ECDSA_SECP256R1_SHA1
    | `ECDSA_SECP256R1_SHA256
    | `ECDSA_SECP384R1_SHA384
    | `ECDSA_SECP521R1_SHA512
    | `ED25519
    | `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ] ->
    [> `ECDSA | `ED25519 | `RSA_PKCS1 | `RSA_PSS ]
  [@@since "3.10"]

  val pp_signature_algorithm :
    Format.formatter ->
    [< `ECDSA_SECP256R1_SHA1
    | `ECDSA_SECP256R1_SHA256
    | `ECDSA_SECP384R1_SHA384
    | `ECDSA_SECP521R1_SHA512
    | `ED25519
    | `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 > `ECDSA_SECP256R1_SHA1 `ECDSA_SECP256R1_SHA256
        `ECDSA_SECP384R1_SHA384 `ECDSA_SECP521R1_SHA512 ] ->
    unit
  [@@since "4.4"]

  val rsa_sigalg :
    [< `ECDSA_SECP256R1_SHA1
    | `ECDSA_SECP256R1_SHA256
    | `ECDSA_SECP384R1_SHA384
    | `ECDSA_SECP521R1_SHA512
    | `ED25519
    | `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ] ->
    bool
  [@@since "3.10"]

  val tls13_sigalg :
    [< `ECDSA_SECP256R1_SHA1
    | `ECDSA_SECP256R1_SHA256
    | `ECDSA_SECP384R1_SHA384
    | `ECDSA_SECP521R1_SHA512
    | `ED25519
    | `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 ] ->
    bool
  [@@since "3.10"]

  val pk_matches_sa :
    [> `ED25519 of 'a | `P256 of 'b | `P384 of 'c | `P521 of 'd | `RSA of 'e ] ->
    [< `ECDSA_SECP256R1_SHA1
    | `ECDSA_SECP256R1_SHA256
    | `ECDSA_SECP384R1_SHA384
    | `ECDSA_SECP521R1_SHA512
    | `ED25519
    | `RSA_PKCS1_MD5
    | `RSA_PKCS1_SHA1
    | `RSA_PKCS1_SHA224
    | `RSA_PKCS1_SHA256
    | `RSA_PKCS1_SHA384
    | `RSA_PKCS1_SHA512
    | `RSA_PSS_RSAENC_SHA256
    | `RSA_PSS_RSAENC_SHA384
    | `RSA_PSS_RSAENC_SHA512 > `ECDSA_SECP256R1_SHA1 `ECDSA_SECP256R1_SHA256
        `ECDSA_SECP384R1_SHA384 `ECDSA_SECP521R1_SHA512 `ED25519 ] ->
    bool
  [@@since "3.10"]

  module Peer_name : sig
    type t = [ `host ] Domain_name.t

    val sexp_of_t : 'a Domain_name.t -> Sexplib.Sexp.t
  end
  [@@since "3.10"] [@@until "4.3"]

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
  [@@until "3.4"]

  type client_extension =
    [ `ALPN of string list
    | `ECPointFormats of Packet.ec_point_format list
    | `EllipticCurves of Packet.named_curve_type list
    | `ExtendedMasterSecret
    | `Hostname of string
    | `MaxFragmentLength of Packet.max_fragment_length
    | `Padding of int
    | `SecureRenegotiation of Cstruct_sexp.t
    | `SignatureAlgorithms of (Nocrypto.Hash.hash * Packet.signature_algorithm_type) list
    | `UnknownExtension of int * Cstruct_sexp.t ]
  [@@since "3.5"] [@@until "3.7.4"]

  type client_extension =
    [ `ALPN of string list
    | `Cookie of Cstruct_sexp.t
    | `ECPointFormats of Packet.ec_point_format list
    | `EarlyDataIndication
    | `ExtendedMasterSecret
    | `Hostname of string
    | `KeyShare of (Packet.named_group * Cstruct_sexp.t) list
    | `MaxFragmentLength of Packet.max_fragment_length
    | `Padding of int
    | `PostHandshakeAuthentication
    | `PreSharedKeys of psk_identity list
    | `PskKeyExchangeModes of Packet.psk_key_exchange_mode list
    | `SecureRenegotiation of Cstruct_sexp.t
    | `SignatureAlgorithms of signature_algorithm list
    | `SupportedGroups of Packet.named_group list
    | `SupportedVersions of tls_any_version list
    | `UnknownExtension of int * Cstruct_sexp.t ]
  [@@since "3.7.5"] [@@until "3.9"]

  type client_extension =
    [ `ALPN of string list
    | `Cookie of Cstruct_sexp.t
    | `ECPointFormats
    | `EarlyDataIndication
    | `ExtendedMasterSecret
    | `Hostname of Peer_name.t
    | `KeyShare of (Packet.named_group * Cstruct_sexp.t) list
    | `MaxFragmentLength of Packet.max_fragment_length
    | `Padding of int
    | `PostHandshakeAuthentication
    | `PreSharedKeys of psk_identity list
    | `PskKeyExchangeModes of Packet.psk_key_exchange_mode list
    | `SecureRenegotiation of Cstruct_sexp.t
    | `SignatureAlgorithms of signature_algorithm list
    | `SupportedGroups of Packet.named_group list
    | `SupportedVersions of tls_any_version list
    | `UnknownExtension of int * Cstruct_sexp.t ]
  [@@since "3.10"] [@@until "4.3"]

  type client_extension =
    [ `ALPN of string list
    | `Cookie of Cstruct.t
    | `ECPointFormats
    | `EarlyDataIndication
    | `ExtendedMasterSecret
    | `Hostname of [ `host ] Domain_name.t
    | `KeyShare of (Packet.named_group * Cstruct.t) list
    | `MaxFragmentLength of Packet.max_fragment_length
    | `Padding of int
    | `PostHandshakeAuthentication
    | `PreSharedKeys of psk_identity list
    | `PskKeyExchangeModes of Packet.psk_key_exchange_mode list
    | `SecureRenegotiation of Cstruct.t
    | `SignatureAlgorithms of signature_algorithm list
    | `SupportedGroups of Packet.named_group list
    | `SupportedVersions of tls_any_version list
    | `UnknownExtension of int * Cstruct.t ]
  [@@since "4.4"] [@@until "4.6"]

  type client_extension =
    [ `ALPN of string list
    | `Cookie of string
    | `ECPointFormats
    | `EarlyDataIndication
    | `ExtendedMasterSecret
    | `Hostname of [ `host ] Domain_name.t
    | `KeyShare of (Packet.named_group * string) list
    | `MaxFragmentLength of Packet.max_fragment_length
    | `Padding of int
    | `PostHandshakeAuthentication
    | `PreSharedKeys of psk_identity list
    | `PskKeyExchangeModes of Packet.psk_key_exchange_mode list
    | `SecureRenegotiation of string
    | `SignatureAlgorithms of signature_algorithm list
    | `SupportedGroups of Packet.named_group list
    | `SupportedVersions of tls_any_version list
    | `UnknownExtension of int * string ]
  [@@since "4.7"]

  val __client_extension_of_sexp__ : Sexplib.Sexp.t -> client_extension
  [@@since "3.5"] [@@until "3.9"]

  val client_extension_of_sexp : Sexplib.Sexp.t -> client_extension [@@until "3.9"]
  val sexp_of_client_extension : client_extension -> Sexplib.Sexp.t [@@until "4.3"]

  type server13_extension =
    [ `KeyShare of group * Cstruct_sexp.t | `PreSharedKey of int | `SelectedVersion of tls_version ]
  [@@since "3.7.5"] [@@until "4.3"]

  type server13_extension =
    [ `KeyShare of group * Cstruct.t | `PreSharedKey of int | `SelectedVersion of tls_version ]
  [@@since "4.4"] [@@until "4.6"]

  type server13_extension =
    [ `KeyShare of group * string | `PreSharedKey of int | `SelectedVersion of tls_version ]
  [@@since "4.7"]

  val __server13_extension_of_sexp__ : Sexplib.Sexp.t -> server13_extension
  [@@since "3.7.5"] [@@until "3.9"]

  val server13_extension_of_sexp : Sexplib.Sexp.t -> server13_extension
  [@@since "3.7.5"] [@@until "3.9"]

  val sexp_of_server13_extension : server13_extension -> Sexplib.Sexp.t
  [@@since "3.7.5"] [@@until "4.3"]

  type server_extension =
    [ `ECPointFormats of Packet.ec_point_format list
    | `ExtendedMasterSecret
    | `Hostname
    | `MaxFragmentLength of Packet.max_fragment_length
    | `SecureRenegotiation of Cstruct.t
    | `UnknownExtension of int * Cstruct.t ]
  [@@until "3.4"]

  type server_extension =
    [ `ALPN of string
    | `ECPointFormats of Packet.ec_point_format list
    | `ExtendedMasterSecret
    | `Hostname
    | `MaxFragmentLength of Packet.max_fragment_length
    | `SecureRenegotiation of Cstruct_sexp.t
    | `UnknownExtension of int * Cstruct_sexp.t ]
  [@@since "3.5"] [@@until "3.7.4"]

  type server_extension =
    [ `ALPN of string
    | `ECPointFormats of Packet.ec_point_format list
    | `ExtendedMasterSecret
    | `Hostname
    | `KeyShare of group * Cstruct_sexp.t
    | `MaxFragmentLength of Packet.max_fragment_length
    | `PreSharedKey of int
    | `SecureRenegotiation of Cstruct_sexp.t
    | `SelectedVersion of tls_version
    | `UnknownExtension of int * Cstruct_sexp.t ]
  [@@since "3.7.5"] [@@until "3.9"]

  type server_extension =
    [ `ALPN of string
    | `ECPointFormats
    | `ExtendedMasterSecret
    | `Hostname
    | `KeyShare of group * Cstruct_sexp.t
    | `MaxFragmentLength of Packet.max_fragment_length
    | `PreSharedKey of int
    | `SecureRenegotiation of Cstruct_sexp.t
    | `SelectedVersion of tls_version
    | `UnknownExtension of int * Cstruct_sexp.t ]
  [@@since "3.10"] [@@until "4.3"]

  type server_extension =
    [ `ALPN of string
    | `ECPointFormats
    | `ExtendedMasterSecret
    | `Hostname
    | `KeyShare of group * Cstruct.t
    | `MaxFragmentLength of Packet.max_fragment_length
    | `PreSharedKey of int
    | `SecureRenegotiation of Cstruct.t
    | `SelectedVersion of tls_version
    | `UnknownExtension of int * Cstruct.t ]
  [@@since "4.4"] [@@until "4.6"]

  type server_extension =
    [ `ALPN of string
    | `ECPointFormats
    | `ExtendedMasterSecret
    | `Hostname
    | `KeyShare of group * string
    | `MaxFragmentLength of Packet.max_fragment_length
    | `PreSharedKey of int
    | `SecureRenegotiation of string
    | `SelectedVersion of tls_version
    | `UnknownExtension of int * string ]
  [@@since "4.7"]

  val __server_extension_of_sexp__ : Sexplib.Sexp.t -> server_extension
  [@@since "3.5"] [@@until "3.9"]

  val server_extension_of_sexp : Sexplib.Sexp.t -> server_extension [@@until "3.9"]
  val sexp_of_server_extension : server_extension -> Sexplib.Sexp.t [@@until "4.3"]

  type encrypted_extension =
    [ `ALPN of string
    | `EarlyDataIndication
    | `Hostname
    | `MaxFragmentLength of Packet.max_fragment_length
    | `SupportedGroups of group list
    | `UnknownExtension of int * Cstruct_sexp.t ]
  [@@since "3.7.5"] [@@until "4.3"]

  type encrypted_extension =
    [ `ALPN of string
    | `EarlyDataIndication
    | `Hostname
    | `MaxFragmentLength of Packet.max_fragment_length
    | `SupportedGroups of group list
    | `UnknownExtension of int * Cstruct.t ]
  [@@since "4.4"] [@@until "4.6"]

  type encrypted_extension =
    [ `ALPN of string
    | `EarlyDataIndication
    | `Hostname
    | `MaxFragmentLength of Packet.max_fragment_length
    | `SupportedGroups of group list
    | `UnknownExtension of int * string ]
  [@@since "4.7"]

  val __encrypted_extension_of_sexp__ : Sexplib.Sexp.t -> encrypted_extension
  [@@since "3.7.5"] [@@until "3.9"]

  val encrypted_extension_of_sexp : Sexplib.Sexp.t -> encrypted_extension
  [@@since "3.7.5"] [@@until "3.9"]

  val sexp_of_encrypted_extension : encrypted_extension -> Sexplib.Sexp.t
  [@@since "3.7.5"] [@@until "4.3"]

  type hello_retry_extension =
    [ `Cookie of Cstruct_sexp.t
    | `SelectedGroup of group
    | `SelectedVersion of tls_version
    | `UnknownExtension of int * Cstruct_sexp.t ]
  [@@since "3.7.5"] [@@until "4.3"]

  type hello_retry_extension =
    [ `Cookie of Cstruct.t
    | `SelectedGroup of group
    | `SelectedVersion of tls_version
    | `UnknownExtension of int * Cstruct.t ]
  [@@since "4.4"] [@@until "4.6"]

  type hello_retry_extension =
    [ `Cookie of string
    | `SelectedGroup of group
    | `SelectedVersion of tls_version
    | `UnknownExtension of int * string ]
  [@@since "4.7"]

  val __hello_retry_extension_of_sexp__ : Sexplib.Sexp.t -> hello_retry_extension
  [@@since "3.7.5"] [@@until "3.9"]

  val hello_retry_extension_of_sexp : Sexplib.Sexp.t -> hello_retry_extension
  [@@since "3.7.5"] [@@until "3.9"]

  val sexp_of_hello_retry_extension : hello_retry_extension -> Sexplib.Sexp.t
  [@@since "3.7.5"] [@@until "4.3"]

  type client_hello = {
    client_version : tls_any_version;
    client_random : Cstruct.t;
    sessionid : SessionID.t option;
    ciphersuites : Packet.any_ciphersuite list;
    extensions : client_extension list;
  }
  [@@until "3.4"]

  type client_hello = {
    client_version : tls_any_version;
    client_random : Cstruct_sexp.t;
    sessionid : SessionID.t option;
    ciphersuites : Packet.any_ciphersuite list;
    extensions : client_extension list;
  }
  [@@since "3.5"] [@@until "4.3"]

  type client_hello = {
    client_version : tls_any_version;
    client_random : Cstruct.t;
    sessionid : SessionID.t option;
    ciphersuites : Packet.any_ciphersuite list;
    extensions : client_extension list;
  }
  [@@since "4.4"] [@@until "4.6"]

  type client_hello = {
    client_version : tls_any_version;
    client_random : string;
    sessionid : SessionID.t option;
    ciphersuites : Packet.any_ciphersuite list;
    extensions : client_extension list;
  }
  [@@since "4.7"]

  val client_hello_of_sexp : Sexplib.Sexp.t -> client_hello [@@until "3.9"]
  val sexp_of_client_hello : client_hello -> Sexplib.Sexp.t [@@until "4.3"]

  type server_hello = {
    server_version : tls_version;
    server_random : Cstruct.t;
    sessionid : SessionID.t option;
    ciphersuite : Ciphersuite.ciphersuite;
    extensions : server_extension list;
  }
  [@@until "3.4"]

  type server_hello = {
    server_version : tls_version;
    server_random : Cstruct_sexp.t;
    sessionid : SessionID.t option;
    ciphersuite : Ciphersuite.ciphersuite;
    extensions : server_extension list;
  }
  [@@since "3.5"] [@@until "4.3"]

  type server_hello = {
    server_version : tls_version;
    server_random : Cstruct.t;
    sessionid : SessionID.t option;
    ciphersuite : Ciphersuite.ciphersuite;
    extensions : server_extension list;
  }
  [@@since "4.4"] [@@until "4.6"]

  type server_hello = {
    server_version : tls_version;
    server_random : string;
    sessionid : SessionID.t option;
    ciphersuite : Ciphersuite.ciphersuite;
    extensions : server_extension list;
  }
  [@@since "4.7"]

  val server_hello_of_sexp : Sexplib.Sexp.t -> server_hello [@@until "3.9"]
  val sexp_of_server_hello : server_hello -> Sexplib.Sexp.t [@@until "4.3"]

  type dh_parameters = { dh_p : Cstruct.t; dh_g : Cstruct.t; dh_Ys : Cstruct.t } [@@until "3.4"]

  type dh_parameters = { dh_p : Cstruct_sexp.t; dh_g : Cstruct_sexp.t; dh_Ys : Cstruct_sexp.t }
  [@@since "3.5"] [@@until "4.3"]

  type dh_parameters = { dh_p : Cstruct.t; dh_g : Cstruct.t; dh_Ys : Cstruct.t }
  [@@since "4.4"] [@@until "4.6"]

  type dh_parameters = { dh_p : string; dh_g : string; dh_Ys : string } [@@since "4.7"]

  val dh_parameters_of_sexp : Sexplib.Sexp.t -> dh_parameters [@@until "3.9"]
  val sexp_of_dh_parameters : dh_parameters -> Sexplib.Sexp.t [@@until "4.3"]

  type ec_curve = { a : Cstruct.t; b : Cstruct.t } [@@until "3.4"]
  type ec_curve = { a : Cstruct_sexp.t; b : Cstruct_sexp.t } [@@since "3.5"] [@@until "3.9"]

  val ec_curve_of_sexp : Sexplib.Sexp.t -> ec_curve [@@until "3.9"]
  val sexp_of_ec_curve : ec_curve -> Sexplib.Sexp.t [@@until "3.9"]

  type ec_prime_parameters = {
    prime : Cstruct.t;
    curve : ec_curve;
    base : Cstruct.t;
    order : Cstruct.t;
    cofactor : Cstruct.t;
    public : Cstruct.t;
  }
  [@@until "3.4"]

  type ec_prime_parameters = {
    prime : Cstruct_sexp.t;
    curve : ec_curve;
    base : Cstruct_sexp.t;
    order : Cstruct_sexp.t;
    cofactor : Cstruct_sexp.t;
    public : Cstruct_sexp.t;
  }
  [@@since "3.5"] [@@until "3.9"]

  val ec_prime_parameters_of_sexp : Sexplib.Sexp.t -> ec_prime_parameters [@@until "3.9"]
  val sexp_of_ec_prime_parameters : ec_prime_parameters -> Sexplib.Sexp.t [@@until "3.9"]

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
  [@@until "3.4"]

  type ec_char_parameters = {
    m : int;
    basis : Packet.ec_basis_type;
    ks : Cstruct_sexp.t list;
    curve : ec_curve;
    base : Cstruct_sexp.t;
    order : Cstruct_sexp.t;
    cofactor : Cstruct_sexp.t;
    public : Cstruct_sexp.t;
  }
  [@@since "3.5"] [@@until "3.9"]

  val ec_char_parameters_of_sexp : Sexplib.Sexp.t -> ec_char_parameters [@@until "3.9"]
  val sexp_of_ec_char_parameters : ec_char_parameters -> Sexplib.Sexp.t [@@until "3.9"]

  type ec_parameters =
    | ExplicitPrimeParameters of ec_prime_parameters
    | ExplicitCharParameters of ec_char_parameters
    | NamedCurveParameters of (Packet.named_curve_type * Cstruct.t)
  [@@until "3.4"]

  type ec_parameters =
    | ExplicitPrimeParameters of ec_prime_parameters
    | ExplicitCharParameters of ec_char_parameters
    | NamedCurveParameters of (Packet.named_curve_type * Cstruct_sexp.t)
  [@@since "3.5"] [@@until "3.7.4"]

  type ec_parameters =
    | ExplicitPrimeParameters of ec_prime_parameters
    | ExplicitCharParameters of ec_char_parameters
    | NamedGroupParameters of (group * Cstruct_sexp.t)
  [@@since "3.7.5"] [@@until "3.9"]

  val ec_parameters_of_sexp : Sexplib.Sexp.t -> ec_parameters [@@until "3.9"]
  val sexp_of_ec_parameters : ec_parameters -> Sexplib.Sexp.t [@@until "3.9"]

  type hello_retry = {
    retry_version : tls_version;
    ciphersuite : Ciphersuite.ciphersuite13;
    sessionid : SessionID.t option;
    selected_group : group;
    extensions : hello_retry_extension list;
  }
  [@@since "3.7.5"]

  val hello_retry_of_sexp : Sexplib.Sexp.t -> hello_retry [@@since "3.7.5"] [@@until "3.9"]
  val sexp_of_hello_retry : hello_retry -> Sexplib.Sexp.t [@@since "3.7.5"] [@@until "4.3"]

  type session_ticket_extension =
    [ `EarlyDataIndication of int32 | `UnknownExtension of int * Cstruct_sexp.t ]
  [@@since "3.7.5"] [@@until "4.3"]

  type session_ticket_extension =
    [ `EarlyDataIndication of int32 | `UnknownExtension of int * Cstruct.t ]
  [@@since "4.4"] [@@until "4.6"]

  type session_ticket_extension =
    [ `EarlyDataIndication of int32 | `UnknownExtension of int * string ]
  [@@since "4.7"]

  val __session_ticket_extension_of_sexp__ : Sexplib.Sexp.t -> session_ticket_extension
  [@@since "3.7.5"] [@@until "3.9"]

  val session_ticket_extension_of_sexp : Sexplib.Sexp.t -> session_ticket_extension
  [@@since "3.7.5"] [@@until "3.9"]

  val sexp_of_session_ticket_extension : session_ticket_extension -> Sexplib.Sexp.t
  [@@since "3.7.5"] [@@until "4.3"]

  type session_ticket = {
    lifetime : int32;
    age_add : int32;
    nonce : Cstruct_sexp.t;
    ticket : Cstruct_sexp.t;
    extensions : session_ticket_extension list;
  }
  [@@since "3.7.5"] [@@until "4.3"]

  type session_ticket = {
    lifetime : int32;
    age_add : int32;
    nonce : Cstruct.t;
    ticket : Cstruct.t;
    extensions : session_ticket_extension list;
  }
  [@@since "4.4"] [@@until "4.6"]

  type session_ticket = {
    lifetime : int32;
    age_add : int32;
    nonce : string;
    ticket : string;
    extensions : session_ticket_extension list;
  }
  [@@since "4.7"]

  val session_ticket_of_sexp : Sexplib.Sexp.t -> session_ticket [@@since "3.7.5"] [@@until "3.9"]
  val sexp_of_session_ticket : session_ticket -> Sexplib.Sexp.t [@@since "3.7.5"] [@@until "4.3"]

  type certificate_request_extension =
    [ `CertificateAuthorities of X509.Distinguished_name.t list
    | `SignatureAlgorithms of signature_algorithm list
    | `UnknownExtension of int * Cstruct_sexp.t ]
  [@@since "3.7.5"] [@@until "4.3"]

  type certificate_request_extension =
    [ `CertificateAuthorities of X509.Distinguished_name.t list
    | `SignatureAlgorithms of signature_algorithm list
    | `UnknownExtension of int * Cstruct.t ]
  [@@since "4.4"] [@@until "4.6"]

  type certificate_request_extension =
    [ `CertificateAuthorities of X509.Distinguished_name.t list
    | `SignatureAlgorithms of signature_algorithm list
    | `UnknownExtension of int * string ]
  [@@since "4.7"]

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
  [@@until "3.4"]

  type tls_handshake =
    | HelloRequest
    | ServerHelloDone
    | ClientHello of client_hello
    | ServerHello of server_hello
    | Certificate of Cstruct_sexp.t list
    | ServerKeyExchange of Cstruct_sexp.t
    | CertificateRequest of Cstruct_sexp.t
    | ClientKeyExchange of Cstruct_sexp.t
    | CertificateVerify of Cstruct_sexp.t
    | Finished of Cstruct_sexp.t
  [@@since "3.5"] [@@until "3.7.4"]

  type tls_handshake =
    | HelloRequest
    | HelloRetryRequest of hello_retry
    | EncryptedExtensions of encrypted_extension list
    | ServerHelloDone
    | ClientHello of client_hello
    | ServerHello of server_hello
    | Certificate of Cstruct_sexp.t
    | ServerKeyExchange of Cstruct_sexp.t
    | CertificateRequest of Cstruct_sexp.t
    | ClientKeyExchange of Cstruct_sexp.t
    | CertificateVerify of Cstruct_sexp.t
    | Finished of Cstruct_sexp.t
    | SessionTicket of session_ticket
    | KeyUpdate of Packet.key_update_request_type
    | EndOfEarlyData
  [@@since "3.7.5"] [@@until "4.3"]

  type tls_handshake =
    | HelloRequest
    | HelloRetryRequest of hello_retry
    | EncryptedExtensions of encrypted_extension list
    | ServerHelloDone
    | ClientHello of client_hello
    | ServerHello of server_hello
    | Certificate of Cstruct.t
    | ServerKeyExchange of Cstruct.t
    | CertificateRequest of Cstruct.t
    | ClientKeyExchange of Cstruct.t
    | CertificateVerify of Cstruct.t
    | Finished of Cstruct.t
    | SessionTicket of session_ticket
    | KeyUpdate of Packet.key_update_request_type
    | EndOfEarlyData
  [@@since "4.4"] [@@until "4.6"]

  type tls_handshake =
    | HelloRequest
    | HelloRetryRequest of hello_retry
    | EncryptedExtensions of encrypted_extension list
    | ServerHelloDone
    | ClientHello of client_hello
    | ServerHello of server_hello
    | Certificate of string
    | ServerKeyExchange of string
    | CertificateRequest of string
    | ClientKeyExchange of string
    | CertificateVerify of string
    | Finished of string
    | SessionTicket of session_ticket
    | KeyUpdate of Packet.key_update_request_type
    | EndOfEarlyData
  [@@since "4.7"]

  val pp_handshake : Format.formatter -> tls_handshake -> unit [@@since "4.4"]
  val src : Logs.src [@@since "4.4"]

  module Tracing : sig
    val msg : Logs.level -> 'a Logs.log
    val app : 'a Logs.log
    val err : 'a Logs.log
    val warn : 'a Logs.log
    val info : 'a Logs.log
    val debug : 'a Logs.log
    val kmsg : (unit -> 'b) -> Logs.level -> ('a, 'b) Logs.msgf -> 'b

    val on_error :
      ?level:Logs.level ->
      ?header:string ->
      ?tags:Logs.Tag.set ->
      pp:(Format.formatter -> 'b -> unit) ->
      use:('b -> 'a) ->
      ('a, 'b) result ->
      'a

    val on_error_msg :
      ?level:Logs.level ->
      ?header:string ->
      ?tags:Logs.Tag.set ->
      use:(unit -> 'a) ->
      ('a, [ `Msg of string ]) result ->
      'a

    val cs : tag:string -> Cstruct.t -> unit [@@until "4.6"]
    val cs : tag:string -> string -> unit [@@since "4.7"]
    val hs : tag:string -> tls_handshake -> unit
  end
  [@@since "4.4"]

  val tls_handshake_of_sexp : Sexplib.Sexp.t -> tls_handshake [@@until "3.9"]
  val sexp_of_tls_handshake : tls_handshake -> Sexplib.Sexp.t [@@until "4.3"]

  type tls_alert = Packet.alert_level * Packet.alert_type

  val tls_alert_of_sexp : Sexplib.Sexp.t -> tls_alert [@@until "3.9"]
  val sexp_of_tls_alert : tls_alert -> Sexplib.Sexp.t [@@until "4.3"]

  type tls_body =
    | TLS_ChangeCipherSpec
    | TLS_ApplicationData
    | TLS_Alert of tls_alert
    | TLS_Handshake of tls_handshake
  [@@until "3.7.4"]

  val tls_body_of_sexp : Sexplib.Sexp.t -> tls_body [@@until "3.7.4"]
  val sexp_of_tls_body : tls_body -> Sexplib.Sexp.t [@@until "3.7.4"]

  type master_secret = Cstruct.t [@@until "3.4"]
  type master_secret = Cstruct_sexp.t [@@since "3.5"] [@@until "4.3"]
  type master_secret = Cstruct.t [@@since "4.4"] [@@until "4.6"]
  type master_secret = string [@@since "4.7"]

  val master_secret_of_sexp : Sexplib.Sexp.t -> master_secret [@@until "3.9"]
  val sexp_of_master_secret : master_secret -> Sexplib.Sexp.t [@@until "4.3"]

  module Cert : sig
    val decode_pkcs1_digest_info :
      Cstruct.t -> (Nocrypto.Hash.hash * Cstruct.t, [> Rresult.R.msg ]) result
    [@@until "3.7.4"]

    val decode_pkcs1_digest_info :
      Cstruct.t -> (Mirage_crypto.Hash.hash * Cstruct.t, [> Rresult.R.msg ]) result
    [@@since "3.7.5"] [@@until "3.9"]

    val decode_pkcs1_digest_info :
      Cstruct.t -> (Mirage_crypto.Hash.hash * Cstruct.t, [> `Msg of string ]) result
    [@@since "3.10"]

    val encode_pkcs1_digest_info : Nocrypto.Hash.hash * Cstruct.t -> Cstruct.t [@@until "3.7.4"]

    val encode_pkcs1_digest_info : Mirage_crypto.Hash.hash * Cstruct.t -> Cstruct.t
    [@@since "3.7.5"]

    type t = X509.Certificate.t

    val pp : t Fmt.t
    val decode_der : Cstruct.t -> (t, [> Rresult.R.msg ]) result [@@until "3.9"]
    val decode_der : Cstruct.t -> (t, [> `Msg of string ]) result [@@since "3.10"]
    val encode_der : t -> Cstruct.t
    val decode_pem_multiple : Cstruct.t -> (t list, [> Rresult.R.msg ]) result [@@until "3.9"]
    val decode_pem_multiple : Cstruct.t -> (t list, [> `Msg of string ]) result [@@since "3.10"]
    val decode_pem : Cstruct.t -> (t, [> Rresult.R.msg ]) result [@@until "3.9"]
    val decode_pem : Cstruct.t -> (t, [> `Msg of string ]) result [@@since "3.10"]
    val encode_pem_multiple : t list -> Cstruct.t
    val encode_pem : t -> Cstruct.t

    type key_type = [ `EC of Asn.oid | `RSA ] [@@until "3.9"]

    val supports_keytype : t -> key_type -> bool [@@until "3.9"]
    val supports_keytype : t -> X509.Key_type.t -> bool [@@since "3.10"]
    val public_key : t -> X509.Public_key.t

    val signature_algorithm : t -> ([ `ECDSA | `RSA ] * Mirage_crypto.Hash.hash) option
    [@@since "3.7.5"] [@@until "3.9"]

    val signature_algorithm : t -> (X509.Key_type.signature_scheme * Mirage_crypto.Hash.hash) option
    [@@since "3.10"]

    val hostnames : t -> Domain_name.Set.t [@@until "3.7.4"]
    val hostnames : t -> X509.Host.Set.t [@@since "3.7.5"]

    type host = [ `Strict | `Wildcard ] * [ `host ] Domain_name.t [@@until "3.7.4"]

    val supports_hostname : t -> host -> bool [@@until "3.7.4"]
    val supports_hostname : t -> [ `host ] Domain_name.t -> bool [@@since "3.7.5"]
    val ips : t -> Ipaddr.Set.t [@@since "3.10"]
    val supports_ip : t -> Ipaddr.t -> bool [@@since "3.10"]
    val fingerprint : Nocrypto.Hash.hash -> t -> Cstruct.t [@@until "3.7.4"]
    val fingerprint : Mirage_crypto.Hash.hash -> t -> Cstruct.t [@@since "3.7.5"]
    val subject : t -> X509.Distinguished_name.t
    val issuer : t -> X509.Distinguished_name.t
    val serial : t -> Z.t
    val validity : t -> Ptime.t * Ptime.t
    val extensions : t -> X509.Extension.t
    val t_of_sexp : 'a -> 'b [@@until "3.9"]
    val sexp_of_t : 'a -> Sexplib.Sexp.t
  end
  [@@since "3.5"] [@@until "4.3"]

  module Priv : sig
    type t =
      [ `ED25519 of Mirage_crypto_ec.Ed25519.priv
      | `P224 of Mirage_crypto_ec.P224.Dsa.priv
      | `P256 of Mirage_crypto_ec.P256.Dsa.priv
      | `P384 of Mirage_crypto_ec.P384.Dsa.priv
      | `P521 of Mirage_crypto_ec.P521.Dsa.priv
      | `RSA of Mirage_crypto_pk.Rsa.priv ]

    val generate : ?seed:Cstruct.t -> ?bits:int -> X509.Key_type.t -> t
    val of_cstruct : Cstruct.t -> X509.Key_type.t -> (t, [> `Msg of string ]) result

    val of_string :
      ?seed_or_data:[ `Data | `Seed ] ->
      ?bits:int ->
      X509.Key_type.t ->
      string ->
      (t, [> `Msg of string ]) result
    [@@since "4.0"]

    val key_type : t -> X509.Key_type.t
    val public : t -> X509.Public_key.t

    val sign :
      Mirage_crypto.Hash.hash ->
      ?scheme:X509.Key_type.signature_scheme ->
      t ->
      [ `Digest of Cstruct.t | `Message of Cstruct.t ] ->
      (Cstruct.t, [> `Msg of string ]) result

    val decode_der : Cstruct.t -> (t, [> `Msg of string ]) result
    val encode_der : t -> Cstruct.t
    val decode_pem : Cstruct.t -> (t, [> `Msg of string ]) result
    val encode_pem : t -> Cstruct.t
    val sexp_of_t : 'a -> Sexplib.Sexp.t
  end
  [@@since "3.10"] [@@until "4.3"]

  module Ptime : sig
    type span = Ptime.span

    module Span = Ptime.Span

    type t = Ptime.t

    val v : int * int64 -> t
    val epoch : t
    val min : t
    val max : t
    val of_span : span -> t option
    val to_span : t -> span
    val unsafe_of_d_ps : int * int64 -> t
    val of_float_s : float -> t option
    val to_float_s : t -> float
    val truncate : frac_s:int -> t -> t
    val frac_s : t -> span
    val equal : t -> t -> bool
    val compare : t -> t -> int
    val is_earlier : t -> than:t -> bool
    val is_later : t -> than:t -> bool
    val add_span : t -> span -> t option
    val sub_span : t -> span -> t option
    val diff : t -> t -> span

    type tz_offset_s = int
    type date = int * int * int
    type time = (int * int * int) * tz_offset_s

    val of_date_time : date * time -> t option
    val to_date_time : ?tz_offset_s:tz_offset_s -> t -> date * time
    val of_date : date -> t option
    val to_date : t -> date

    val weekday :
      ?tz_offset_s:tz_offset_s -> t -> [ `Fri | `Mon | `Sat | `Sun | `Thu | `Tue | `Wed ]

    type error_range = int * int
    type rfc3339_error = [ `Eoi | `Exp_chars of char list | `Invalid_stamp | `Trailing_input ]

    val pp_rfc3339_error : Format.formatter -> rfc3339_error -> unit

    val rfc3339_error_to_msg :
      ('a, [ `RFC3339 of error_range * rfc3339_error ]) result -> ('a, [> `Msg of string ]) result

    val of_rfc3339 :
      ?strict:bool ->
      ?sub:bool ->
      ?start:int ->
      string ->
      (t * tz_offset_s option * int, [> `RFC3339 of error_range * rfc3339_error ]) result

    val to_rfc3339 : ?space:bool -> ?frac_s:int -> ?tz_offset_s:tz_offset_s -> t -> string

    val pp_rfc3339 :
      ?space:bool ->
      ?frac_s:int ->
      ?tz_offset_s:tz_offset_s ->
      unit ->
      Format.formatter ->
      t ->
      unit

    val pp_human : ?frac_s:int -> ?tz_offset_s:tz_offset_s -> unit -> Format.formatter -> t -> unit
    val pp : Format.formatter -> t -> unit
    val dump : Format.formatter -> t -> unit
    val sexp_of_t : Ptime.t -> Sexplib.Sexp.t
    val t_of_sexp : Sexplib.Sexp.t -> Ptime.t [@@until "3.9"]
  end
  [@@since "3.7.5"] [@@until "4.3"]

  type psk13 = {
    identifier : Cstruct_sexp.t;
    obfuscation : int32;
    secret : Cstruct_sexp.t;
    lifetime : int32;
    early_data : int32;
    issued_at : Ptime.t;
  }
  [@@since "3.7.5"] [@@until "4.3"]

  type psk13 = {
    identifier : Cstruct.t;
    obfuscation : int32;
    secret : Cstruct.t;
    lifetime : int32;
    early_data : int32;
    issued_at : Ptime.t;
  }
  [@@since "4.4"] [@@until "4.6"]

  type psk13 = {
    identifier : string;
    obfuscation : int32;
    secret : string;
    lifetime : int32;
    early_data : int32;
    issued_at : Ptime.t;
  }
  [@@since "4.7"]

  val psk13_of_sexp : Sexplib.Sexp.t -> psk13 [@@since "3.7.5"] [@@until "3.9"]
  val sexp_of_psk13 : psk13 -> Sexplib.Sexp.t [@@since "3.7.5"] [@@until "4.3"]

  type epoch_state = [ `Established | `ZeroRTT ] [@@since "3.7.5"]

  val __epoch_state_of_sexp__ : Sexplib.Sexp.t -> epoch_state [@@since "3.7.5"] [@@until "3.9"]
  val epoch_state_of_sexp : Sexplib.Sexp.t -> epoch_state [@@since "3.7.5"] [@@until "3.9"]
  val sexp_of_epoch_state : epoch_state -> Sexplib.Sexp.t [@@since "3.7.5"] [@@until "4.3"]

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
  [@@until "3.4"]

  type epoch_data = {
    protocol_version : tls_version;
    ciphersuite : Ciphersuite.ciphersuite;
    peer_random : Cstruct_sexp.t;
    peer_certificate_chain : Cert.t list;
    peer_certificate : Cert.t option;
    peer_name : string option;
    trust_anchor : Cert.t option;
    received_certificates : Cert.t list;
    own_random : Cstruct_sexp.t;
    own_certificate : Cert.t list;
    own_private_key : Nocrypto.Rsa.priv option;
    own_name : string option;
    master_secret : master_secret;
    session_id : SessionID.t;
    extended_ms : bool;
    alpn_protocol : string option;
  }
  [@@since "3.5"] [@@until "3.7.4"]

  type epoch_data = {
    state : epoch_state;
    protocol_version : tls_version;
    ciphersuite : Ciphersuite.ciphersuite;
    peer_random : Cstruct_sexp.t;
    peer_certificate_chain : Cert.t list;
    peer_certificate : Cert.t option;
    peer_name : string option;
    trust_anchor : Cert.t option;
    received_certificates : Cert.t list;
    own_random : Cstruct_sexp.t;
    own_certificate : Cert.t list;
    own_private_key : Mirage_crypto_pk.Rsa.priv option;
    own_name : string option;
    master_secret : master_secret;
    session_id : SessionID.t;
    extended_ms : bool;
    alpn_protocol : string option;
  }
  [@@since "3.7.5"] [@@until "3.9"]

  type epoch_data = {
    state : epoch_state;
    protocol_version : tls_version;
    ciphersuite : Ciphersuite.ciphersuite;
    peer_random : Cstruct_sexp.t;
    peer_certificate_chain : Cert.t list;
    peer_certificate : Cert.t option;
    peer_name : Peer_name.t option;
    trust_anchor : Cert.t option;
    received_certificates : Cert.t list;
    own_random : Cstruct_sexp.t;
    own_certificate : Cert.t list;
    own_private_key : Priv.t option;
    own_name : Peer_name.t option;
    master_secret : master_secret;
    session_id : SessionID.t;
    extended_ms : bool;
    alpn_protocol : string option;
  }
  [@@since "3.10"] [@@until "4.3"]

  type epoch_data = {
    side : [ `Client | `Server ];
    state : epoch_state;
    protocol_version : tls_version;
    ciphersuite : Ciphersuite.ciphersuite;
    peer_random : Cstruct.t;
    peer_certificate_chain : X509.Certificate.t list;
    peer_certificate : X509.Certificate.t option;
    peer_name : [ `host ] Domain_name.t option;
    trust_anchor : X509.Certificate.t option;
    received_certificates : X509.Certificate.t list;
    own_random : Cstruct.t;
    own_certificate : X509.Certificate.t list;
    own_private_key : X509.Private_key.t option;
    own_name : [ `host ] Domain_name.t option;
    master_secret : master_secret;
    exporter_master_secret : master_secret;
    session_id : SessionID.t;
    extended_ms : bool;
    alpn_protocol : string option;
  }
  [@@since "4.4"] [@@until "4.6"]

  type epoch_data = {
    side : [ `Client | `Server ];
    state : epoch_state;
    protocol_version : tls_version;
    ciphersuite : Ciphersuite.ciphersuite;
    peer_random : string;
    peer_certificate_chain : X509.Certificate.t list;
    peer_certificate : X509.Certificate.t option;
    peer_name : [ `host ] Domain_name.t option;
    trust_anchor : X509.Certificate.t option;
    received_certificates : X509.Certificate.t list;
    own_random : string;
    own_certificate : X509.Certificate.t list;
    own_private_key : X509.Private_key.t option;
    own_name : [ `host ] Domain_name.t option;
    master_secret : master_secret;
    exporter_master_secret : master_secret;
    session_id : SessionID.t;
    extended_ms : bool;
    alpn_protocol : string option;
    tls_unique : string option;
  }
  [@@since "4.7"]

  val epoch_data_of_sexp : Sexplib.Sexp.t -> epoch_data [@@until "3.9"]
  val sexp_of_epoch_data : epoch_data -> Sexplib.Sexp.t [@@until "4.3"]

  val supports_key_usage :
    ?not_present:bool -> X509.Certificate.t -> X509.Extension.key_usage -> bool
  [@@since "3.5"] [@@until "3.9"]

  val supports_key_usage :
    ?not_present:bool -> X509.Extension.key_usage -> X509.Certificate.t -> bool
  [@@since "3.10"]

  val supports_extended_key_usage :
    ?not_present:bool -> X509.Certificate.t -> X509.Extension.extended_key_usage -> bool
  [@@since "3.5"] [@@until "3.9"]

  val supports_extended_key_usage :
    ?not_present:bool -> X509.Extension.extended_key_usage -> X509.Certificate.t -> bool
  [@@since "3.10"]
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
  [@@until "4.6"]

  val pp_error : error Fmt.t [@@since "4.4"] [@@until "4.6"]

  val error_of_sexp : Sexplib.Sexp.t -> error [@@until "3.9"]
  val sexp_of_error : error -> Sexplib.Sexp.t [@@until "4.3"]

  type nonrec 'a result = ('a, error) result [@@until "3.9"]

  val parse_version : Cstruct.t -> Core.tls_version result [@@until "3.9"]
  val parse_version : Cstruct.t -> (Core.tls_version, error) result [@@since "3.10"] [@@until "4.6"]
  val parse_version : string -> (Core.tls_version, [> `Decode of string ]) result [@@since "4.7"]
  val parse_any_version : Cstruct.t -> Core.tls_any_version result [@@until "3.9"]

  val parse_any_version : Cstruct.t -> (Core.tls_any_version, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_any_version : string -> (Core.tls_any_version, [> `Decode of string ]) result
  [@@since "4.7"]

  val parse_record :
    Cstruct.t ->
    [ `Fragment of Cstruct.t | `Record of (Core.tls_hdr * Cstruct.t) * Cstruct.t ] result
  [@@until "3.9"]

  val parse_record :
    Cstruct.t ->
    ([ `Fragment of Cstruct.t | `Record of (Core.tls_hdr * Cstruct.t) * Cstruct.t ], error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_record :
    string ->
    ([ `Fragment of string | `Record of (Core.tls_hdr * string) * string ],
      [> `Protocol_version of [> `Unknown_record of int * int ]
      | `Record_overflow of int
      | `Unexpected of [> `Content_type of int ] ]) result
  [@@since "4.7"]

  val parse_handshake_frame : Cstruct.t -> Cstruct.t option * Cstruct.t [@@until "4.6"]
  val parse_handshake_frame : string -> string option * string [@@since "4.7"]
  val parse_handshake : Cstruct.t -> Core.tls_handshake result [@@until "3.9"]

  val parse_handshake : Cstruct.t -> (Core.tls_handshake, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_handshake : string -> (Core.tls_handshake, [> `Decode of string ]) result
  [@@since "4.7"]

  val parse_alert : Cstruct.t -> Core.tls_alert result [@@until "3.9"]
  val parse_alert : Cstruct.t -> (Core.tls_alert, error) result [@@since "3.10"] [@@until "4.6"]
  val parse_alert : string -> (Core.tls_alert, [> `Decode of string ]) result [@@since "4.7"]
  val parse_change_cipher_spec : Cstruct.t -> unit result [@@until "3.9"]
  val parse_change_cipher_spec : Cstruct.t -> (unit, error) result [@@since "3.10"] [@@until "4.6"]
  val parse_change_cipher_spec : string -> (unit, [> `Decode of string ]) result [@@since "4.7"]
  val parse_certificate_request :
    Cstruct.t -> (Packet.client_certificate_type list * Cstruct.t list) result
  [@@until "3.9"]

  val parse_certificate_request :
    Cstruct.t -> (Packet.client_certificate_type list * Cstruct.t list, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_certificate_request :
    string -> (Packet.client_certificate_type list * string list, [> `Decode of string ]) result
  [@@since "4.7"]

  val parse_certificate_request_1_2 :
    Cstruct.t ->
    (Packet.client_certificate_type list * (Nocrypto.Hash.hash
      * Packet.signature_algorithm_type) list * Cstruct.t list) result
  [@@until "3.7.4"]

  val parse_certificate_request_1_2 :
    Cstruct.t ->
    (Packet.client_certificate_type list * Core.signature_algorithm list * Cstruct.t list) result
  [@@since "3.7.5"] [@@until "3.9"]

  val parse_certificate_request_1_2 :
    Cstruct.t ->
    (Packet.client_certificate_type list * Core.signature_algorithm list * Cstruct.t list,
      error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_certificate_request_1_2 :
    string ->
    (Packet.client_certificate_type list * Core.signature_algorithm list * string list,
      [> `Decode of string ]) result
  [@@since "4.7"]

  val parse_certificate_request_1_3 :
    Cstruct.t -> (Cstruct.t option * Core.certificate_request_extension list) result
  [@@since "3.7.5"] [@@until "3.9"]

  val parse_certificate_request_1_3 :
    Cstruct.t -> (Cstruct.t option * Core.certificate_request_extension list, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_certificate_request_1_3 :
    string ->
    (string option * Core.certificate_request_extension list, [> `Decode of string ]) result
  [@@since "4.7"]

  val parse_certificates : Cstruct.t -> Cstruct.t list result [@@since "3.7.5"] [@@until "3.9"]

  val parse_certificates : Cstruct.t -> (Cstruct.t list, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_certificates : string -> (string list, [> `Decode of string ]) result [@@since "4.7"]

  val parse_certificates_1_3 : Cstruct.t -> (Cstruct.t * (Cstruct.t * 'a list) list) result
  [@@since "3.7.5"] [@@until "3.9"]

  val parse_certificates_1_3 : Cstruct.t -> (Cstruct.t * (Cstruct.t * 'a list) list, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_certificates_1_3 :
    string -> (string * (string * 'a list) list, [> `Decode of string ]) result
  [@@since "4.7"]

  val parse_client_dh_key_exchange : Cstruct.t -> (Cstruct.t, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_client_dh_key_exchange : string -> (string, [> `Decode of string ]) result
  [@@since "4.7"]

  val parse_client_ec_key_exchange : Cstruct.t -> (Cstruct.t, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_client_ec_key_exchange : string -> (string, [> `Decode of string ]) result
  [@@since "4.7"]

  val parse_dh_parameters : Cstruct.t -> (Core.dh_parameters * Cstruct.t * Cstruct.t) result
  [@@until "3.9"]

  val parse_dh_parameters : Cstruct.t -> (Core.dh_parameters * Cstruct.t * Cstruct.t, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_dh_parameters :
    string -> (Core.dh_parameters * string * string, [> `Decode of string ]) result
  [@@since "4.7"]

  val parse_ec_parameters :
    Cstruct.t ->
    ([ `P256 | `P384 | `P521 | `X25519 ] * Cstruct.t * Cstruct.t * Cstruct.t, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_ec_parameters :
    string ->
    ([ `P256 | `P384 | `P521 | `X25519 ] * string * string * string, [> `Decode of string ]) result
  [@@since "4.7"]

  val parse_digitally_signed : Cstruct.t -> Cstruct.t result [@@until "3.9"]

  val parse_digitally_signed : Cstruct.t -> (Cstruct.t, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_digitally_signed : string -> (string, [> `Decode of string ]) result [@@since "4.7"]
  val parse_digitally_signed_1_2 :
    Cstruct.t -> (Nocrypto.Hash.hash * Packet.signature_algorithm_type * Cstruct.t) result
  [@@until "3.7.4"]

  val parse_digitally_signed_1_2 : Cstruct.t -> (Core.signature_algorithm * Cstruct.t) result
  [@@since "3.7.5"] [@@until "3.9"]

  val parse_digitally_signed_1_2 : Cstruct.t -> (Core.signature_algorithm * Cstruct.t, error) result
  [@@since "3.10"] [@@until "4.6"]

  val parse_digitally_signed_1_2 :
    string -> (Core.signature_algorithm * string, [> `Decode of string ]) result
  [@@since "4.7"]
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
[@@until "3.4"]

module Config : sig
  type certchain = X509.t list * Nocrypto.Rsa.priv [@@until "3.4"]
  type certchain = Core.Cert.t list * Nocrypto.Rsa.priv [@@since "3.5"] [@@until "3.7.4"]
  type certchain = Core.Cert.t list * Mirage_crypto_pk.Rsa.priv [@@since "3.7.5"] [@@until "3.9"]
  type certchain = Core.Cert.t list * X509.Private_key.t [@@since "3.10"] [@@until "4.3"]
  type certchain = X509.Certificate.t list * X509.Private_key.t [@@since "4.4"]
  type own_cert =
    [ `Multiple of certchain list
    | `Multiple_default of certchain * certchain list
    | `None
    | `Single of certchain ]
  type session_cache = Core.SessionID.t -> Core.epoch_data option

  type ticket_cache = {
    lookup : Cstruct.t -> (Core.psk13 * Core.epoch_data) option;
    ticket_granted : Core.psk13 -> Core.epoch_data -> unit;
    lifetime : int32;
    timestamp : unit -> Core.Ptime.t;
  }
  [@@since "3.7.5"] [@@until "4.3"]

  type ticket_cache = {
    lookup : Cstruct.t -> (Core.psk13 * Core.epoch_data) option;
    ticket_granted : Core.psk13 -> Core.epoch_data -> unit;
    lifetime : int32;
    timestamp : unit -> Ptime.t;
  }
  [@@since "4.4"] [@@until "4.6"]

  type ticket_cache = {
    lookup : string -> (Core.psk13 * Core.epoch_data) option;
    ticket_granted : Core.psk13 -> Core.epoch_data -> unit;
    lifetime : int32;
    timestamp : unit -> Ptime.t;
  }
  [@@since "4.7"]

  type ticket_cache_opt = ticket_cache option [@@since "3.7.5"] [@@until "4.3"]
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
  [@@until "3.4"]

  type config = private {
    ciphers : Ciphersuite.ciphersuite list;
    protocol_versions : Core.tls_version * Core.tls_version;
    hashes : Nocrypto.Hash.hash list;
    use_reneg : bool;
    authenticator : X509.Authenticator.t option;
    peer_name : string option;
    own_certificates : own_cert;
    acceptable_cas : X509.Distinguished_name.t list;
    session_cache : session_cache;
    cached_session : Core.epoch_data option;
    alpn_protocols : string list;
  }
  [@@since "3.5"] [@@until "3.7.4"]

  type config = private {
    ciphers : Ciphersuite.ciphersuite list;
    protocol_versions : Core.tls_version * Core.tls_version;
    signature_algorithms : Core.signature_algorithm list;
    use_reneg : bool;
    authenticator : X509.Authenticator.t option;
    peer_name : string option;
    own_certificates : own_cert;
    acceptable_cas : X509.Distinguished_name.t list;
    session_cache : session_cache;
    ticket_cache : ticket_cache_opt;
    cached_session : Core.epoch_data option;
    cached_ticket : (Core.psk13 * Core.epoch_data) option;
    alpn_protocols : string list;
    groups : Core.group list;
    zero_rtt : int32;
  }
  [@@since "3.7.5"] [@@until "3.9"]

  type config = private {
    ciphers : Ciphersuite.ciphersuite list;
    protocol_versions : Core.tls_version * Core.tls_version;
    signature_algorithms : Core.signature_algorithm list;
    use_reneg : bool;
    authenticator : X509.Authenticator.t option;
    peer_name : [ `host ] Domain_name.t option;
    own_certificates : own_cert;
    acceptable_cas : X509.Distinguished_name.t list;
    session_cache : session_cache;
    ticket_cache : ticket_cache_opt;
    cached_session : Core.epoch_data option;
    cached_ticket : (Core.psk13 * Core.epoch_data) option;
    alpn_protocols : string list;
    groups : Core.group list;
    zero_rtt : int32;
    ip : Ipaddr.t option;
  }
  [@@since "3.10"] [@@until "4.3"]

  type config = private {
    ciphers : Ciphersuite.ciphersuite list;
    protocol_versions : Core.tls_version * Core.tls_version;
    signature_algorithms : Core.signature_algorithm list;
    use_reneg : bool;
    authenticator : X509.Authenticator.t option;
    peer_name : [ `host ] Domain_name.t option;
    own_certificates : own_cert;
    acceptable_cas : X509.Distinguished_name.t list;
    session_cache : session_cache;
    ticket_cache : ticket_cache option;
    cached_session : Core.epoch_data option;
    cached_ticket : (Core.psk13 * Core.epoch_data) option;
    alpn_protocols : string list;
    groups : Core.group list;
    zero_rtt : int32;
    ip : Ipaddr.t option;
  }
  [@@since "4.4"]

  val config_of_sexp : Sexplib.Sexp.t -> config [@@until "3.9"]
  val sexp_of_config : config -> Sexplib.Sexp.t [@@until "4.3"]
  val ciphers13 : config -> Ciphersuite.ciphersuite13 list [@@since "3.7.5"]

  type client

  val client_of_sexp : Sexplib.Sexp.t -> client [@@until "4.3"]
  val sexp_of_client : client -> Sexplib.Sexp.t [@@until "4.3"]

  type server

  val server_of_sexp : Sexplib.Sexp.t -> server [@@until "4.3"]
  val sexp_of_server : server -> Sexplib.Sexp.t [@@until "4.3"]
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
  [@@port "tls-config-result"]
  [@@until "3.4"]

  val client :
    authenticator:X509.Authenticator.t ->
    ?peer_name:string ->
    ?ciphers:Ciphersuite.ciphersuite list ->
    ?version:Core.tls_version * Core.tls_version ->
    ?hashes:Nocrypto.Hash.hash list ->
    ?reneg:bool ->
    ?certificates:own_cert ->
    ?cached_session:Core.epoch_data ->
    ?alpn_protocols:string list ->
    unit ->
    client
  [@@port "tls-config-result"]
  [@@since "3.5"] [@@until "3.7.4"]

  val client :
    authenticator:X509.Authenticator.t ->
    ?peer_name:string ->
    ?ciphers:Ciphersuite.ciphersuite list ->
    ?version:Core.tls_version * Core.tls_version ->
    ?signature_algorithms:Core.signature_algorithm list ->
    ?reneg:bool ->
    ?certificates:own_cert ->
    ?cached_session:Core.epoch_data ->
    ?cached_ticket:Core.psk13 * Core.epoch_data ->
    ?ticket_cache:ticket_cache ->
    ?alpn_protocols:string list ->
    ?groups:Core.group list ->
    unit ->
    client
  [@@port "tls-config-result"]
  [@@since "3.7.5"] [@@until "3.9"]

  val client :
    authenticator:X509.Authenticator.t ->
    ?peer_name:[ `host ] Domain_name.t ->
    ?ciphers:Ciphersuite.ciphersuite list ->
    ?version:Core.tls_version * Core.tls_version ->
    ?signature_algorithms:Core.signature_algorithm list ->
    ?reneg:bool ->
    ?certificates:own_cert ->
    ?cached_session:Core.epoch_data ->
    ?cached_ticket:Core.psk13 * Core.epoch_data ->
    ?ticket_cache:ticket_cache ->
    ?alpn_protocols:string list ->
    ?groups:Core.group list ->
    ?ip:Ipaddr.t ->
    unit ->
    client
  [@@port "tls-config-result"]
  [@@since "3.10"] [@@until "4.6"]

  val client :
    authenticator:X509.Authenticator.t ->
    ?peer_name:[ `host ] Domain_name.t ->
    ?ciphers:Ciphersuite.ciphersuite list ->
    ?version:Core.tls_version * Core.tls_version ->
    ?signature_algorithms:Core.signature_algorithm list ->
    ?reneg:bool ->
    ?certificates:own_cert ->
    ?cached_session:Core.epoch_data ->
    ?cached_ticket:Core.psk13 * Core.epoch_data ->
    ?ticket_cache:ticket_cache ->
    ?alpn_protocols:string list ->
    ?groups:Core.group list ->
    ?ip:Ipaddr.t ->
    unit ->
    (client, [> `Msg of string ]) result
  [@@since "4.7"]

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
  [@@port "tls-config-result"]
  [@@until "3.4"]

  val server :
    ?ciphers:Ciphersuite.ciphersuite list ->
    ?version:Core.tls_version * Core.tls_version ->
    ?hashes:Nocrypto.Hash.hash list ->
    ?reneg:bool ->
    ?certificates:own_cert ->
    ?acceptable_cas:X509.Distinguished_name.t list ->
    ?authenticator:X509.Authenticator.t ->
    ?session_cache:session_cache ->
    ?alpn_protocols:string list ->
    unit ->
    server
  [@@port "tls-config-result"]
  [@@since "3.5"] [@@until "3.7.4"]

  val server :
    ?ciphers:Ciphersuite.ciphersuite list ->
    ?version:Core.tls_version * Core.tls_version ->
    ?signature_algorithms:Core.signature_algorithm list ->
    ?reneg:bool ->
    ?certificates:own_cert ->
    ?acceptable_cas:X509.Distinguished_name.t list ->
    ?authenticator:X509.Authenticator.t ->
    ?session_cache:session_cache ->
    ?ticket_cache:ticket_cache ->
    ?alpn_protocols:string list ->
    ?groups:Core.group list ->
    ?zero_rtt:int32 ->
    unit ->
    server
  [@@port "tls-config-result"]
  [@@since "3.7.5"] [@@until "3.9"]

  val server :
    ?ciphers:Ciphersuite.ciphersuite list ->
    ?version:Core.tls_version * Core.tls_version ->
    ?signature_algorithms:Core.signature_algorithm list ->
    ?reneg:bool ->
    ?certificates:own_cert ->
    ?acceptable_cas:X509.Distinguished_name.t list ->
    ?authenticator:X509.Authenticator.t ->
    ?session_cache:session_cache ->
    ?ticket_cache:ticket_cache ->
    ?alpn_protocols:string list ->
    ?groups:Core.group list ->
    ?zero_rtt:int32 ->
    ?ip:Ipaddr.t ->
    unit ->
    server
  [@@port "tls-config-result"]
  [@@since "3.10"] [@@until "4.6"]

  val server :
    ?ciphers:Ciphersuite.ciphersuite list ->
    ?version:Core.tls_version * Core.tls_version ->
    ?signature_algorithms:Core.signature_algorithm list ->
    ?reneg:bool ->
    ?certificates:own_cert ->
    ?acceptable_cas:X509.Distinguished_name.t list ->
    ?authenticator:X509.Authenticator.t ->
    ?session_cache:session_cache ->
    ?ticket_cache:ticket_cache ->
    ?alpn_protocols:string list ->
    ?groups:Core.group list ->
    ?zero_rtt:int32 ->
    ?ip:Ipaddr.t ->
    unit ->
    (server, [> `Msg of string ]) result
  [@@since "4.7"]

  val peer : client -> string -> client [@@until "3.9"]
  val peer : client -> [ `host ] Domain_name.t -> client [@@since "3.10"]
  val ip : client -> Ipaddr.t -> client [@@since "4.9"]
  val default_signature_algorithms : Core.signature_algorithm list [@@since "3.7.5"]
  val supported_signature_algorithms : Core.signature_algorithm list [@@since "3.7.5"]
  val default_hashes : Nocrypto.Hash.hash list [@@until "3.7.4"]
  val supported_hashes : Nocrypto.Hash.hash list [@@until "3.7.4"]
  val min_dh_size : int
  val dh_group : Nocrypto.Dh.group [@@until "3.7.4"]
  val dh_group : Mirage_crypto_pk.Dh.group [@@since "3.7.5"] [@@until "3.9"]
  val supported_groups : Core.group list [@@since "3.7.5"]
  val elliptic_curve : Core.group -> bool [@@since "3.10"]
  val min_rsa_key_size : int

  module Ciphers : sig
    val default : Ciphersuite.ciphersuite list
    val supported : Ciphersuite.ciphersuite list
    val fs : Ciphersuite.ciphersuite list
    val http2 : Ciphersuite.ciphersuite list [@@since "3.10"]
    val fs_of : Ciphersuite.ciphersuite list -> Ciphersuite.ciphersuite list
  end

  val of_client : client -> config
  val of_server : server -> config
  val with_authenticator : config -> X509.Authenticator.t -> config [@@since "3.5"]
  val with_own_certificates : config -> own_cert -> config [@@since "3.5"]
  val with_acceptable_cas : config -> X509.Distinguished_name.t list -> config [@@since "3.5"]
end

module Engine : sig
  type state

  val client : Config.client -> state * Cstruct.t [@@port "tls-config-result"] [@@until "4.6"]
  val client : Config.client -> state * string [@@since "4.7"]
  val server : Config.server -> state

  type error =
    [ `AuthenticationFailure of X509.Validation.validation_error
    | `CouldntSelectCertificate
    | `NoCertificateConfigured
    | `NoConfiguredCiphersuite of Ciphersuite.ciphersuite list
    | `NoConfiguredHash of Nocrypto.Hash.hash list
    | `NoConfiguredVersion of Core.tls_version
    | `NoMatchingCertificateFound of string ]
  [@@until "3.7.4"]

  type error =
    [ `AuthenticationFailure of X509.Validation.validation_error
    | `CouldntSelectCertificate
    | `NoCertificateConfigured
    | `NoConfiguredCiphersuite of Ciphersuite.ciphersuite list
    | `NoConfiguredSignatureAlgorithm of Core.signature_algorithm list
    | `NoConfiguredVersions of Core.tls_version list
    | `NoMatchingCertificateFound of string ]
  [@@since "3.7.5"] [@@until "4.6"]

  type error =
    [ `AuthenticationFailure of X509.Validation.validation_error
    | `CouldntSelectCertificate
    | `NoConfiguredCiphersuite of Ciphersuite.ciphersuite list
    | `NoConfiguredSignatureAlgorithm of Core.signature_algorithm list
    | `NoConfiguredVersions of Core.tls_version list
    | `NoMatchingCertificateFound of string ]
  [@@since "4.7"]

  type client_hello_errors =
    [ `EmptyCiphersuites
    | `Has0rttAfterHRR
    | `HasSignatureAlgorithmsExtension
    | `NoCookie
    | `NoGoodSignatureAlgorithms of Core.signature_algorithm list
    | `NoKeyShareExtension
    | `NoSignatureAlgorithmsExtension
    | `NoSupportedCiphersuite of Packet.any_ciphersuite list
    | `NoSupportedGroupExtension
    | `NotSetCiphersuites of Packet.any_ciphersuite list
    | `NotSetExtension of Core.client_extension list
    | `NotSetKeyShare of (Packet.named_group * Cstruct.t) list
    | `NotSetSupportedGroup of Packet.named_group list
    | `NotSubsetKeyShareSupportedGroup of Packet.named_group list
      * (Packet.named_group * Cstruct.t) list ]
  [@@since "3.7.5"] [@@until "4.3"]

  type client_hello_errors =
    [ `EmptyCiphersuites
    | `Has0rttAfterHRR
    | `NoCookie
    | `NoGoodSignatureAlgorithms of Core.signature_algorithm list
    | `NoKeyShareExtension
    | `NoSignatureAlgorithmsExtension
    | `NoSupportedCiphersuite of Packet.any_ciphersuite list
    | `NoSupportedGroupExtension
    | `NotSetCiphersuites of Packet.any_ciphersuite list
    | `NotSetExtension of Core.client_extension list
    | `NotSetKeyShare of (Packet.named_group * Cstruct.t) list
    | `NotSetSupportedGroup of Packet.named_group list
    | `NotSubsetKeyShareSupportedGroup of Packet.named_group list
      * (Packet.named_group * Cstruct.t) list ]
  [@@since "4.4"] [@@until "4.6"]

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
  [@@until "3.4"]

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
    | `NoApplicationProtocol
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
  [@@since "3.5"] [@@until "3.7.4"]

  type fatal =
    [ `BadCertificateChain
    | `BadFinished
    | `BadRecordVersion of Core.tls_any_version
    | `CannotHandleApplicationDataYet
    | `Downgrade11
    | `Downgrade12
    | `HandshakeFragmentsNotEmpty
    | `HashAlgorithmMismatch
    | `HelloRetryRequest
    | `InappropriateFallback
    | `InsufficientDH
    | `InvalidCertificateExtendedUsage
    | `InvalidCertificateUsage
    | `InvalidClientHello of client_hello_errors
    | `InvalidDH
    | `InvalidMessage
    | `InvalidRenegotiation
    | `InvalidRenegotiationVersion of Core.tls_version
    | `InvalidServerHello
    | `InvalidSession
    | `KeyTooSmall
    | `MACMismatch
    | `MACUnderflow
    | `MissingContentType
    | `NoApplicationProtocol
    | `NoCertificateReceived
    | `NoCertificateVerifyReceived
    | `NoHeartbeat
    | `NoSecureRenegotiation
    | `NoSupportedGroup
    | `NoVersions of Core.tls_any_version list
    | `NotRSACertificate
    | `NotRSASignature
    | `RSASignatureMismatch
    | `RSASignatureVerificationFailed
    | `ReaderError of Reader.error
    | `RecordOverflow of int
    | `Toomany0rttbytes
    | `UnexpectedCCS
    | `UnexpectedHandshake of Core.tls_handshake
    | `UnknownContentType of int
    | `UnknownRecordVersion of int * int
    | `UnsupportedKeyExchange
    | `UnsupportedSignatureScheme ]
  [@@since "3.7.5"] [@@until "3.9"]

  type fatal =
    [ `BadCertificateChain
    | `BadECDH of Mirage_crypto_ec.error
    | `BadFinished
    | `BadRecordVersion of Core.tls_any_version
    | `CannotHandleApplicationDataYet
    | `Downgrade11
    | `Downgrade12
    | `HandshakeFragmentsNotEmpty
    | `HelloRetryRequest
    | `InappropriateFallback
    | `InsufficientDH
    | `InvalidCertificateExtendedUsage
    | `InvalidCertificateUsage
    | `InvalidClientHello of client_hello_errors
    | `InvalidDH
    | `InvalidMessage
    | `InvalidRenegotiation
    | `InvalidRenegotiationVersion of Core.tls_version
    | `InvalidServerHello
    | `InvalidSession
    | `KeyTooSmall
    | `MACMismatch
    | `MACUnderflow
    | `MissingContentType
    | `NoApplicationProtocol
    | `NoCertificateReceived
    | `NoCertificateVerifyReceived
    | `NoHeartbeat
    | `NoSecureRenegotiation
    | `NoSupportedGroup
    | `NoVersions of Core.tls_any_version list
    | `NotRSACertificate
    | `ReaderError of Reader.error
    | `RecordOverflow of int
    | `SignatureVerificationFailed of string
    | `SigningFailed of string
    | `Toomany0rttbytes
    | `UnexpectedCCS
    | `UnexpectedHandshake of Core.tls_handshake
    | `UnknownContentType of int
    | `UnknownRecordVersion of int * int ]
  [@@since "3.10"] [@@until "4.6"]

  type fatal =
    [ `Bad_certificate of string
    | `Bad_mac
    | `Decode of string
    | `Handshake of [ `BadDH of string | `BadECDH of Mirage_crypto_ec.error | `Fragments |
        `Message of string ]
    | `Inappropriate_fallback
    | `Missing_extension of string
    | `No_application_protocol
    | `Protocol_version of [ `Bad_record of Core.tls_any_version | `None_supported of
        Core.tls_any_version list | `Unknown_record of int * int ]
    | `Record_overflow of int
    | `Unexpected of [ `Content_type of int | `Handshake of Core.tls_handshake | `Message of
        string ]
    | `Unsupported_extension ]
  [@@since "4.7"]

  type failure = [ `Error of error | `Fatal of fatal ] [@@until "4.6"]
  type failure = [ `Alert of Packet.alert_type | `Error of error | `Fatal of fatal ] [@@since "4.7"]

  val alert_of_failure : failure -> Packet.alert_type [@@until "4.6"]
  val alert_of_failure : failure -> Packet.alert_level * Packet.alert_type [@@since "4.7"]
  val string_of_failure : failure -> string
  val pp_failure : failure Fmt.t [@@since "4.4"]
  val failure_of_sexp : Sexplib.Sexp.t -> failure [@@until "3.9"]
  val sexp_of_failure : failure -> Sexplib.Sexp.t [@@until "4.3"]

  type ret =
    [ `Ok of [ `Ok of state | `Eof | `Alert of Packet.alert_type ]
        * [ `Response of Cstruct.t option ] * [ `Data of Cstruct.t option ]
    | `Fail of failure * [ `Response of Cstruct.t ] ]
  [@@until "3.9"]

  type ret =
    ([ `Alert of Packet.alert_type
     | `Eof
     | `Ok of state ] * [ `Response of Cstruct.t option ] * [ `Data of Cstruct.t option ],
      failure * [ `Response of Cstruct.t ]) result
  [@@since "3.10"] [@@until "4.6"]

  type ret =
    (state * [ `Eof ] option * [ `Response of string option ] * [ `Data of string option ],
      failure * [ `Response of string ]) result
  [@@since "4.7"]

  val handle_tls : state -> Cstruct.t -> ret [@@until "4.6"]
  val handle_tls : state -> string -> ret [@@since "4.7"]
  val can_handle_appdata : state -> bool [@@until "4.6"]
  val handshake_in_progress : state -> bool [@@since "3.5"]
  val send_application_data : state -> Cstruct.t list -> (state * Cstruct.t) option [@@until "4.6"]
  val send_application_data : state -> string list -> (state * string) option [@@since "4.7"]
  val send_close_notify : state -> state * Cstruct.t [@@until "4.6"]
  val send_close_notify : state -> state * string [@@since "4.7"]
  val reneg : state -> (state * Cstruct.t) option [@@until "3.4"]

  val reneg :
    ?authenticator:X509.Authenticator.t ->
    ?acceptable_cas:X509.Distinguished_name.t list ->
    ?cert:Config.own_cert ->
    state ->
    (state * Cstruct.t) option
  [@@since "3.5"] [@@until "4.6"]

  val reneg :
    ?authenticator:X509.Authenticator.t ->
    ?acceptable_cas:X509.Distinguished_name.t list ->
    ?cert:Config.own_cert ->
    state ->
    (state * string) option
  [@@since "4.7"]

  val key_update : ?request:bool -> state -> (state * Cstruct.t, failure) result
  [@@since "3.7.5"] [@@until "4.6"]

  val key_update : ?request:bool -> state -> (state * string, failure) result [@@since "4.7"]

  type epoch = [ `Epoch of Core.epoch_data | `InitialEpoch ] [@@until "4.3"]

  val epoch_of_sexp : Sexplib.Sexp.t -> epoch [@@until "3.9"]
  val sexp_of_epoch : epoch -> Sexplib.Sexp.t [@@until "4.3"]
  val epoch : state -> epoch [@@until "4.3"]
  val epoch : state -> (Core.epoch_data, unit) result [@@since "4.4"]

  val export_key_material : Core.epoch_data -> ?context:string -> string -> int -> Cstruct.t
  [@@since "4.4"] [@@until "4.6"]

  val export_key_material : Core.epoch_data -> ?context:string -> string -> int -> string
  [@@since "4.7"]

  val channel_binding :
    Core.epoch_data ->
    [ `Tls_exporter | `Tls_server_endpoint | `Tls_unique ] ->
    (string, [ `Msg of string ]) result
  [@@since "4.7"]
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
[@@until "3.4"]

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
[@@until "3.4"]

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
[@@until "3.4"]

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
[@@until "3.4"]

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
[@@until "3.4"]

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
[@@until "3.4"]
