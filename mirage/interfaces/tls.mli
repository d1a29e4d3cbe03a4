(** TLS (tls 0.8.0 to 2.1.1). *)

[@@@complete]

module Packet : sig
  [@@@open_ended]

  type alert_level = WARNING | FATAL

  type alert_type =
    | CLOSE_NOTIFY | UNEXPECTED_MESSAGE | BAD_RECORD_MAC | RECORD_OVERFLOW | HANDSHAKE_FAILURE
    | BAD_CERTIFICATE | CERTIFICATE_EXPIRED | DECODE_ERROR | PROTOCOL_VERSION
    | INAPPROPRIATE_FALLBACK | USER_CANCELED | NO_RENEGOTIATION | UNSUPPORTED_EXTENSION
    | UNRECOGNIZED_NAME
    | DECRYPTION_FAILED [@until "4.6"]
    | DECOMPRESSION_FAILURE [@until "4.6"]
    | NO_CERTIFICATE_RESERVED [@until "4.6"]
    | UNSUPPORTED_CERTIFICATE [@until "4.6"]
    | CERTIFICATE_REVOKED [@until "4.6"]
    | CERTIFICATE_UNKNOWN [@until "4.6"]
    | CERTIFICATE_UNKNOWN [@since "4.9"]
    | ILLEGAL_PARAMETER [@until "4.6"]
    | UNKNOWN_CA [@until "4.6"]
    | ACCESS_DENIED [@until "4.6"]
    | DECRYPT_ERROR [@until "4.6"]
    | EXPORT_RESTRICTION_RESERVED [@until "4.6"]
    | INSUFFICIENT_SECURITY [@until "4.6"]
    | INTERNAL_ERROR [@until "4.6"]
    | CERTIFICATE_UNOBTAINABLE [@until "4.6"]
    | BAD_CERTIFICATE_STATUS_RESPONSE [@until "4.6"]
    | BAD_CERTIFICATE_HASH_VALUE [@until "4.6"]
    | UNKNOWN_PSK_IDENTITY [@until "4.6"]
    | NO_APPLICATION_PROTOCOL [@since "3.5"]
    | MISSING_EXTENSION [@since "3.7.5"]
    | CERTIFICATE_REQUIRED [@since "3.7.5"] [@until "4.6"]
    | UNKNOWN of int [@since "4.7"]

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

  type any_ciphersuite
end

module Ciphersuite : sig
  [@@@open_ended]

  type ciphersuite13 =
    [ `TLS_AES_128_CCM_SHA256 | `TLS_AES_128_GCM_SHA256 | `TLS_AES_256_GCM_SHA384 ]
  [@@since "3.7.5"] [@@until "3.9"]

  type ciphersuite13 =
    [ `AES_128_CCM_SHA256 | `AES_128_GCM_SHA256 | `AES_256_GCM_SHA384 | `CHACHA20_POLY1305_SHA256 ]
  [@@since "3.10"]

  type ciphersuite =
    [
    | `TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA [@until "3.9"]
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA [@until "3.9"]
    | `TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 [@until "3.9"]
    | `TLS_DHE_RSA_WITH_AES_128_CCM [@until "3.9"]
    | `TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 [@until "3.9"]
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA [@until "3.9"]
    | `TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 [@until "3.9"]
    | `TLS_DHE_RSA_WITH_AES_256_CCM [@until "3.9"]
    | `TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 [@until "3.9"]
    | `TLS_RSA_WITH_3DES_EDE_CBC_SHA [@until "3.9"]
    | `TLS_RSA_WITH_AES_128_CBC_SHA [@until "3.9"]
    | `TLS_RSA_WITH_AES_128_CBC_SHA256 [@until "3.9"]
    | `TLS_RSA_WITH_AES_128_CCM [@until "3.9"]
    | `TLS_RSA_WITH_AES_128_GCM_SHA256 [@until "3.9"]
    | `TLS_RSA_WITH_AES_256_CBC_SHA [@until "3.9"]
    | `TLS_RSA_WITH_AES_256_CBC_SHA256 [@until "3.9"]
    | `TLS_RSA_WITH_AES_256_CCM [@until "3.9"]
    | `TLS_RSA_WITH_AES_256_GCM_SHA384 [@until "3.9"]
    | `TLS_RSA_WITH_RC4_128_MD5 [@until "3.9"]
    | `TLS_RSA_WITH_RC4_128_SHA [@until "3.9"]
    | `TLS_AES_128_CCM_SHA256 [@since "3.7.5"] [@until "3.9"]
    | `TLS_AES_128_GCM_SHA256 [@since "3.7.5"] [@until "3.9"]
    | `TLS_AES_256_GCM_SHA384 [@since "3.7.5"] [@until "3.9"]
    | `AES_128_CCM_SHA256 [@since "3.10"]
    | `AES_128_GCM_SHA256 [@since "3.10"]
    | `AES_256_GCM_SHA384 [@since "3.10"]
    | `CHACHA20_POLY1305_SHA256 [@since "3.10"]
    | `DHE_RSA_WITH_3DES_EDE_CBC_SHA [@since "3.10"]
    | `DHE_RSA_WITH_AES_128_CBC_SHA [@since "3.10"]
    | `DHE_RSA_WITH_AES_128_CBC_SHA256 [@since "3.10"]
    | `DHE_RSA_WITH_AES_128_CCM [@since "3.10"]
    | `DHE_RSA_WITH_AES_128_GCM_SHA256 [@since "3.10"]
    | `DHE_RSA_WITH_AES_256_CBC_SHA [@since "3.10"]
    | `DHE_RSA_WITH_AES_256_CBC_SHA256 [@since "3.10"]
    | `DHE_RSA_WITH_AES_256_CCM [@since "3.10"]
    | `DHE_RSA_WITH_AES_256_GCM_SHA384 [@since "3.10"]
    | `DHE_RSA_WITH_CHACHA20_POLY1305_SHA256 [@since "3.10"]
    | `ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA [@since "3.10"]
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA [@since "3.10"]
    | `ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 [@since "3.10"]
    | `ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 [@since "3.10"]
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA [@since "3.10"]
    | `ECDHE_ECDSA_WITH_AES_256_CBC_SHA384 [@since "3.10"]
    | `ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 [@since "3.10"]
    | `ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 [@since "3.10"]
    | `ECDHE_RSA_WITH_3DES_EDE_CBC_SHA [@since "3.10"]
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA [@since "3.10"]
    | `ECDHE_RSA_WITH_AES_128_CBC_SHA256 [@since "3.10"]
    | `ECDHE_RSA_WITH_AES_128_GCM_SHA256 [@since "3.10"]
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA [@since "3.10"]
    | `ECDHE_RSA_WITH_AES_256_CBC_SHA384 [@since "3.10"]
    | `ECDHE_RSA_WITH_AES_256_GCM_SHA384 [@since "3.10"]
    | `ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 [@since "3.10"]
    | `RSA_WITH_3DES_EDE_CBC_SHA [@since "3.10"]
    | `RSA_WITH_AES_128_CBC_SHA [@since "3.10"]
    | `RSA_WITH_AES_128_CBC_SHA256 [@since "3.10"]
    | `RSA_WITH_AES_128_CCM [@since "3.10"]
    | `RSA_WITH_AES_128_GCM_SHA256 [@since "3.10"]
    | `RSA_WITH_AES_256_CBC_SHA [@since "3.10"]
    | `RSA_WITH_AES_256_CBC_SHA256 [@since "3.10"]
    | `RSA_WITH_AES_256_CCM [@since "3.10"]
    | `RSA_WITH_AES_256_GCM_SHA384 [@since "3.10"]
    ]

end

module Core : sig
  [@@@open_ended]

  type tls_version = TLS_1_0 | TLS_1_1 | TLS_1_2 [@@until "3.7.4"]
  type tls_version = [ `TLS_1_0 | `TLS_1_1 | `TLS_1_2 | `TLS_1_3 ] [@@since "3.7.5"]

  type tls_any_version

  module SessionID : sig
    [@@@open_ended]

    type t = Cstruct.t [@@until "3.4"]
    type t = Cstruct_sexp.t [@@since "3.5"] [@@until "4.3"]
    type t = Cstruct.t [@@since "4.4"] [@@until "4.6"]
    type t = string [@@since "4.7"]
  end

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

  module Peer_name : sig
    [@@@open_ended]

    type t = [ `host ] Domain_name.t
  end
  [@@since "3.10"] [@@until "4.3"]

  type client_extension

  type tls_handshake

  type master_secret = Cstruct.t [@@until "3.4"]
  type master_secret = Cstruct_sexp.t [@@since "3.5"] [@@until "4.3"]
  type master_secret = Cstruct.t [@@since "4.4"] [@@until "4.6"]
  type master_secret = string [@@since "4.7"]

  module Cert : sig
    [@@@open_ended]

    type t = X509.Certificate.t
  end
  [@@since "3.5"] [@@until "4.3"]

  module Priv : sig
    [@@@open_ended]

    type t =
      [ `ED25519 of Mirage_crypto_ec.Ed25519.priv
      | `P224 of Mirage_crypto_ec.P224.Dsa.priv
      | `P256 of Mirage_crypto_ec.P256.Dsa.priv
      | `P384 of Mirage_crypto_ec.P384.Dsa.priv
      | `P521 of Mirage_crypto_ec.P521.Dsa.priv
      | `RSA of Mirage_crypto_pk.Rsa.priv ]
  end
  [@@since "3.10"] [@@until "4.3"]

  module Ptime : sig
    [@@@open_ended]

    type t = Ptime.t
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

  type epoch_state = [ `Established | `ZeroRTT ] [@@since "3.7.5"]

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
end

module Reader : sig
  [@@@open_ended]

  type error =
    | TrailingBytes of string
    | WrongLength of string
    | Unknown of string
    | Underflow
    | Overflow of int
    | UnknownVersion of (int * int)
    | UnknownContent of int
  [@@until "4.6"]
end

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
    [
    | `EmptyCiphersuites | `Has0rttAfterHRR | `NoCookie | `NoKeyShareExtension
    | `NoSignatureAlgorithmsExtension | `NoSupportedGroupExtension
    | `NoGoodSignatureAlgorithms of Core.signature_algorithm list
    | `NoSupportedCiphersuite of Packet.any_ciphersuite list
    | `NotSetCiphersuites of Packet.any_ciphersuite list
    | `NotSetExtension of Core.client_extension list
    | `NotSetKeyShare of (Packet.named_group * Cstruct.t) list
    | `NotSetSupportedGroup of Packet.named_group list
    | `NotSubsetKeyShareSupportedGroup of Packet.named_group list * (Packet.named_group * Cstruct.t) list
    | `HasSignatureAlgorithmsExtension [@until "4.3"]
    ]
  [@@since "3.7.5"] [@@until "4.6"]

  type fatal =
    [
    | `BadCertificateChain [@until "4.6"]
    | `BadFinished [@until "4.6"]
    | `BadRecordVersion of Core.tls_any_version [@until "4.6"]
    | `CannotHandleApplicationDataYet [@until "4.6"]
    | `HandshakeFragmentsNotEmpty [@until "4.6"]
    | `HashAlgorithmMismatch [@until "3.9"]
    | `InappropriateFallback [@until "4.6"]
    | `InvalidCertificateExtendedUsage [@until "4.6"]
    | `InvalidCertificateUsage [@until "4.6"]
    | `InvalidClientHello [@until "3.7.4"]
    | `InvalidDH [@until "4.6"]
    | `InvalidRenegotiation [@until "4.6"]
    | `InvalidRenegotiationVersion of Core.tls_version [@until "4.6"]
    | `InvalidServerHello [@until "4.6"]
    | `InvalidSession [@until "4.6"]
    | `KeyTooSmall [@until "4.6"]
    | `MACMismatch [@until "4.6"]
    | `MACUnderflow [@until "4.6"]
    | `NoCertificateReceived [@until "4.6"]
    | `NoCiphersuite of Packet.any_ciphersuite list [@until "3.7.4"]
    | `NoHeartbeat [@until "4.6"]
    | `NoSecureRenegotiation [@until "4.6"]
    | `NoVersion of Core.tls_any_version [@until "3.7.4"]
    | `NotRSACertificate [@until "4.6"]
    | `NotRSASignature [@until "3.9"]
    | `RSASignatureMismatch [@until "3.9"]
    | `RSASignatureVerificationFailed [@until "3.9"]
    | `ReaderError of Reader.error [@until "4.6"]
    | `RecordOverflow of int [@until "4.6"]
    | `UnexpectedCCS [@until "4.6"]
    | `UnexpectedHandshake of Core.tls_handshake [@until "4.6"]
    | `UnknownContentType of int [@until "4.6"]
    | `UnknownRecordVersion of int * int [@until "4.6"]
    | `NoApplicationProtocol [@since "3.5"] [@until "4.6"]
    | `Downgrade11 [@since "3.7.5"] [@until "4.6"]
    | `Downgrade12 [@since "3.7.5"] [@until "4.6"]
    | `HelloRetryRequest [@since "3.7.5"] [@until "4.6"]
    | `InsufficientDH [@since "3.7.5"] [@until "4.6"]
    | `InvalidClientHello of client_hello_errors [@since "3.7.5"] [@until "4.6"]
    | `InvalidMessage [@since "3.7.5"] [@until "4.6"]
    | `MissingContentType [@since "3.7.5"] [@until "4.6"]
    | `NoCertificateVerifyReceived [@since "3.7.5"] [@until "4.6"]
    | `NoSupportedGroup [@since "3.7.5"] [@until "4.6"]
    | `NoVersions of Core.tls_any_version list [@since "3.7.5"] [@until "4.6"]
    | `Toomany0rttbytes [@since "3.7.5"] [@until "4.6"]
    | `UnsupportedKeyExchange [@since "3.7.5"] [@until "3.9"]
    | `UnsupportedSignatureScheme [@since "3.7.5"] [@until "3.9"]
    | `BadECDH of Mirage_crypto_ec.error [@since "3.10"] [@until "4.6"]
    | `SignatureVerificationFailed of string [@since "3.10"] [@until "4.6"]
    | `SigningFailed of string [@since "3.10"] [@until "4.6"]
    | `Bad_certificate of string [@since "4.7"]
    | `Bad_mac [@since "4.7"]
    | `Decode of string [@since "4.7"]
    | `Handshake of [ `BadDH of string | `BadECDH of Mirage_crypto_ec.error | `Fragments | `Message of string ] [@since "4.7"]
    | `Inappropriate_fallback [@since "4.7"]
    | `Missing_extension of string [@since "4.7"]
    | `No_application_protocol [@since "4.7"]
    | `Protocol_version of [ `Bad_record of Core.tls_any_version | `None_supported of Core.tls_any_version list | `Unknown_record of int * int ] [@since "4.7"]
    | `Record_overflow of int [@since "4.7"]
    | `Unexpected of [ `Content_type of int | `Handshake of Core.tls_handshake | `Message of string ] [@since "4.7"]
    | `Unsupported_extension [@since "4.7"]
    ]

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

module Control : sig
  [@@@open_ended]
end
[@@until "3.4"]

module Explorator : sig
  [@@@open_ended]
end

module Tracing : sig
  [@@@open_ended]
end
[@@until "3.4"]

module Utils : sig
  [@@@open_ended]
end
[@@until "3.4"]

module Writer : sig
  [@@@open_ended]
end
[@@until "3.4"]

module State : sig
  [@@@open_ended]
end
[@@until "3.4"]

module Handshake_server : sig
  [@@@open_ended]
end
[@@until "3.4"]

module Handshake_crypto : sig
  [@@@open_ended]
end
[@@until "3.4"]

module Handshake_client : sig
  [@@@open_ended]
end
[@@until "3.4"]

module Crypto : sig
  [@@@open_ended]
end
[@@until "3.4"]

module Handshake_common : sig
  [@@@open_ended]
end
[@@until "3.4"]
