(** Certificates (x509 0.5.3). *)

[@@@complete]

type t

val t_of_sexp : Sexplib.Sexp.t -> t
val sexp_of_t : t -> Sexplib.Sexp.t

type key_type = [ `EC of Asn.OID.t | `RSA ]

val supports_keytype : t -> key_type -> bool

type public_key = [ `EC_pub of Asn.OID.t | `RSA of Nocrypto.Rsa.pub ]

val key_id : public_key -> Cstruct.t
val key_fingerprint : ?hash:Nocrypto.Hash.hash -> public_key -> Cstruct.t

type private_key = [ `RSA of Nocrypto.Rsa.priv ]

val public_key : t -> public_key
val hostnames : t -> string list

type host = [ `Strict of string | `Wildcard of string ]

val supports_hostname : t -> host -> bool
val common_name_to_string : t -> string

type component =
  [ `C of string
  | `CN of string
  | `DC of string
  | `DNQ of string
  | `Generation of string
  | `Given_name of string
  | `Initials of string
  | `L of string
  | `Mail of string
  | `O of string
  | `OU of string
  | `Other of Asn.OID.t * string
  | `Pseudonym of string
  | `SP of string
  | `Serialnumber of string
  | `Surname of string
  | `T of string ]
type distinguished_name = component list

val distinguished_name_to_string : distinguished_name -> string
val fingerprint : Nocrypto.Hash.hash -> t -> Cstruct.t
val subject : t -> distinguished_name
val issuer : t -> distinguished_name
val serial : t -> Z.t
val validity : t -> Asn.Time.t * Asn.Time.t

module Extension : sig
  type key_usage =
    [ `CRL_sign | `Content_commitment | `Data_encipherment | `Decipher_only | `Digital_signature
    | `Encipher_only | `Key_agreement | `Key_cert_sign | `Key_encipherment ]

  val supports_usage : ?not_present:bool -> t -> key_usage -> bool

  type extended_key_usage =
    [ `Any
    | `Client_auth
    | `Code_signing
    | `Email_protection
    | `Ipsec_end
    | `Ipsec_tunnel
    | `Ipsec_user
    | `Ocsp_signing
    | `Other of Asn.OID.t
    | `Server_auth
    | `Time_stamping ]

  val supports_extended_usage : ?not_present:bool -> t -> extended_key_usage -> bool

  type general_name =
    [ `DNS of string
    | `Directory of distinguished_name
    | `EDI_party of string option * string
    | `IP of Cstruct.t
    | `Other of Asn.OID.t * string
    | `Registered_id of Asn.OID.t
    | `Rfc_822 of string
    | `URI of string
    | `X400_address of unit ]
  type authority_key_id = Cstruct.t option * general_name list * Z.t option
  type priv_key_usage_period =
    [ `Interval of Asn.Time.t * Asn.Time.t
    | `Not_after of Asn.Time.t
    | `Not_before of Asn.Time.t ]
  type name_constraint = (general_name * int * int option) list
  type policy = [ `Any | `Something of Asn.OID.t ]
  type t =
    [ `Authority_key_id of authority_key_id
    | `Basic_constraints of bool * int option
    | `Ext_key_usage of extended_key_usage list
    | `Issuer_alt_name of general_name list
    | `Key_usage of key_usage list
    | `Name_constraints of name_constraint * name_constraint
    | `Policies of policy list
    | `Priv_key_period of priv_key_usage_period
    | `Subject_alt_name of general_name list
    | `Subject_key_id of Cstruct.t
    | `Unsupported of Asn.OID.t * Cstruct.t ]
end

module CA : sig
  type signing_request
  type request_extensions =
    [ `Extensions of (bool * Extension.t) list
    | `Name of string
    | `Password of string ]
  type request_info = {
    subject : distinguished_name;
    public_key : public_key;
    extensions : request_extensions list;
  }

  val info : signing_request -> request_info
  val request :
    distinguished_name ->
    ?digest:Nocrypto.Hash.hash ->
    ?extensions:request_extensions list ->
    private_key ->
    signing_request
  val sign :
    signing_request ->
    valid_from:Asn.Time.t ->
    valid_until:Asn.Time.t ->
    ?digest:Nocrypto.Hash.hash ->
    ?serial:Z.t ->
    ?extensions:(bool * Extension.t) list ->
    private_key ->
    distinguished_name ->
    t
end

module Validation : sig
  type ca_error =
    [ `CACertificateExpired of t * float option
    | `CAInvalidExtensions of t
    | `CAInvalidSelfSignature of t
    | `CAInvalidVersion of t
    | `CAIssuerSubjectMismatch of t ]

  val ca_error_of_sexp : Sexplib.Sexp.t -> ca_error
  val sexp_of_ca_error : ca_error -> Sexplib.Sexp.t
  val ca_error_to_string : ca_error -> string
  val valid_ca : ?time:float -> t -> [ `Ok | `Error of ca_error ]
  val valid_cas : ?time:float -> t list -> t list

  type leaf_validation_error =
    [ `LeafCertificateExpired of t * float option
    | `LeafInvalidExtensions of t
    | `LeafInvalidName of t * host option
    | `LeafInvalidVersion of t ]
  type chain_validation_error =
    [ `ChainAuthorityKeyIdSubjectKeyIdMismatch of t * t
    | `ChainInvalidPathlen of t * int
    | `ChainInvalidSignature of t * t
    | `ChainIssuerSubjectMismatch of t * t
    | `EmptyCertificateChain
    | `IntermediateCertificateExpired of t * float option
    | `IntermediateInvalidExtensions of t
    | `IntermediateInvalidVersion of t
    | `NoTrustAnchor of t ]

  val build_paths : t -> t list -> t list list

  type chain_error = [ `Chain of chain_validation_error | `Leaf of leaf_validation_error ]

  val chain_error_of_sexp : Sexplib.Sexp.t -> chain_error
  val sexp_of_chain_error : chain_error -> Sexplib.Sexp.t
  val chain_error_to_string : chain_error -> string
  val verify_chain :
    ?host:host -> ?time:float -> anchors:t list -> t list -> [ `Ok of t | `Fail of chain_error ]

  type fingerprint_validation_error =
    [ `InvalidFingerprint of t * Cstruct.t * Cstruct.t
    | `NameNotInList of t
    | `ServerNameNotPresent of t * string ]
  type validation_error =
    [ `EmptyCertificateChain
    | `Fingerprint of fingerprint_validation_error
    | `InvalidChain
    | `Leaf of leaf_validation_error ]

  val validation_error_of_sexp : Sexplib.Sexp.t -> validation_error
  val sexp_of_validation_error : validation_error -> Sexplib.Sexp.t
  val validation_error_to_string : validation_error -> string

  type result = [ `Ok of (t list * t) option | `Fail of validation_error ]

  val verify_chain_of_trust : ?host:host -> ?time:float -> anchors:t list -> t list -> result
  val trust_key_fingerprint :
    ?host:host ->
    ?time:float ->
    hash:Nocrypto.Hash.hash ->
    fingerprints:(string * Cstruct.t) list ->
    t list ->
    result
  val trust_cert_fingerprint :
    ?host:host ->
    ?time:float ->
    hash:Nocrypto.Hash.hash ->
    fingerprints:(string * Cstruct.t) list ->
    t list ->
    result
end

module Authenticator : sig
  type a = ?host:host -> t list -> Validation.result

  val chain_of_trust : ?time:float -> t list -> a
  val server_key_fingerprint :
    ?time:float -> hash:Nocrypto.Hash.hash -> fingerprints:(string * Cstruct.t) list -> a
  val server_cert_fingerprint :
    ?time:float -> hash:Nocrypto.Hash.hash -> fingerprints:(string * Cstruct.t) list -> a
  val null : a
  val a_of_sexp : Sexplib.Sexp.t -> a
  val sexp_of_a : a -> Sexplib.Sexp.t
end

module Encoding : sig
  val parse : Cstruct.t -> t option
  val cs_of_cert : t -> Cstruct.t
  val parse_signing_request : Cstruct.t -> CA.signing_request option
  val cs_of_signing_request : CA.signing_request -> Cstruct.t
  val pkcs1_digest_info_of_cstruct : Cstruct.t -> (Nocrypto.Hash.hash * Cstruct.t) option
  val pkcs1_digest_info_to_cstruct : Nocrypto.Hash.hash * Cstruct.t -> Cstruct.t
  val rsa_public_to_cstruct : Nocrypto.Rsa.pub -> Cstruct.t
  val rsa_public_of_cstruct : Cstruct.t -> Nocrypto.Rsa.pub option

  module Pem : sig
    val parse : Cstruct.t -> (string * Cstruct.t) list

    module Certificate : sig
      val of_pem_cstruct : Cstruct.t -> t list
      val of_pem_cstruct1 : Cstruct.t -> t
      val to_pem_cstruct : t list -> Cstruct.t
      val to_pem_cstruct1 : t -> Cstruct.t
    end

    module Certificate_signing_request : sig
      type t = CA.signing_request

      val of_pem_cstruct : Cstruct.t -> t list
      val of_pem_cstruct1 : Cstruct.t -> t
      val to_pem_cstruct : t list -> Cstruct.t
      val to_pem_cstruct1 : t -> Cstruct.t
    end

    module Public_key : sig
      val of_pem_cstruct : Cstruct.t -> public_key list
      val of_pem_cstruct1 : Cstruct.t -> public_key
      val to_pem_cstruct : public_key list -> Cstruct.t
      val to_pem_cstruct1 : public_key -> Cstruct.t
    end

    module Private_key : sig
      val of_pem_cstruct : Cstruct.t -> private_key list
      val of_pem_cstruct1 : Cstruct.t -> private_key
      val to_pem_cstruct : private_key list -> Cstruct.t
      val to_pem_cstruct1 : private_key -> Cstruct.t
    end
  end
end
