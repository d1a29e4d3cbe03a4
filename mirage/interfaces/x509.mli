(** Certificates (x509 0.5.3 to 1.1.1), and the names that x509 0.1 to 0.4 had for them. *)

[@@@complete]

module Host : sig
  type t = [ `Strict | `Wildcard ] * [ `host ] Domain_name.t

  val pp : t Fmt.t

  module Set : sig
    type elt = t
    type t

    val empty : t
    val is_empty : t -> bool
    val mem : elt -> t -> bool
    val add : elt -> t -> t
    val singleton : elt -> t
    val remove : elt -> t -> t
    val union : t -> t -> t
    val inter : t -> t -> t
    val disjoint : t -> t -> bool
    val diff : t -> t -> t
    val compare : t -> t -> int
    val equal : t -> t -> bool
    val subset : t -> t -> bool
    val iter : (elt -> unit) -> t -> unit
    val map : (elt -> elt) -> t -> t
    val fold : (elt -> 'a -> 'a) -> t -> 'a -> 'a
    val for_all : (elt -> bool) -> t -> bool
    val exists : (elt -> bool) -> t -> bool
    val filter : (elt -> bool) -> t -> t
    val filter_map : (elt -> elt option) -> t -> t
    val partition : (elt -> bool) -> t -> t * t
    val cardinal : t -> int
    val elements : t -> elt list
    val min_elt : t -> elt
    val min_elt_opt : t -> elt option
    val max_elt : t -> elt
    val max_elt_opt : t -> elt option
    val choose : t -> elt
    val choose_opt : t -> elt option
    val split : elt -> t -> t * bool * t
    val find : elt -> t -> elt
    val find_opt : elt -> t -> elt option
    val find_first : (elt -> bool) -> t -> elt
    val find_first_opt : (elt -> bool) -> t -> elt option
    val find_last : (elt -> bool) -> t -> elt
    val find_last_opt : (elt -> bool) -> t -> elt option
    val of_list : elt list -> t
    val to_seq_from : elt -> t -> elt Seq.t
    val to_seq : t -> elt Seq.t
    val to_rev_seq : t -> elt Seq.t
    val add_seq : elt Seq.t -> t -> t
    val of_seq : elt Seq.t -> t
    val pp : t Fmt.t
  end
end
[@@since "3.7.5"]

module Key_type : sig
  type t = [ `ED25519 | `P224 | `P256 | `P384 | `P521 | `RSA ] [@@until "4.6"]
  type t = [ `ED25519 | `P256 | `P384 | `P521 | `RSA ] [@@since "4.7"]

  val strings : (string * t) list
  val to_string : t -> string
  val of_string : string -> (t, [> `Msg of string ]) result
  val pp : t Fmt.t

  type signature_scheme = [ `ECDSA | `ED25519 | `RSA_PKCS1 | `RSA_PSS ]

  val pp_signature_scheme : signature_scheme Fmt.t
  val supports_signature_scheme : t -> signature_scheme -> bool
end
[@@since "3.10"]

module Public_key : sig
  type t = [ `EC_pub of Asn.oid | `RSA of Nocrypto.Rsa.pub ] [@@until "3.7.4"]

  type t = [ `EC_pub of Asn.oid | `RSA of Mirage_crypto_pk.Rsa.pub ]
  [@@since "3.7.5"] [@@until "3.9"]

  type t =
    [ `ED25519 of Mirage_crypto_ec.Ed25519.pub
    | `P224 of Mirage_crypto_ec.P224.Dsa.pub
    | `P256 of Mirage_crypto_ec.P256.Dsa.pub
    | `P384 of Mirage_crypto_ec.P384.Dsa.pub
    | `P521 of Mirage_crypto_ec.P521.Dsa.pub
    | `RSA of Mirage_crypto_pk.Rsa.pub ]
  [@@since "3.10"] [@@until "4.6"]

  type t =
    [ `ED25519 of Mirage_crypto_ec.Ed25519.pub
    | `P256 of Mirage_crypto_ec.P256.Dsa.pub
    | `P384 of Mirage_crypto_ec.P384.Dsa.pub
    | `P521 of Mirage_crypto_ec.P521.Dsa.pub
    | `RSA of Mirage_crypto_pk.Rsa.pub ]
  [@@since "4.7"]

  val id : t -> Cstruct.t [@@until "4.6"]
  val id : t -> string [@@since "4.7"]
  val fingerprint : ?hash:Nocrypto.Hash.hash -> t -> Cstruct.t [@@until "3.7.4"]

  val fingerprint : ?hash:Mirage_crypto.Hash.hash -> t -> Cstruct.t
  [@@since "3.7.5"] [@@until "4.6"]

  val fingerprint : ?hash:Digestif.hash' -> t -> string [@@since "4.7"]
  val key_type : t -> Key_type.t [@@since "3.10"]

  val verify :
    Mirage_crypto.Hash.hash ->
    ?scheme:Key_type.signature_scheme ->
    signature:Cstruct.t ->
    t ->
    [ `Digest of Cstruct.t | `Message of Cstruct.t ] ->
    (unit, [> `Msg of string ]) result
  [@@since "3.10"] [@@until "4.6"]

  val verify :
    Digestif.hash' ->
    ?scheme:Key_type.signature_scheme ->
    signature:string ->
    t ->
    [ `Digest of string | `Message of string ] ->
    (unit, [> `Msg of string ]) result
  [@@since "4.7"]

  val pp : t Fmt.t [@@since "3.7.5"]
  val encode_der : t -> Cstruct.t [@@until "4.6"]
  val encode_der : t -> string [@@since "4.7"]
  val decode_der : Cstruct.t -> (t, [> Rresult.R.msg ]) result [@@until "3.9"]
  val decode_der : Cstruct.t -> (t, [> `Msg of string ]) result [@@since "3.10"] [@@until "4.6"]
  val decode_der : string -> (t, [> `Msg of string ]) result [@@since "4.7"]
  val decode_pem : Cstruct.t -> (t, [> Rresult.R.msg ]) result [@@until "3.9"]
  val decode_pem : Cstruct.t -> (t, [> `Msg of string ]) result [@@since "3.10"] [@@until "4.6"]
  val decode_pem : string -> (t, [> `Msg of string ]) result [@@since "4.7"]
  val encode_pem : t -> Cstruct.t [@@until "4.6"]
  val encode_pem : t -> string [@@since "4.7"]
end
[@@since "3.5"]

module Private_key : sig
  type t = [ `RSA of Nocrypto.Rsa.priv ] [@@until "3.7.4"]
  type t = [ `RSA of Mirage_crypto_pk.Rsa.priv ] [@@since "3.7.5"] [@@until "3.9"]

  type t =
    [ `ED25519 of Mirage_crypto_ec.Ed25519.priv
    | `P224 of Mirage_crypto_ec.P224.Dsa.priv
    | `P256 of Mirage_crypto_ec.P256.Dsa.priv
    | `P384 of Mirage_crypto_ec.P384.Dsa.priv
    | `P521 of Mirage_crypto_ec.P521.Dsa.priv
    | `RSA of Mirage_crypto_pk.Rsa.priv ]
  [@@since "3.10"] [@@until "4.6"]

  type t =
    [ `ED25519 of Mirage_crypto_ec.Ed25519.priv
    | `P256 of Mirage_crypto_ec.P256.Dsa.priv
    | `P384 of Mirage_crypto_ec.P384.Dsa.priv
    | `P521 of Mirage_crypto_ec.P521.Dsa.priv
    | `RSA of Mirage_crypto_pk.Rsa.priv ]
  [@@since "4.7"]

  val generate : ?seed:Cstruct.t -> ?bits:int -> Key_type.t -> t [@@since "3.10"] [@@until "4.6"]
  val generate : ?seed:string -> ?bits:int -> Key_type.t -> t [@@since "4.7"]
  val of_octets : string -> Key_type.t -> (t, [> `Msg of string ]) result [@@since "4.7"]

  val of_cstruct : Cstruct.t -> Key_type.t -> (t, [> `Msg of string ]) result
  [@@since "3.10"] [@@until "4.6"]

  val of_string :
    ?seed_or_data:[ `Data | `Seed ] ->
    ?bits:int ->
    Key_type.t ->
    string ->
    (t, [> `Msg of string ]) result
  [@@since "4.0"]

  val key_type : t -> Key_type.t [@@since "3.10"]
  val public : t -> Public_key.t [@@since "3.10"]

  val sign :
    Mirage_crypto.Hash.hash ->
    ?scheme:Key_type.signature_scheme ->
    t ->
    [ `Digest of Cstruct.t | `Message of Cstruct.t ] ->
    (Cstruct.t, [> `Msg of string ]) result
  [@@since "3.10"] [@@until "4.6"]

  val sign :
    Digestif.hash' ->
    ?scheme:Key_type.signature_scheme ->
    t ->
    [ `Digest of string | `Message of string ] ->
    (string, [> `Msg of string ]) result
  [@@since "4.7"]

  val decode_der : Cstruct.t -> (t, [> Rresult.R.msg ]) result [@@since "3.7.5"] [@@until "3.9"]
  val decode_der : Cstruct.t -> (t, [> `Msg of string ]) result [@@since "3.10"] [@@until "4.6"]
  val decode_der : string -> (t, [> `Msg of string ]) result [@@since "4.7"]
  val encode_der : t -> Cstruct.t [@@since "3.7.5"] [@@until "4.6"]
  val encode_der : t -> string [@@since "4.7"]
  val decode_pem : Cstruct.t -> (t, [> Rresult.R.msg ]) result [@@until "3.9"]
  val decode_pem : Cstruct.t -> (t, [> `Msg of string ]) result [@@since "3.10"] [@@until "4.6"]
  val decode_pem : string -> (t, [> `Msg of string ]) result [@@since "4.7"]
  val encode_pem : t -> Cstruct.t [@@until "4.6"]
  val encode_pem : t -> string [@@since "4.7"]
end
[@@since "3.5"]

module Distinguished_name : sig
  type attribute =
    | CN of string
    | Serialnumber of string
    | C of string
    | L of string
    | ST of string
    | O of string
    | OU of string
    | T of string
    | DNQ of string
    | Mail of string
    | DC of string
    | Given_name of string
    | Surname of string
    | Initials of string
    | Pseudonym of string
    | Generation of string
    | Street of string
    | Userid of string
    | Other of Asn.oid * string
  [@@since "3.7.5"]

  module Relative_distinguished_name : sig
    type elt = attribute
    type t

    val empty : t
    val is_empty : t -> bool
    val mem : elt -> t -> bool
    val add : elt -> t -> t
    val singleton : elt -> t
    val remove : elt -> t -> t
    val union : t -> t -> t
    val inter : t -> t -> t
    val disjoint : t -> t -> bool
    val diff : t -> t -> t
    val compare : t -> t -> int
    val equal : t -> t -> bool
    val subset : t -> t -> bool
    val iter : (elt -> unit) -> t -> unit
    val map : (elt -> elt) -> t -> t
    val fold : (elt -> 'a -> 'a) -> t -> 'a -> 'a
    val for_all : (elt -> bool) -> t -> bool
    val exists : (elt -> bool) -> t -> bool
    val filter : (elt -> bool) -> t -> t
    val filter_map : (elt -> elt option) -> t -> t
    val partition : (elt -> bool) -> t -> t * t
    val cardinal : t -> int
    val elements : t -> elt list
    val min_elt : t -> elt
    val min_elt_opt : t -> elt option
    val max_elt : t -> elt
    val max_elt_opt : t -> elt option
    val choose : t -> elt
    val choose_opt : t -> elt option
    val split : elt -> t -> t * bool * t
    val find : elt -> t -> elt
    val find_opt : elt -> t -> elt option
    val find_first : (elt -> bool) -> t -> elt
    val find_first_opt : (elt -> bool) -> t -> elt option
    val find_last : (elt -> bool) -> t -> elt
    val find_last_opt : (elt -> bool) -> t -> elt option
    val of_list : elt list -> t
    val to_seq_from : elt -> t -> elt Seq.t
    val to_seq : t -> elt Seq.t
    val to_rev_seq : t -> elt Seq.t
    val add_seq : elt Seq.t -> t -> t
    val of_seq : elt Seq.t -> t
  end
  [@@since "3.7.5"]

  type _ k =
    | CN : string k
    | Serialnumber : string k
    | C : string k
    | L : string k
    | SP : string k
    | O : string k
    | OU : string k
    | T : string k
    | DNQ : string k
    | Mail : string k
    | DC : string k
    | Given_name : string k
    | Surname : string k
    | Initials : string k
    | Pseudonym : string k
    | Generation : string k
    | Other : Asn.oid -> string k
  [@@until "3.7.4"]

  type 'a key = 'a k [@@until "3.7.4"]
  type t [@@until "3.7.4"]
  type t = Relative_distinguished_name.t list [@@since "3.7.5"]

  val empty : t [@@until "3.7.4"]
  val singleton : 'a key -> 'a -> t [@@until "3.7.4"]
  val is_empty : t -> bool [@@until "3.7.4"]
  val cardinal : t -> int [@@until "3.7.4"]
  val mem : 'a key -> t -> bool [@@until "3.7.4"]
  val find : 'a key -> t -> 'a option [@@until "3.7.4"]
  val get : 'a key -> t -> 'a [@@until "3.7.4"]
  val add_unless_bound : 'a key -> 'a -> t -> t option [@@until "3.7.4"]
  val add : 'a key -> 'a -> t -> t [@@until "3.7.4"]
  val remove : 'a key -> t -> t [@@until "3.7.4"]
  val update : 'a key -> ('a option -> 'a option) -> t -> t [@@until "3.7.4"]

  type b = B : 'a key * 'a -> b [@@until "3.7.4"]

  val min_binding : t -> b option [@@until "3.7.4"]
  val max_binding : t -> b option [@@until "3.7.4"]
  val any_binding : t -> b option [@@until "3.7.4"]
  val bindings : t -> b list [@@until "3.7.4"]

  type eq = { f : 'a. 'a key -> 'a -> 'a -> bool } [@@until "3.7.4"]
  type mapper = { f : 'a. 'a key -> 'a -> 'a } [@@until "3.7.4"]

  val map : mapper -> t -> t [@@until "3.7.4"]
  val iter : (b -> unit) -> t -> unit [@@until "3.7.4"]
  val fold : (b -> 'a -> 'a) -> t -> 'a -> 'a [@@until "3.7.4"]
  val for_all : (b -> bool) -> t -> bool [@@until "3.7.4"]
  val exists : (b -> bool) -> t -> bool [@@until "3.7.4"]
  val filter : (b -> bool) -> t -> t [@@until "3.7.4"]

  type merger = { f : 'a. 'a key -> 'a option -> 'a option -> 'a option } [@@until "3.7.4"]

  val merge : merger -> t -> t -> t [@@until "3.7.4"]

  type unionee = { f : 'a. 'a key -> 'a -> 'a -> 'a option } [@@until "3.7.4"]

  val union : unionee -> t -> t -> t [@@until "3.7.4"]
  val equal : t -> t -> bool

  val make_pp :
    format:[ `OSF | `OpenSSL | `RFC4514 ] ->
    ?spacing:[ `Loose | `Medium | `Tight ] ->
    unit ->
    t Fmt.t
  [@@since "3.7.5"]

  val pp : t Fmt.t
  val common_name : t -> string option [@@since "3.7.5"]
  val decode_der : Cstruct.t -> (t, [> Rresult.R.msg ]) result [@@until "3.9"]
  val decode_der : Cstruct.t -> (t, [> `Msg of string ]) result [@@since "3.10"] [@@until "4.6"]
  val decode_der : string -> (t, [> `Msg of string ]) result [@@since "4.7"]
  val encode_der : t -> Cstruct.t [@@until "4.6"]
  val encode_der : t -> string [@@since "4.7"]
end
[@@since "3.5"]

module General_name : sig
  type _ k =
    | Other : Asn.oid -> string list k
    | Rfc_822 : string list k
    | DNS : string list k
    | X400_address : unit k
    | Directory : Distinguished_name.t list k
    | EDI_party : (string option * string) list k
    | URI : string list k
    | IP : Cstruct.t list k
    | Registered_id : Asn.oid list k
  [@@until "4.6"]

  type _ k =
    | Other : Asn.oid -> string list k
    | Rfc_822 : string list k
    | DNS : string list k
    | X400_address : unit k
    | Directory : Distinguished_name.t list k
    | EDI_party : (string option * string) list k
    | URI : string list k
    | IP : string list k
    | Registered_id : Asn.oid list k
  [@@since "4.7"]

  type 'a key = 'a k
  type t

  val empty : t
  val singleton : 'a key -> 'a -> t
  val is_empty : t -> bool
  val cardinal : t -> int
  val mem : 'a key -> t -> bool
  val find : 'a key -> t -> 'a option
  val get : 'a key -> t -> 'a
  val add_unless_bound : 'a key -> 'a -> t -> t option
  val add : 'a key -> 'a -> t -> t
  val remove : 'a key -> t -> t
  val update : 'a key -> ('a option -> 'a option) -> t -> t

  type b = B : 'a key * 'a -> b

  val min_binding : t -> b option
  val max_binding : t -> b option
  val any_binding : t -> b option
  val bindings : t -> b list

  type eq = { f : 'a. 'a key -> 'a -> 'a -> bool }

  val equal : eq -> t -> t -> bool

  type mapper = { f : 'a. 'a key -> 'a -> 'a }

  val map : mapper -> t -> t
  val iter : (b -> unit) -> t -> unit
  val fold : (b -> 'a -> 'a) -> t -> 'a -> 'a
  val for_all : (b -> bool) -> t -> bool
  val exists : (b -> bool) -> t -> bool
  val filter : (b -> bool) -> t -> t

  type merger = { f : 'a. 'a key -> 'a option -> 'a option -> 'a option }

  val merge : merger -> t -> t -> t

  type unionee = { f : 'a. 'a key -> 'a -> 'a -> 'a option }

  val union : unionee -> t -> t -> t
  val pp : t Fmt.t
end
[@@since "3.5"]

type t [@@until "3.4"]

val t_of_sexp : Sexplib.Sexp.t -> t [@@until "3.4"]
val sexp_of_t : t -> Sexplib.Sexp.t [@@until "3.4"]

type key_type = [ `EC of Asn.OID.t | `RSA ] [@@until "3.4"]

val supports_keytype : t -> key_type -> bool
[@@port "x509-modules"]
[@@until "3.4"]

type public_key = [ `EC_pub of Asn.OID.t | `RSA of Nocrypto.Rsa.pub ] [@@until "3.4"]

val key_id : public_key -> Cstruct.t
[@@port "x509-modules"]
[@@until "3.4"]
val key_fingerprint : ?hash:Nocrypto.Hash.hash -> public_key -> Cstruct.t
[@@port "x509-modules"]
[@@until "3.4"]

type private_key = [ `RSA of Nocrypto.Rsa.priv ] [@@until "3.4"]

val public_key : t -> public_key
[@@port "x509-modules"]
[@@until "3.4"]
val hostnames : t -> string list
[@@port "x509-modules"]
[@@until "3.4"]

type host = [ `Strict of string | `Wildcard of string ] [@@until "3.4"]

val supports_hostname : t -> host -> bool
[@@port "x509-modules"]
[@@until "3.4"]
val common_name_to_string : t -> string
[@@port "x509-modules"]
[@@until "3.4"]

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
[@@until "3.4"]
type distinguished_name = component list [@@until "3.4"]

val distinguished_name_to_string : distinguished_name -> string
[@@port "x509-modules"]
[@@until "3.4"]
val fingerprint : Nocrypto.Hash.hash -> t -> Cstruct.t
[@@port "x509-modules"]
[@@until "3.4"]
val subject : t -> distinguished_name
[@@port "x509-modules"]
[@@until "3.4"]
val issuer : t -> distinguished_name
[@@port "x509-modules"]
[@@until "3.4"]
val serial : t -> Z.t
[@@port "x509-modules"]
[@@until "3.4"]
val validity : t -> Asn.Time.t * Asn.Time.t
[@@port "x509-modules"]
[@@until "3.4"]

module Extension : sig
  type key_usage =
    [ `CRL_sign | `Content_commitment | `Data_encipherment | `Decipher_only | `Digital_signature
    | `Encipher_only | `Key_agreement | `Key_cert_sign | `Key_encipherment ]

  val supports_usage : ?not_present:bool -> t -> key_usage -> bool [@@until "3.4"]

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
  [@@until "3.4"]

  type extended_key_usage =
    [ `Any
    | `Client_auth
    | `Code_signing
    | `Email_protection
    | `Ipsec_end
    | `Ipsec_tunnel
    | `Ipsec_user
    | `Ocsp_signing
    | `Other of Asn.oid
    | `Server_auth
    | `Time_stamping ]
  [@@since "3.5"]

  val supports_extended_usage : ?not_present:bool -> t -> extended_key_usage -> bool [@@until "3.4"]

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
  [@@until "3.4"]
  type authority_key_id = Cstruct.t option * general_name list * Z.t option [@@until "3.4"]

  type authority_key_id = Cstruct.t option * General_name.t * Z.t option
  [@@since "3.5"] [@@until "4.6"]

  type authority_key_id = string option * General_name.t * string option [@@since "4.7"]
  type priv_key_usage_period =
    [ `Interval of Asn.Time.t * Asn.Time.t
    | `Not_after of Asn.Time.t
    | `Not_before of Asn.Time.t ]
  [@@until "3.4"]

  type priv_key_usage_period =
    [ `Interval of Ptime.t * Ptime.t | `Not_after of Ptime.t | `Not_before of Ptime.t ]
  [@@since "3.5"]

  type name_constraint = (general_name * int * int option) list [@@until "3.4"]
  type name_constraint = (General_name.b * int * int option) list [@@since "3.5"]
  type policy = [ `Any | `Something of Asn.OID.t ] [@@until "3.4"]
  type policy = [ `Any | `Something of Asn.oid ] [@@since "3.5"]

  type reason =
    [ `AA_compromise
    | `Affiliation_changed
    | `CA_compromise
    | `Certificate_hold
    | `Cessation_of_operation
    | `Key_compromise
    | `Privilege_withdrawn
    | `Remove_from_CRL
    | `Superseded
    | `Unspecified ]
  [@@since "3.5"]

  type distribution_point_name = [ `Full of General_name.t | `Relative of Distinguished_name.t ]
  [@@since "3.5"]

  type distribution_point =
    distribution_point_name option * reason list option * General_name.t option
  [@@since "3.5"]

  type 'a extension = bool * 'a [@@since "3.5"]

  type _ k =
    | Unsupported : Asn.oid -> Cstruct.t extension k
    | Subject_alt_name : General_name.t extension k
    | Authority_key_id : authority_key_id extension k
    | Subject_key_id : Cstruct.t extension k
    | Issuer_alt_name : General_name.t extension k
    | Key_usage : key_usage list extension k
    | Ext_key_usage : extended_key_usage list extension k
    | Basic_constraints : (bool * int option) extension k
    | CRL_number : int extension k
    | Delta_CRL_indicator : int extension k
    | Priv_key_period : priv_key_usage_period extension k
    | Name_constraints : (name_constraint * name_constraint) extension k
    | CRL_distribution_points : distribution_point list extension k
    | Issuing_distribution_point : (distribution_point_name option * bool * bool * reason list option * bool * bool) extension k
    | Freshest_CRL : distribution_point list extension k
    | Reason : reason extension k
    | Invalidity_date : Ptime.t extension k
    | Certificate_issuer : General_name.t extension k
    | Policies : policy list extension k
  [@@since "3.5"] [@@until "4.6"]

  type _ k =
    | Unsupported : Asn.oid -> string extension k
    | Subject_alt_name : General_name.t extension k
    | Authority_key_id : authority_key_id extension k
    | Subject_key_id : string extension k
    | Issuer_alt_name : General_name.t extension k
    | Key_usage : key_usage list extension k
    | Ext_key_usage : extended_key_usage list extension k
    | Basic_constraints : (bool * int option) extension k
    | CRL_number : int extension k
    | Delta_CRL_indicator : int extension k
    | Priv_key_period : priv_key_usage_period extension k
    | Name_constraints : (name_constraint * name_constraint) extension k
    | CRL_distribution_points : distribution_point list extension k
    | Issuing_distribution_point : (distribution_point_name option * bool * bool * reason list option * bool * bool) extension k
    | Freshest_CRL : distribution_point list extension k
    | Reason : reason extension k
    | Invalidity_date : Ptime.t extension k
    | Certificate_issuer : General_name.t extension k
    | Policies : policy list extension k
  [@@since "4.7"]

  type 'a key = 'a k [@@since "3.5"]
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
  [@@until "3.4"]

  type t [@@since "3.5"]

  val empty : t [@@since "3.5"]
  val singleton : 'a key -> 'a -> t [@@since "3.5"]
  val is_empty : t -> bool [@@since "3.5"]
  val cardinal : t -> int [@@since "3.5"]
  val mem : 'a key -> t -> bool [@@since "3.5"]
  val find : 'a key -> t -> 'a option [@@since "3.5"]
  val get : 'a key -> t -> 'a [@@since "3.5"]
  val add_unless_bound : 'a key -> 'a -> t -> t option [@@since "3.5"]
  val add : 'a key -> 'a -> t -> t [@@since "3.5"]
  val remove : 'a key -> t -> t [@@since "3.5"]
  val update : 'a key -> ('a option -> 'a option) -> t -> t [@@since "3.5"]

  type b = B : 'a key * 'a -> b [@@since "3.5"]

  val min_binding : t -> b option [@@since "3.5"]
  val max_binding : t -> b option [@@since "3.5"]
  val any_binding : t -> b option [@@since "3.5"]
  val bindings : t -> b list [@@since "3.5"]

  type eq = { f : 'a. 'a key -> 'a -> 'a -> bool } [@@since "3.5"]

  val equal : eq -> t -> t -> bool [@@since "3.5"]

  type mapper = { f : 'a. 'a key -> 'a -> 'a } [@@since "3.5"]

  val map : mapper -> t -> t [@@since "3.5"]
  val iter : (b -> unit) -> t -> unit [@@since "3.5"]
  val fold : (b -> 'a -> 'a) -> t -> 'a -> 'a [@@since "3.5"]
  val for_all : (b -> bool) -> t -> bool [@@since "3.5"]
  val exists : (b -> bool) -> t -> bool [@@since "3.5"]
  val filter : (b -> bool) -> t -> t [@@since "3.5"]

  type merger = { f : 'a. 'a key -> 'a option -> 'a option -> 'a option } [@@since "3.5"]

  val merge : merger -> t -> t -> t [@@since "3.5"]

  type unionee = { f : 'a. 'a key -> 'a -> 'a -> 'a option } [@@since "3.5"]

  val union : unionee -> t -> t -> t [@@since "3.5"]
  val critical : 'a key -> 'a -> bool [@@since "3.5"]
  val pp : t Fmt.t [@@since "3.5"]
  val pp' : (Asn.oid * string) Fmt.t -> t Fmt.t [@@since "4.7"]
end

module Certificate : sig
  val decode_pkcs1_digest_info :
    Cstruct.t -> (Nocrypto.Hash.hash * Cstruct.t, [> Rresult.R.msg ]) result
  [@@until "3.7.4"]

  val decode_pkcs1_digest_info :
    Cstruct.t -> (Mirage_crypto.Hash.hash * Cstruct.t, [> Rresult.R.msg ]) result
  [@@since "3.7.5"] [@@until "3.9"]

  val decode_pkcs1_digest_info :
    Cstruct.t -> (Mirage_crypto.Hash.hash * Cstruct.t, [> `Msg of string ]) result
  [@@since "3.10"] [@@until "4.6"]

  val decode_pkcs1_digest_info :
    string ->
    ([ `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] * string, [> `Msg of string ]) result
  [@@since "4.7"]

  val encode_pkcs1_digest_info : Nocrypto.Hash.hash * Cstruct.t -> Cstruct.t [@@until "3.7.4"]

  val encode_pkcs1_digest_info : Mirage_crypto.Hash.hash * Cstruct.t -> Cstruct.t
  [@@since "3.7.5"] [@@until "4.6"]

  val encode_pkcs1_digest_info :
    [ `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] * string -> string
  [@@since "4.7"]

  type t

  val pp : t Fmt.t
  val pp' : (Asn.oid * string) Fmt.t -> t Fmt.t [@@since "4.7"]
  val decode_der : Cstruct.t -> (t, [> Rresult.R.msg ]) result [@@until "3.9"]
  val decode_der : Cstruct.t -> (t, [> `Msg of string ]) result [@@since "3.10"] [@@until "4.6"]
  val decode_der : string -> (t, [> `Msg of string ]) result [@@since "4.7"]
  val encode_der : t -> Cstruct.t [@@until "4.6"]
  val encode_der : t -> string [@@since "4.7"]
  val decode_pem_multiple : Cstruct.t -> (t list, [> Rresult.R.msg ]) result [@@until "3.9"]

  val decode_pem_multiple : Cstruct.t -> (t list, [> `Msg of string ]) result
  [@@since "3.10"] [@@until "4.6"]

  val decode_pem_multiple : string -> (t list, [> `Msg of string ]) result [@@since "4.7"]

  val fold_decode_pem_multiple : ('a -> (t, [> `Msg of string ]) result -> 'a) -> 'a -> string -> 'a
  [@@since "4.7"]

  val decode_pem : Cstruct.t -> (t, [> Rresult.R.msg ]) result [@@until "3.9"]
  val decode_pem : Cstruct.t -> (t, [> `Msg of string ]) result [@@since "3.10"] [@@until "4.6"]
  val decode_pem : string -> (t, [> `Msg of string ]) result [@@since "4.7"]
  val encode_pem_multiple : t list -> Cstruct.t [@@until "4.6"]
  val encode_pem_multiple : t list -> string [@@since "4.7"]
  val encode_pem : t -> Cstruct.t [@@until "4.6"]
  val encode_pem : t -> string [@@since "4.7"]

  type key_type = [ `EC of Asn.oid | `RSA ] [@@until "3.9"]

  val supports_keytype : t -> key_type -> bool [@@until "3.9"]
  val supports_keytype : t -> Key_type.t -> bool [@@since "3.10"]
  val public_key : t -> Public_key.t

  val signature_algorithm : t -> ([ `ECDSA | `RSA ] * Mirage_crypto.Hash.hash) option
  [@@since "3.7.5"] [@@until "3.9"]

  val signature_algorithm : t -> (Key_type.signature_scheme * Mirage_crypto.Hash.hash) option
  [@@since "3.10"] [@@until "4.6"]

  val signature_algorithm : t -> (Key_type.signature_scheme * Digestif.hash') option [@@since "4.7"]
  val hostnames : t -> Domain_name.Set.t [@@until "3.7.4"]
  val hostnames : t -> Host.Set.t [@@since "3.7.5"]

  type host = [ `Strict | `Wildcard ] * [ `host ] Domain_name.t [@@until "3.7.4"]

  val supports_hostname : t -> host -> bool [@@until "3.7.4"]
  val supports_hostname : t -> [ `host ] Domain_name.t -> bool [@@since "3.7.5"]
  val ips : t -> Ipaddr.Set.t [@@since "3.10"]
  val supports_ip : t -> Ipaddr.t -> bool [@@since "3.10"]
  val fingerprint : Nocrypto.Hash.hash -> t -> Cstruct.t [@@until "3.7.4"]
  val fingerprint : Mirage_crypto.Hash.hash -> t -> Cstruct.t [@@since "3.7.5"] [@@until "4.6"]
  val fingerprint : Digestif.hash' -> t -> string [@@since "4.7"]
  val subject : t -> Distinguished_name.t
  val issuer : t -> Distinguished_name.t
  val serial : t -> Z.t [@@until "4.6"]
  val serial : t -> string [@@since "4.7"]
  val validity : t -> Ptime.t * Ptime.t
  val extensions : t -> Extension.t
end
[@@since "3.5"]

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
[@@port "x509-modules"]
[@@until "3.4"]

module Validation : sig
  [@@@open_ended]

  type signature_error =
    [ `Bad_pkcs1_signature of Distinguished_name.t
    | `Hash_not_whitelisted of Distinguished_name.t * Mirage_crypto.Hash.hash
    | `Unsupported_keytype of Distinguished_name.t * Public_key.t ]
  [@@since "3.7.5"] [@@until "3.9"]

  type signature_error =
    [ `Bad_encoding of Distinguished_name.t * string * Cstruct.t
    | `Bad_signature of Distinguished_name.t * string
    | `Hash_not_allowed of Distinguished_name.t * Mirage_crypto.Hash.hash
    | `Msg of string
    | `Unsupported_algorithm of Distinguished_name.t * string
    | `Unsupported_keytype of Distinguished_name.t * Public_key.t ]
  [@@since "3.10"] [@@until "4.6"]

  type signature_error =
    [ `Bad_encoding of Distinguished_name.t * string * string
    | `Bad_signature of Distinguished_name.t * string
    | `Hash_not_allowed of Distinguished_name.t
      * [ `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ]
    | `Msg of string
    | `Unsupported_algorithm of Distinguished_name.t * string
    | `Unsupported_keytype of Distinguished_name.t * Public_key.t ]
  [@@since "4.7"]

  type ca_error =
    [
    | `CACertificateExpired of t * float option [@until "3.4"]
    | `CAInvalidExtensions of t [@until "3.4"]
    | `CAInvalidSelfSignature of t [@until "3.4"]
    | `CAInvalidVersion of t [@until "3.4"]
    | `CAIssuerSubjectMismatch of t [@until "3.4"]
    | `CACertificateExpired of Certificate.t * Ptime.t option [@since "3.5"]
    | `CAInvalidExtensions of Certificate.t [@since "3.5"]
    | `CAInvalidSelfSignature of Certificate.t [@since "3.5"] [@until "3.7.4"]
    | `CAInvalidVersion of Certificate.t [@since "3.5"]
    | `CAIssuerSubjectMismatch of Certificate.t [@since "3.5"]
    | `Bad_pkcs1_signature of Distinguished_name.t [@since "3.7.5"] [@until "3.9"]
    | `Hash_not_whitelisted of Distinguished_name.t * Mirage_crypto.Hash.hash [@since "3.7.5"] [@until "3.9"]
    | `Unsupported_keytype of Distinguished_name.t * Public_key.t [@since "3.7.5"]
    | `Bad_encoding of Distinguished_name.t * string * Cstruct.t [@since "3.10"] [@until "4.6"]
    | `Bad_signature of Distinguished_name.t * string [@since "3.10"]
    | `Hash_not_allowed of Distinguished_name.t * Mirage_crypto.Hash.hash [@since "3.10"] [@until "4.6"]
    | `Msg of string [@since "3.10"]
    | `Unsupported_algorithm of Distinguished_name.t * string [@since "3.10"]
    | `Bad_encoding of Distinguished_name.t * string * string [@since "4.7"]
    | `Hash_not_allowed of Distinguished_name.t * [ `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] [@since "4.7"]
    ]

  type leaf_validation_error =
    [ `LeafCertificateExpired of t * float option
    | `LeafInvalidExtensions of t
    | `LeafInvalidName of t * host option
    | `LeafInvalidVersion of t ]
  [@@until "3.4"]

  type leaf_validation_error =
    [ `LeafCertificateExpired of Certificate.t * Ptime.t option
    | `LeafInvalidExtensions of Certificate.t
    | `LeafInvalidName of Certificate.t * Certificate.host option
    | `LeafInvalidVersion of Certificate.t ]
  [@@since "3.5"] [@@until "3.7.4"]

  type leaf_validation_error =
    [ `LeafCertificateExpired of Certificate.t * Ptime.t option
    | `LeafInvalidExtensions of Certificate.t
    | `LeafInvalidName of Certificate.t * [ `host ] Domain_name.t option
    | `LeafInvalidVersion of Certificate.t ]
  [@@since "3.7.5"] [@@until "3.9"]

  type leaf_validation_error =
    [ `LeafCertificateExpired of Certificate.t * Ptime.t option
    | `LeafInvalidExtensions of Certificate.t
    | `LeafInvalidIP of Certificate.t * Ipaddr.t option
    | `LeafInvalidName of Certificate.t * [ `host ] Domain_name.t option
    | `LeafInvalidVersion of Certificate.t ]
  [@@since "3.10"]

  type chain_validation_error =
    [
    | `EmptyCertificateChain
    | `ChainAuthorityKeyIdSubjectKeyIdMismatch of t * t [@until "3.4"]
    | `ChainInvalidPathlen of t * int [@until "3.4"]
    | `ChainInvalidSignature of t * t [@until "3.4"]
    | `ChainIssuerSubjectMismatch of t * t [@until "3.4"]
    | `IntermediateCertificateExpired of t * float option [@until "3.4"]
    | `IntermediateInvalidExtensions of t [@until "3.4"]
    | `IntermediateInvalidVersion of t [@until "3.4"]
    | `NoTrustAnchor of t [@until "3.4"]
    | `ChainAuthorityKeyIdSubjectKeyIdMismatch of Certificate.t * Certificate.t [@since "3.5"]
    | `ChainInvalidPathlen of Certificate.t * int [@since "3.5"]
    | `ChainInvalidSignature of Certificate.t * Certificate.t [@since "3.5"] [@until "3.7.4"]
    | `ChainIssuerSubjectMismatch of Certificate.t * Certificate.t [@since "3.5"]
    | `IntermediateCertificateExpired of Certificate.t * Ptime.t option [@since "3.5"]
    | `IntermediateInvalidExtensions of Certificate.t [@since "3.5"]
    | `IntermediateInvalidVersion of Certificate.t [@since "3.5"]
    | `NoTrustAnchor of Certificate.t [@since "3.5"]
    | `Revoked of Certificate.t [@since "3.5"]
    ]

  type chain_error = [ `Chain of chain_validation_error | `Leaf of leaf_validation_error ]
  [@@until "3.7.4"]

  type chain_error =
    [
    | `EmptyCertificateChain
    | `ChainAuthorityKeyIdSubjectKeyIdMismatch of Certificate.t * Certificate.t
    | `ChainInvalidPathlen of Certificate.t * int
    | `ChainIssuerSubjectMismatch of Certificate.t * Certificate.t
    | `IntermediateCertificateExpired of Certificate.t * Ptime.t option
    | `IntermediateInvalidExtensions of Certificate.t
    | `IntermediateInvalidVersion of Certificate.t
    | `LeafCertificateExpired of Certificate.t * Ptime.t option
    | `LeafInvalidExtensions of Certificate.t
    | `LeafInvalidName of Certificate.t * [ `host ] Domain_name.t option
    | `LeafInvalidVersion of Certificate.t
    | `NoTrustAnchor of Certificate.t
    | `Revoked of Certificate.t
    | `Unsupported_keytype of Distinguished_name.t * Public_key.t
    | `Bad_pkcs1_signature of Distinguished_name.t [@until "3.9"]
    | `Hash_not_whitelisted of Distinguished_name.t * Mirage_crypto.Hash.hash [@until "3.9"]
    | `Bad_encoding of Distinguished_name.t * string * Cstruct.t [@since "3.10"] [@until "4.6"]
    | `Bad_signature of Distinguished_name.t * string [@since "3.10"]
    | `Hash_not_allowed of Distinguished_name.t * Mirage_crypto.Hash.hash [@since "3.10"] [@until "4.6"]
    | `LeafInvalidIP of Certificate.t * Ipaddr.t option [@since "3.10"]
    | `Msg of string [@since "3.10"]
    | `Unsupported_algorithm of Distinguished_name.t * string [@since "3.10"]
    | `Bad_encoding of Distinguished_name.t * string * string [@since "4.7"]
    | `Hash_not_allowed of Distinguished_name.t * [ `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] [@since "4.7"]
    ]
  [@@since "3.7.5"]

  type fingerprint_validation_error =
    [ `InvalidFingerprint of t * Cstruct.t * Cstruct.t
    | `NameNotInList of t
    | `ServerNameNotPresent of t * string ]
  [@@until "3.4"]

  type fingerprint_validation_error =
    [ `InvalidFingerprint of Certificate.t * Cstruct.t * Cstruct.t
    | `NameNotInList of Certificate.t
    | `ServerNameNotPresent of Certificate.t * [ `raw ] Domain_name.t ]
  [@@since "3.5"] [@@until "3.7.4"]

  type fingerprint_validation_error =
    [ `InvalidFingerprint of Certificate.t * Cstruct.t * Cstruct.t
    | `NameNotInList of Certificate.t
    | `ServerNameNotPresent of Certificate.t * [ `host ] Domain_name.t ]
  [@@since "3.7.5"] [@@until "3.9"]

  type fingerprint_validation_error =
    [ `InvalidFingerprint of Certificate.t * Cstruct.t * Cstruct.t ]
  [@@since "3.10"] [@@until "4.6"]

  type fingerprint_validation_error = [ `InvalidFingerprint of Certificate.t * string * string ]
  [@@since "4.7"]

  type validation_error =
    [
    | `EmptyCertificateChain | `InvalidChain
    | `Fingerprint of fingerprint_validation_error [@until "3.7.4"]
    | `Leaf of leaf_validation_error [@until "3.7.4"]
    | `Bad_pkcs1_signature of Distinguished_name.t [@since "3.7.5"] [@until "3.9"]
    | `Hash_not_whitelisted of Distinguished_name.t * Mirage_crypto.Hash.hash [@since "3.7.5"] [@until "3.9"]
    | `InvalidFingerprint of Certificate.t * Cstruct.t * Cstruct.t [@since "3.7.5"] [@until "4.6"]
    | `LeafCertificateExpired of Certificate.t * Ptime.t option [@since "3.7.5"]
    | `LeafInvalidExtensions of Certificate.t [@since "3.7.5"]
    | `LeafInvalidName of Certificate.t * [ `host ] Domain_name.t option [@since "3.7.5"]
    | `LeafInvalidVersion of Certificate.t [@since "3.7.5"]
    | `NameNotInList of Certificate.t [@since "3.7.5"] [@until "3.9"]
    | `ServerNameNotPresent of Certificate.t * [ `host ] Domain_name.t [@since "3.7.5"] [@until "3.9"]
    | `Unsupported_keytype of Distinguished_name.t * Public_key.t [@since "3.7.5"]
    | `Bad_encoding of Distinguished_name.t * string * Cstruct.t [@since "3.10"] [@until "4.6"]
    | `Bad_signature of Distinguished_name.t * string [@since "3.10"]
    | `Hash_not_allowed of Distinguished_name.t * Mirage_crypto.Hash.hash [@since "3.10"] [@until "4.6"]
    | `LeafInvalidIP of Certificate.t * Ipaddr.t option [@since "3.10"]
    | `Msg of string [@since "3.10"]
    | `Unsupported_algorithm of Distinguished_name.t * string [@since "3.10"]
    | `Bad_encoding of Distinguished_name.t * string * string [@since "4.7"]
    | `Hash_not_allowed of Distinguished_name.t * [ `MD5 | `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] [@since "4.7"]
    | `InvalidFingerprint of Certificate.t * string * string [@since "4.7"]
    ]

  type r = ((Certificate.t list * Certificate.t) option, validation_error) result [@@since "3.5"]

  type result = [ `Ok of (t list * t) option | `Fail of validation_error ] [@@until "3.4"]
end

module CRL : sig
  [@@@open_ended]

  type t
end
[@@since "3.5"]

module Signing_request : sig
  type t

  val decode_der : Cstruct.t -> (t, [> Rresult.R.msg ]) result [@@until "3.7.4"]

  val decode_der :
    ?hash_whitelist:Mirage_crypto.Hash.hash list -> Cstruct.t -> (t, [> Rresult.R.msg ]) result
  [@@since "3.7.5"] [@@until "3.9"]

  val decode_der :
    ?allowed_hashes:Mirage_crypto.Hash.hash list -> Cstruct.t -> (t, [> `Msg of string ]) result
  [@@since "3.10"] [@@until "4.6"]

  val decode_der : ?allowed_hashes:Digestif.hash' list -> string -> (t, [> `Msg of string ]) result
  [@@since "4.7"]

  val encode_der : t -> Cstruct.t [@@until "4.6"]
  val encode_der : t -> string [@@since "4.7"]
  val decode_pem : Cstruct.t -> (t, [> Rresult.R.msg ]) result [@@until "3.9"]
  val decode_pem : Cstruct.t -> (t, [> `Msg of string ]) result [@@since "3.10"] [@@until "4.6"]
  val decode_pem : string -> (t, [> `Msg of string ]) result [@@since "4.7"]
  val encode_pem : t -> Cstruct.t [@@until "4.6"]
  val encode_pem : t -> string [@@since "4.7"]

  module Ext : sig
    type _ k = Password : string k | Name : string k | Extensions : Extension.t k
    type 'a key = 'a k
    type t

    val empty : t
    val singleton : 'a key -> 'a -> t
    val is_empty : t -> bool
    val cardinal : t -> int
    val mem : 'a key -> t -> bool
    val find : 'a key -> t -> 'a option
    val get : 'a key -> t -> 'a
    val add_unless_bound : 'a key -> 'a -> t -> t option
    val add : 'a key -> 'a -> t -> t
    val remove : 'a key -> t -> t
    val update : 'a key -> ('a option -> 'a option) -> t -> t

    type b = B : 'a key * 'a -> b

    val min_binding : t -> b option
    val max_binding : t -> b option
    val any_binding : t -> b option
    val bindings : t -> b list

    type eq = { f : 'a. 'a key -> 'a -> 'a -> bool }

    val equal : eq -> t -> t -> bool

    type mapper = { f : 'a. 'a key -> 'a -> 'a }

    val map : mapper -> t -> t
    val iter : (b -> unit) -> t -> unit
    val fold : (b -> 'a -> 'a) -> t -> 'a -> 'a
    val for_all : (b -> bool) -> t -> bool
    val exists : (b -> bool) -> t -> bool
    val filter : (b -> bool) -> t -> t

    type merger = { f : 'a. 'a key -> 'a option -> 'a option -> 'a option }

    val merge : merger -> t -> t -> t

    type unionee = { f : 'a. 'a key -> 'a -> 'a -> 'a option }

    val union : unionee -> t -> t -> t
    val pp : t Fmt.t
  end

  type request_info = {
    subject : Distinguished_name.t;
    public_key : Public_key.t;
    extensions : Ext.t;
  }

  val info : t -> request_info

  val signature_algorithm : t -> ([ `ECDSA | `RSA ] * Mirage_crypto.Hash.hash) option
  [@@since "3.7.5"] [@@until "3.9"]

  val signature_algorithm : t -> (Key_type.signature_scheme * Mirage_crypto.Hash.hash) option
  [@@since "3.10"] [@@until "4.6"]

  val signature_algorithm : t -> (Key_type.signature_scheme * Digestif.hash') option [@@since "4.7"]
  val hostnames : t -> Host.Set.t [@@since "3.7.5"]

  val create :
    Distinguished_name.t -> ?digest:Nocrypto.Hash.hash -> ?extensions:Ext.t -> Private_key.t -> t
  [@@port "x509-signing-request"]
  [@@until "3.7.4"]

  val create :
    Distinguished_name.t ->
    ?digest:Mirage_crypto.Hash.hash ->
    ?extensions:Ext.t ->
    Private_key.t ->
    t
  [@@port "x509-signing-request"]
  [@@since "3.7.5"] [@@until "3.9"]

  val create :
    Distinguished_name.t ->
    ?digest:Mirage_crypto.Hash.hash ->
    ?extensions:Ext.t ->
    Private_key.t ->
    (t, [> `Msg of string ]) result
  [@@since "3.10"] [@@until "4.6"]

  val create :
    Distinguished_name.t ->
    ?digest:Digestif.hash' ->
    ?extensions:Ext.t ->
    Private_key.t ->
    (t, [> `Msg of string ]) result
  [@@since "4.7"]

  val sign_certificate :
    t ->
    valid_from:Ptime.t ->
    valid_until:Ptime.t ->
    ?allowed_hashes:Digestif.hash' list ->
    ?digest:Digestif.hash' ->
    ?serial:string ->
    ?extensions:Extension.t ->
    ?subject:Distinguished_name.t ->
    Private_key.t ->
    Certificate.t ->
    (Certificate.t, Validation.signature_error) result
  [@@since "4.9"]

  val sign :
    t ->
    valid_from:Ptime.t ->
    valid_until:Ptime.t ->
    ?digest:Nocrypto.Hash.hash ->
    ?serial:Z.t ->
    ?extensions:Extension.t ->
    Private_key.t ->
    Distinguished_name.t ->
    Certificate.t
  [@@until "3.7.4"]

  val sign :
    t ->
    valid_from:Ptime.t ->
    valid_until:Ptime.t ->
    ?hash_whitelist:Mirage_crypto.Hash.hash list ->
    ?digest:Mirage_crypto.Hash.hash ->
    ?serial:Z.t ->
    ?extensions:Extension.t ->
    Private_key.t ->
    Distinguished_name.t ->
    (Certificate.t, [> Validation.signature_error ]) result
  [@@since "3.7.5"] [@@until "3.9"]

  val sign :
    t ->
    valid_from:Ptime.t ->
    valid_until:Ptime.t ->
    ?allowed_hashes:Mirage_crypto.Hash.hash list ->
    ?digest:Mirage_crypto.Hash.hash ->
    ?serial:Z.t ->
    ?extensions:Extension.t ->
    ?subject:Distinguished_name.t ->
    Private_key.t ->
    Distinguished_name.t ->
    (Certificate.t, Validation.signature_error) result
  [@@since "3.10"] [@@until "4.6"]

  val sign :
    t ->
    valid_from:Ptime.t ->
    valid_until:Ptime.t ->
    ?allowed_hashes:Digestif.hash' list ->
    ?digest:Digestif.hash' ->
    ?serial:string ->
    ?extensions:Extension.t ->
    ?subject:Distinguished_name.t ->
    Private_key.t ->
    Distinguished_name.t ->
    (Certificate.t, Validation.signature_error) result
  [@@since "4.7"]
end
[@@since "3.5"]

module Authenticator : sig
  type t = ?host:Certificate.host -> Certificate.t list -> Validation.r
  [@@since "3.5"] [@@until "3.7.4"]

  type t = host:[ `host ] Domain_name.t option -> Certificate.t list -> Validation.r
  [@@since "3.7.5"] [@@until "3.9"]

  type t = ?ip:Ipaddr.t -> host:[ `host ] Domain_name.t option -> Certificate.t list -> Validation.r
  [@@since "3.10"]

  type a = ?host:host -> t list -> Validation.result [@@until "3.4"]

  val chain_of_trust : ?time:float -> t list -> a [@@port "x509-time"] [@@until "3.4"]

  val server_fingerprint :
    ?time:float -> hash:Nocrypto.Hash.hash -> fingerprints:(string * Cstruct.t) list -> a
  [@@port "x509-early"]
  [@@until "2.9.1"]

  val chain_of_trust : ?time:Ptime.t -> ?crls:CRL.t list -> Certificate.t list -> t
  [@@port "x509-time"]
  [@@since "3.5"] [@@until "3.7.4"]

  val chain_of_trust :
    time:(unit -> Ptime.t option) ->
    ?crls:CRL.t list ->
    ?hash_whitelist:Mirage_crypto.Hash.hash list ->
    Certificate.t list ->
    t
  [@@since "3.7.5"] [@@until "3.9"]

  val chain_of_trust :
    time:(unit -> Ptime.t option) ->
    ?crls:CRL.t list ->
    ?allowed_hashes:Mirage_crypto.Hash.hash list ->
    Certificate.t list ->
    t
  [@@since "3.10"] [@@until "4.6"]

  val chain_of_trust :
    time:(unit -> Ptime.t option) ->
    ?crls:CRL.t list ->
    ?allowed_hashes:Digestif.hash' list ->
    Certificate.t list ->
    t
  [@@since "4.7"]

  val key_fingerprint :
    time:(unit -> Ptime.t option) -> hash:Digestif.hash' -> fingerprint:string -> t
  [@@since "4.7"]

  val cert_fingerprint :
    time:(unit -> Ptime.t option) -> hash:Digestif.hash' -> fingerprint:string -> t
  [@@since "4.7"]

  val server_key_fingerprint :
    ?time:float -> hash:Nocrypto.Hash.hash -> fingerprints:(string * Cstruct.t) list -> a
  [@@port "x509-fingerprint"]
  [@@until "3.4"]

  val server_key_fingerprint :
    ?time:Ptime.t ->
    hash:Nocrypto.Hash.hash ->
    fingerprints:('a Domain_name.t * Cstruct.t) list ->
    t
  [@@port "x509-fingerprint"]
  [@@since "3.5"] [@@until "3.7.4"]

  val server_key_fingerprint :
    time:(unit -> Ptime.t option) ->
    hash:Mirage_crypto.Hash.hash ->
    fingerprints:([ `host ] Domain_name.t * Cstruct.t) list ->
    t
  [@@port "x509-fingerprint"]
  [@@since "3.7.5"] [@@until "3.9"]

  val server_key_fingerprint :
    time:(unit -> Ptime.t option) -> hash:Mirage_crypto.Hash.hash -> fingerprint:Cstruct.t -> t
  [@@port "x509-fingerprint"]
  [@@since "3.10"] [@@until "4.6"]

  val server_cert_fingerprint :
    ?time:float -> hash:Nocrypto.Hash.hash -> fingerprints:(string * Cstruct.t) list -> a
  [@@port "x509-fingerprint"]
  [@@until "3.4"]

  val server_cert_fingerprint :
    ?time:Ptime.t ->
    hash:Nocrypto.Hash.hash ->
    fingerprints:('a Domain_name.t * Cstruct.t) list ->
    t
  [@@port "x509-fingerprint"]
  [@@since "3.5"] [@@until "3.7.4"]

  val server_cert_fingerprint :
    time:(unit -> Ptime.t option) ->
    hash:Mirage_crypto.Hash.hash ->
    fingerprints:([ `host ] Domain_name.t * Cstruct.t) list ->
    t
  [@@port "x509-fingerprint"]
  [@@since "3.7.5"] [@@until "3.9"]

  val server_cert_fingerprint :
    time:(unit -> Ptime.t option) -> hash:Mirage_crypto.Hash.hash -> fingerprint:Cstruct.t -> t
  [@@port "x509-fingerprint"]
  [@@since "3.10"] [@@until "4.6"]

  val of_string : string -> ((unit -> Ptime.t option) -> t, [> `Msg of string ]) result
  [@@since "4.0"]

  val null : a [@@port "x509-fingerprint"] [@@until "3.4"]
  val null : t [@@port "x509-fingerprint"] [@@since "3.5"] [@@until "3.7.4"]
  val a_of_sexp : Sexplib.Sexp.t -> a [@@until "3.4"]
  val sexp_of_a : a -> Sexplib.Sexp.t [@@until "3.4"]
end

module PKCS12 : sig
  type t

  val decode_der : Cstruct.t -> (t, [> `Msg of string ]) result [@@until "4.6"]
  val decode_der : string -> (t, [> `Msg of string ]) result [@@since "4.7"]
  val encode_der : t -> Cstruct.t [@@until "4.6"]
  val encode_der : t -> string [@@since "4.7"]

  val verify :
    string ->
    t ->
    ([ `Certificate of Certificate.t
     | `Crl of CRL.t
     | `Decrypted_private_key of Private_key.t
     | `Private_key of Private_key.t ] list,
      [> `Msg of string ]) result

  val create :
    ?mac:[ `SHA1 | `SHA224 | `SHA256 | `SHA384 | `SHA512 ] ->
    ?algorithm:[ `AES128_CBC | `AES192_CBC | `AES256_CBC ] ->
    ?iterations:int ->
    string ->
    Certificate.t list ->
    Private_key.t ->
    t
end
[@@since "3.10"]

module OCSP : sig
  [@@@open_ended]
end
[@@since "3.10"]

module Cert : sig
  type nonrec t = t

  val of_pem_cstruct : Cstruct.t -> t list
  val of_pem_cstruct1 : Cstruct.t -> t
end
[@@port "x509-early"]
[@@until "2.9.1"]

module PK : sig
  type t = private_key

  val of_pem_cstruct : Cstruct.t -> t list
  val of_pem_cstruct1 : Cstruct.t -> t
end
[@@port "x509-early"]
[@@until "2.9.1"]

val cert_pubkey : t -> public_key option [@@port "x509-early"] [@@until "2.9.1"]
val cert_hostnames : t -> string list [@@port "x509-early"] [@@until "2.9.1"]

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

    module Cert : sig
      val of_pem_cstruct : Cstruct.t -> t list
      val of_pem_cstruct1 : Cstruct.t -> t
    end
    [@@port "x509-early"]
    [@@until "2.9.1"]

    module PK : sig
      type t = private_key

      val of_pem_cstruct : Cstruct.t -> t list
      val of_pem_cstruct1 : Cstruct.t -> t
    end
    [@@port "x509-early"]
    [@@until "2.9.1"]

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
[@@port "x509-modules"]
[@@until "3.4"]
