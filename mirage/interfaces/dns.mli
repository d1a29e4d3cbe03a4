(** Questions about names and their answers (dns 0.19.1 to 10.2.5). *)

[@@@complete]

type proto = [ `Tcp | `Udp ] [@@since "3.5"]

val max_rdata_length : int [@@since "3.10"]

module Opcode : sig
  type t = Query | IQuery | Status | Notify | Update

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module Rcode : sig
  type t =
    | NoError
    | FormErr
    | ServFail
    | NXDomain
    | NotImp
    | Refused
    | YXDomain
    | YXRRSet
    | NXRRSet
    | NotAuth
    | NotZone
    | BadVersOrSig
    | BadKey
    | BadTime
    | BadMode
    | BadName
    | BadAlg
    | BadTrunc
    | BadCookie

  val pp : t Fmt.t
  val compare : t -> t -> int
  val to_string : t -> string [@@since "3.7.1"]
end
[@@since "3.5"]

module Soa : sig
  type t = {
    nameserver : [ `raw ] Domain_name.t;
    hostmaster : [ `raw ] Domain_name.t;
    serial : int32;
    refresh : int32;
    retry : int32;
    expiry : int32;
    minimum : int32;
  }

  val create :
    ?serial:int32 ->
    ?refresh:int32 ->
    ?retry:int32 ->
    ?expiry:int32 ->
    ?minimum:int32 ->
    ?hostmaster:'a Domain_name.t ->
    'b Domain_name.t ->
    t

  val pp : t Fmt.t
  val compare : t -> t -> int
  val newer : old:t -> t -> bool
end
[@@since "3.5"]

module Ns : sig
  type t = [ `host ] Domain_name.t

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module Mx : sig
  type t = { preference : int; mail_exchange : [ `host ] Domain_name.t }

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module Cname : sig
  type t = [ `raw ] Domain_name.t

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module A : sig
  type t = Ipaddr.V4.t

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module Aaaa : sig
  type t = Ipaddr.V6.t

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module Ptr : sig
  type t = [ `host ] Domain_name.t [@@until "4.8"]
  type t = [ `raw ] Domain_name.t [@@since "4.9"]

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module Srv : sig
  type t = { priority : int; weight : int; port : int; target : [ `host ] Domain_name.t }

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module Svcb : sig
  type svc_param =
    | Mandatory of int list
    | Alpn of string list
    | No_default_alpn
    | Port of int
    | Ipv4_hint of Ipaddr.V4.t list
    | Ipv6_hint of Ipaddr.V6.t list
    | Key of int * string

  type t = {
    svc_priority : int;
    target_name : [ `host ] Domain_name.t;
    svc_params : svc_param list;
  }

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "4.9"]

module Https : sig
  type svc_param =
    | Mandatory of int list
    | Alpn of string list
    | No_default_alpn
    | Port of int
    | Ipv4_hint of Ipaddr.V4.t list
    | Ipv6_hint of Ipaddr.V6.t list
    | Key of int * string

  type t = {
    svc_priority : int;
    target_name : [ `host ] Domain_name.t;
    svc_params : svc_param list;
  }

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "4.9"]

module Dnskey : sig
  type algorithm = MD5 | SHA1 | SHA224 | SHA256 | SHA384 | SHA512 [@@until "3.9"]

  type algorithm = MD5 | SHA1 | SHA224 | SHA256 | SHA384 | SHA512 | Unknown of int
  [@@since "3.10"] [@@until "3.10.7"]

  type algorithm =
    | RSA_SHA1
    | RSASHA1_NSEC3_SHA1
    | RSA_SHA256
    | RSA_SHA512
    | P256_SHA256
    | P384_SHA384
    | ED25519
    | MD5
    | SHA1
    | SHA224
    | SHA256
    | SHA384
    | SHA512
    | Unknown of int
  [@@since "3.10.8"]

  val int_to_algorithm :
    ?off:int -> int -> (algorithm, [> `Not_implemented of int * string ]) result
  [@@until "3.9"]

  val int_to_algorithm : int -> algorithm [@@since "3.10"]
  val algorithm_to_int : algorithm -> int
  val pp_algorithm : algorithm Fmt.t

  type flag = [ `Revoke | `Secure_entry_point | `Zone ] [@@since "3.10.8"]

  module F : sig
    type elt = flag
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
  [@@since "3.10.8"]

  val decode_flags : int -> F.t [@@since "3.10.8"]

  type t = { flags : int; algorithm : algorithm; key : Cstruct.t } [@@until "3.10.7"]

  type t = { flags : F.t; algorithm : algorithm; key : Cstruct.t }
  [@@since "3.10.8"] [@@until "4.6"]

  type t = { flags : F.t; algorithm : algorithm; key : string } [@@since "4.7"]

  val pp : t Fmt.t
  val compare : t -> t -> int
  val of_string : string -> (t, [> `Msg of string ]) result
  val to_string : t -> string [@@since "4.7"]
  val name_key_of_string : string -> ([ `raw ] Domain_name.t * t, [> `Msg of string ]) result
  val name_key_to_string : [ `raw ] Domain_name.t * t -> string [@@since "4.7"]
  val pp_name_key : ([ `raw ] Domain_name.t * t) Fmt.t [@@since "3.7.1"] [@@until "4.6"]
  val digest_prep : [ `raw ] Domain_name.t -> t -> Cstruct.t [@@since "3.10.8"] [@@until "4.6"]
  val digest_prep : [ `raw ] Domain_name.t -> t -> string [@@since "4.7"]
  val key_tag : t -> int [@@since "3.10.8"]
end
[@@since "3.5"]

module Rrsig : sig
  type t = {
    type_covered : int;
    algorithm : Dnskey.algorithm;
    label_count : int;
    original_ttl : int32;
    signature_expiration : Ptime.t;
    signature_inception : Ptime.t;
    key_tag : int;
    signer_name : [ `raw ] Domain_name.t;
    signature : Cstruct.t;
  }
  [@@until "4.6"]

  type t = {
    type_covered : int;
    algorithm : Dnskey.algorithm;
    label_count : int;
    original_ttl : int32;
    signature_expiration : Ptime.t;
    signature_inception : Ptime.t;
    key_tag : int;
    signer_name : [ `raw ] Domain_name.t;
    signature : string;
  }
  [@@since "4.7"]

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.10.8"]

module Ds : sig
  type digest_type = SHA1 | SHA256 | SHA384 | Unknown of int

  val digest_type_to_int : digest_type -> int
  val int_to_digest_type : int -> digest_type
  val pp_digest_type : digest_type Fmt.t

  type t = {
    key_tag : int;
    algorithm : Dnskey.algorithm;
    digest_type : digest_type;
    digest : Cstruct.t;
  }
  [@@until "4.6"]

  type t = {
    key_tag : int;
    algorithm : Dnskey.algorithm;
    digest_type : digest_type;
    digest : string;
  }
  [@@since "4.7"]

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.10.8"]

module Bit_map : sig
  type elt = int
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
[@@since "3.10.8"]

module Nsec : sig
  type t = { next_domain : [ `raw ] Domain_name.t; types : Bit_map.t }

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.10.8"]

module Nsec3 : sig
  type f = [ `Opt_out | `Unknown of int ]

  val flags_of_int : int -> f option

  type t = {
    flags : f option;
    iterations : int;
    salt : Cstruct.t;
    next_owner_hashed : Cstruct.t;
    types : Bit_map.t;
  }
  [@@until "4.6"]

  type t = {
    flags : f option;
    iterations : int;
    salt : string;
    next_owner_hashed : string;
    types : Bit_map.t;
  }
  [@@since "4.7"]

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.10.8"]

module Caa : sig
  type t = { critical : bool; tag : string; value : string list }

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module Tlsa : sig
  type cert_usage =
    | CA_constraint
    | Service_certificate_constraint
    | Trust_anchor_assertion
    | Domain_issued_certificate
  [@@until "3.9"]

  type cert_usage =
    | CA_constraint
    | Service_certificate_constraint
    | Trust_anchor_assertion
    | Domain_issued_certificate
    | Unknown of int
  [@@since "3.10"]

  val cert_usage_to_int : cert_usage -> int

  val int_to_cert_usage :
    ?off:int -> int -> (cert_usage, [> `Not_implemented of int * string ]) result
  [@@until "3.9"]

  val int_to_cert_usage : int -> cert_usage [@@since "3.10"]
  val pp_cert_usage : cert_usage Fmt.t

  type selector = Full_certificate | Subject_public_key_info | Private [@@until "3.9"]

  type selector = Full_certificate | Subject_public_key_info | Private | Unknown of int
  [@@since "3.10"]

  val selector_to_int : selector -> int

  val int_to_selector : ?off:int -> int -> (selector, [> `Not_implemented of int * string ]) result
  [@@until "3.9"]

  val int_to_selector : int -> selector [@@since "3.10"]
  val pp_selector : selector Fmt.t

  type matching_type = No_hash | SHA256 | SHA512 [@@until "3.9"]
  type matching_type = No_hash | SHA256 | SHA512 | Unknown of int [@@since "3.10"]

  val matching_type_to_int : matching_type -> int

  val int_to_matching_type :
    ?off:int -> int -> (matching_type, [> `Not_implemented of int * string ]) result
  [@@until "3.9"]

  val int_to_matching_type : int -> matching_type [@@since "3.10"]
  val pp_matching_type : matching_type Fmt.t

  type t = {
    cert_usage : cert_usage;
    selector : selector;
    matching_type : matching_type;
    data : Cstruct.t;
  }
  [@@until "4.6"]

  type t = {
    cert_usage : cert_usage;
    selector : selector;
    matching_type : matching_type;
    data : string;
  }
  [@@since "4.7"]

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module Sshfp : sig
  type algorithm = Rsa | Dsa | Ecdsa | Ed25519 [@@until "3.9"]
  type algorithm = Rsa | Dsa | Ecdsa | Ed25519 | Unknown of int [@@since "3.10"]

  val algorithm_to_int : algorithm -> int

  val int_to_algorithm :
    ?off:int -> int -> (algorithm, [> `Not_implemented of int * string ]) result
  [@@until "3.9"]

  val int_to_algorithm : int -> algorithm [@@since "3.10"]
  val pp_algorithm : algorithm Fmt.t

  type typ = SHA1 | SHA256 [@@until "3.9"]
  type typ = SHA1 | SHA256 | Unknown of int [@@since "3.10"]

  val typ_to_int : typ -> int

  val int_to_typ : ?off:int -> int -> (typ, [> `Not_implemented of int * string ]) result
  [@@until "3.9"]

  val int_to_typ : int -> typ [@@since "3.10"]
  val pp_typ : typ Fmt.t

  type t = { algorithm : algorithm; typ : typ; fingerprint : Cstruct.t } [@@until "4.6"]
  type t = { algorithm : algorithm; typ : typ; fingerprint : string } [@@since "4.7"]

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module Txt : sig
  type t = string

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "3.5"]

module Tsig : sig
  type algorithm = SHA1 | SHA224 | SHA256 | SHA384 | SHA512

  val algorithm_to_name : algorithm -> [ `host ] Domain_name.t

  val algorithm_of_name :
    ?off:int -> [ `host ] Domain_name.t -> (algorithm, [> `Not_implemented of int * string ]) result

  val pp_algorithm : algorithm Fmt.t

  type t = private {
    algorithm : algorithm;
    signed : Ptime.t;
    fudge : Ptime.Span.t;
    mac : Cstruct.t;
    original_id : int;
    error : Rcode.t;
    other : Ptime.t option;
  }
  [@@until "4.6"]

  type t = private {
    algorithm : algorithm;
    signed : Ptime.t;
    fudge : Ptime.Span.t;
    mac : string;
    original_id : int;
    error : Rcode.t;
    other : Ptime.t option;
  }
  [@@since "4.7"]

  val tsig :
    algorithm:algorithm ->
    signed:Ptime.t ->
    ?fudge:Ptime.span ->
    ?mac:Cstruct.t ->
    ?original_id:int ->
    ?error:Rcode.t ->
    ?other:Ptime.t ->
    unit ->
    t option
  [@@until "4.6"]

  val tsig :
    algorithm:algorithm ->
    signed:Ptime.t ->
    ?fudge:Ptime.span ->
    ?mac:string ->
    ?original_id:int ->
    ?error:Rcode.t ->
    ?other:Ptime.t ->
    unit ->
    t option
  [@@since "4.7"]

  val with_mac : t -> Cstruct.t -> t [@@until "4.6"]
  val with_mac : t -> string -> t [@@since "4.7"]
  val with_error : t -> Rcode.t -> t
  val with_signed : t -> Ptime.t -> t option
  val with_other : t -> Ptime.t option -> t option
  val pp : t Fmt.t
  val equal : t -> t -> bool
  val encode_raw : [ `raw ] Domain_name.t -> t -> Cstruct.t [@@until "4.6"]
  val encode_raw : [ `raw ] Domain_name.t -> t -> string [@@since "4.7"]
  val encode_full : [ `raw ] Domain_name.t -> t -> Cstruct.t [@@until "4.6"]
  val encode_full : [ `raw ] Domain_name.t -> t -> string [@@since "4.7"]
  val dnskey_to_tsig_algo : Dnskey.t -> (algorithm, [> `Msg of string ]) result
  val valid_time : Ptime.t -> t -> bool
end
[@@since "3.5"]

module Extended_error : sig
  type t =
    [ `Blocked
    | `Cached_error
    | `Censored
    | `Dnskey_missing
    | `Dnssec_bogus
    | `Dnssec_indeterminate
    | `Filtered
    | `Forged_answer
    | `Invalid_data
    | `Network_error
    | `No_reachable_authority
    | `No_zone_key_bit_set
    | `Not_authoritative
    | `Not_ready
    | `Not_supported
    | `Nsec_missing
    | `Other
    | `Prohibited
    | `Rrsigs_missing
    | `Signature_expired
    | `Signature_not_yet_valid
    | `Stale_Nxdomain_answer
    | `Stale_answer
    | `Unknown of int
    | `Unsupported_Dnskey_algorithm
    | `Unsupported_Ds_digest ] * string option

  val pp : t Fmt.t
end
[@@since "4.9"]

module Edns : sig
  type extension =
    | Nsid of Cstruct.t
    | Cookie of Cstruct.t
    | Tcp_keepalive of int option
    | Padding of int
    | Extension of int * Cstruct.t
  [@@until "4.6"]

  type extension =
    | Nsid of string
    | Cookie of string
    | Tcp_keepalive of int option
    | Padding of int
    | Extension of int * string
  [@@since "4.7"] [@@until "4.8"]

  type extension =
    | Nsid of string
    | Cookie of string
    | Tcp_keepalive of int option
    | Padding of int
    | Extended_error of Extended_error.t
    | Extension of int * string
  [@@since "4.9"]

  type t = private {
    extended_rcode : int;
    version : int;
    dnssec_ok : bool;
    payload_size : int;
    extensions : extension list;
  }

  val create :
    ?extended_rcode:int ->
    ?version:int ->
    ?dnssec_ok:bool ->
    ?payload_size:int ->
    ?extensions:extension list ->
    unit ->
    t
  [@@until "4.8"]

  val create :
    ?extended_error:Extended_error.t ->
    ?extended_rcode:int ->
    ?version:int ->
    ?dnssec_ok:bool ->
    ?payload_size:int ->
    ?extensions:extension list ->
    unit ->
    t
  [@@since "4.9"]

  val reply : t option -> int option * t option
  val compare : t -> t -> int
  val pp : t Fmt.t
  val allocate_and_encode : t -> Cstruct.t [@@until "4.6"]
  val allocate_and_encode : t -> string [@@since "4.7"]
end
[@@since "3.5"]

module Loc : sig
  type t = {
    latitude : int32;
    longitude : int32;
    altitude : int32;
    size : int;
    horiz_pre : int;
    vert_pre : int;
  }

  val parse :
    latitude:(int32 * int32 * int32) * [ `North | `South ] ->
    longitude:(int32 * int32 * int32) * [ `East | `West ] ->
    altitude:int64 ->
    precision:int64 * int64 * int64 ->
    t

  val to_string : t -> string
  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "4.4"]

module Null : sig
  type t = Cstruct.t [@@until "4.6"]
  type t = string [@@since "4.7"]

  val pp : t Fmt.t
  val compare : t -> t -> int
end
[@@since "4.4"]

module Rr_map : sig
  module Mx_set : sig
    type elt = Mx.t
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

  module Txt_set : sig
    type elt = Txt.t
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

  module Ipv4_set : sig
    type elt = A.t
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
  [@@until "3.9"]

  module Ipv6_set : sig
    type elt = Aaaa.t
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
  [@@until "3.9"]

  module Srv_set : sig
    type elt = Srv.t
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

  module Svcb_set : sig
    type elt = Svcb.t
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
  [@@since "4.9"]

  module Https_set : sig
    type elt = Https.t
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
  [@@since "4.9"]

  module Dnskey_set : sig
    type elt = Dnskey.t
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

  module Caa_set : sig
    type elt = Caa.t
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

  module Tlsa_set : sig
    type elt = Tlsa.t
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

  module Sshfp_set : sig
    type elt = Sshfp.t
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

  module Ds_set : sig
    type elt = Ds.t
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
  [@@since "3.10.8"]

  module Rrsig_set : sig
    type elt = Rrsig.t
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
  [@@since "3.10.8"]

  module Loc_set : sig
    type elt = Loc.t
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
  [@@since "4.4"]

  module Null_set : sig
    type elt = Null.t
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
  [@@since "4.4"]

  module I : sig
    type t

    val of_int : ?off:int -> int -> (t, [> `Malformed of int * string ]) result
    val to_int : t -> int
    val compare : t -> t -> int
  end

  type 'a with_ttl = int32 * 'a

  type _ rr =
    | Soa : Soa.t rr
    | Ns : Domain_name.Host_set.t with_ttl rr
    | Mx : Mx_set.t with_ttl rr
    | Cname : Cname.t with_ttl rr
    | A : Ipv4_set.t with_ttl rr
    | Aaaa : Ipv6_set.t with_ttl rr
    | Ptr : Ptr.t with_ttl rr
    | Srv : Srv_set.t with_ttl rr
    | Dnskey : Dnskey_set.t with_ttl rr
    | Caa : Caa_set.t with_ttl rr
    | Tlsa : Tlsa_set.t with_ttl rr
    | Sshfp : Sshfp_set.t with_ttl rr
    | Txt : Txt_set.t with_ttl rr
    | Unknown : I.t -> Txt_set.t with_ttl rr
  [@@until "3.9"]

  type _ rr =
    | Soa : Soa.t rr
    | Ns : Domain_name.Host_set.t with_ttl rr
    | Mx : Mx_set.t with_ttl rr
    | Cname : Cname.t with_ttl rr
    | A : Ipaddr.V4.Set.t with_ttl rr
    | Aaaa : Ipaddr.V6.Set.t with_ttl rr
    | Ptr : Ptr.t with_ttl rr
    | Srv : Srv_set.t with_ttl rr
    | Dnskey : Dnskey_set.t with_ttl rr
    | Caa : Caa_set.t with_ttl rr
    | Tlsa : Tlsa_set.t with_ttl rr
    | Sshfp : Sshfp_set.t with_ttl rr
    | Txt : Txt_set.t with_ttl rr
    | Unknown : I.t -> Txt_set.t with_ttl rr
  [@@since "3.10"] [@@until "3.10.7"]

  type _ rr =
    | Soa : Soa.t rr
    | Ns : Domain_name.Host_set.t with_ttl rr
    | Mx : Mx_set.t with_ttl rr
    | Cname : Cname.t with_ttl rr
    | A : Ipaddr.V4.Set.t with_ttl rr
    | Aaaa : Ipaddr.V6.Set.t with_ttl rr
    | Ptr : Ptr.t with_ttl rr
    | Srv : Srv_set.t with_ttl rr
    | Dnskey : Dnskey_set.t with_ttl rr
    | Caa : Caa_set.t with_ttl rr
    | Tlsa : Tlsa_set.t with_ttl rr
    | Sshfp : Sshfp_set.t with_ttl rr
    | Txt : Txt_set.t with_ttl rr
    | Ds : Ds_set.t with_ttl rr
    | Rrsig : Rrsig_set.t with_ttl rr
    | Nsec : Nsec.t with_ttl rr
    | Nsec3 : Nsec3.t with_ttl rr
    | Unknown : I.t -> Txt_set.t with_ttl rr
  [@@since "3.10.8"] [@@until "4.3"]

  type _ rr =
    | Soa : Soa.t rr
    | Ns : Domain_name.Host_set.t with_ttl rr
    | Mx : Mx_set.t with_ttl rr
    | Cname : Cname.t with_ttl rr
    | A : Ipaddr.V4.Set.t with_ttl rr
    | Aaaa : Ipaddr.V6.Set.t with_ttl rr
    | Ptr : Ptr.t with_ttl rr
    | Srv : Srv_set.t with_ttl rr
    | Dnskey : Dnskey_set.t with_ttl rr
    | Caa : Caa_set.t with_ttl rr
    | Tlsa : Tlsa_set.t with_ttl rr
    | Sshfp : Sshfp_set.t with_ttl rr
    | Txt : Txt_set.t with_ttl rr
    | Ds : Ds_set.t with_ttl rr
    | Rrsig : Rrsig_set.t with_ttl rr
    | Nsec : Nsec.t with_ttl rr
    | Nsec3 : Nsec3.t with_ttl rr
    | Loc : Loc_set.t with_ttl rr
    | Null : Null_set.t with_ttl rr
    | Unknown : I.t -> Txt_set.t with_ttl rr
  [@@since "4.4"] [@@until "4.8"]

  type _ rr =
    | Soa : Soa.t rr
    | Ns : Domain_name.Host_set.t with_ttl rr
    | Mx : Mx_set.t with_ttl rr
    | Cname : Cname.t with_ttl rr
    | A : Ipaddr.V4.Set.t with_ttl rr
    | Aaaa : Ipaddr.V6.Set.t with_ttl rr
    | Ptr : Ptr.t with_ttl rr
    | Srv : Srv_set.t with_ttl rr
    | Svcb : Svcb_set.t with_ttl rr
    | Https : Https_set.t with_ttl rr
    | Dnskey : Dnskey_set.t with_ttl rr
    | Caa : Caa_set.t with_ttl rr
    | Tlsa : Tlsa_set.t with_ttl rr
    | Sshfp : Sshfp_set.t with_ttl rr
    | Txt : Txt_set.t with_ttl rr
    | Ds : Ds_set.t with_ttl rr
    | Rrsig : Rrsig_set.t with_ttl rr
    | Nsec : Nsec.t with_ttl rr
    | Nsec3 : Nsec3.t with_ttl rr
    | Loc : Loc_set.t with_ttl rr
    | Null : Null_set.t with_ttl rr
    | Unknown : I.t -> Txt_set.t with_ttl rr
  [@@since "4.9"]

  module K : sig
    type 'a t = 'a rr

    val compare : 'a t -> 'b t -> ('a, 'b) Gmap.Order.t
  end
  [@@since "3.7.1"]

  type 'a key = 'a rr
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
  val equal_rr : 'a key -> 'a -> 'a -> bool
  val equalb : b -> b -> bool

  type k = K : 'a key -> k

  val comparek : k -> k -> int
  val ppk : k Fmt.t
  val of_int : ?off:int -> int -> (k, [> `Malformed of int * string ]) result [@@since "3.10.8"]
  val to_int : 'a key -> int [@@since "3.10.8"]
  val of_string : string -> (k, [> `Msg of string ]) result [@@since "3.10.8"]
  val names : 'a key -> 'a -> Domain_name.Host_set.t
  val pp_b : b Fmt.t
  val text_b : ?origin:'a Domain_name.t -> ?default_ttl:int32 -> 'b Domain_name.t -> b -> string
  val remove_rr : 'a key -> 'a -> 'a -> 'a option
  val union_rr : 'a key -> 'a -> 'a -> 'a
  val unionee : 'a key -> 'a -> 'a -> 'a option
  val diff : old:t -> t -> t option * t option

  val text :
    ?origin:'a Domain_name.t -> ?default_ttl:int32 -> 'b Domain_name.t -> 'c rr -> 'c -> string

  val ttl : 'a key -> 'a -> int32 [@@since "3.10"]
  val get_ttl : b -> int32 [@@until "3.9"]
  val with_ttl : b -> int32 -> b [@@until "3.9"]
  val with_ttl : 'a key -> 'a -> int32 -> 'a [@@since "3.10"]

  val prep_for_sig :
    [ `raw ] Domain_name.t ->
    Rrsig.t ->
    'a key ->
    'a ->
    ([ `raw ] Domain_name.t * Cstruct.t, [ `Msg of string ]) result
  [@@since "3.10.8"] [@@until "4.6"]

  val prep_for_sig :
    [ `raw ] Domain_name.t ->
    Rrsig.t ->
    'a key ->
    'a ->
    ([ `raw ] Domain_name.t * string, [ `Msg of string ]) result
  [@@since "4.7"] [@@until "4.8"]

  val prep_for_sig :
    [ `raw ] Domain_name.t ->
    Rrsig.t ->
    'a key ->
    'a ->
    ([ `raw ] Domain_name.t * string, [> `Msg of string ]) result
  [@@since "4.9"]

  val canonical_encoded_name : [ `raw ] Domain_name.t -> Cstruct.t
  [@@since "3.10.8"] [@@until "4.6"]

  val canonical_encoded_name : [ `raw ] Domain_name.t -> string [@@since "4.7"]
end
[@@since "3.5"]

module Name_rr_map : sig
  type t = Rr_map.t Domain_name.Map.t

  val empty : t
  val equal : t -> t -> bool
  val pp : t Fmt.t
  val add : [ `raw ] Domain_name.t -> 'a Rr_map.key -> 'a -> t -> t
  val find : [ `raw ] Domain_name.t -> 'a Rr_map.key -> t -> 'a option
  val remove_sub : t -> t -> t
  val singleton : [ `raw ] Domain_name.t -> 'a Rr_map.key -> 'a -> t
  val union : t -> t -> t
end
[@@since "3.5"]

module Buf : sig
  type t = (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t

  val create : ?alloc:(unit -> t) -> int -> t
  val length : t -> int
  val of_cstruct : Cstruct.t -> t
  val shift : t -> int -> t
  val sub : t -> int -> int -> t
end
[@@port "dns-rewritten"]
[@@until "3.4"]

module Name : sig
  type label
  type t
  type key = string

  module Map : Map.S with type key = t
  module Set : Set.S with type elt = t

  val empty : t
  val to_string_list : t -> string list
  val of_string_list : string list -> t
  val append : t -> t -> t
  val cons : string -> t -> t
  val to_string : t -> string
  val of_string : string -> t
  val string_to_domain_name : string -> t
  val of_ipaddr : Ipaddr.t -> t
  val parse : (int, label) Hashtbl.t -> int -> Cstruct.t -> t * (int * Cstruct.t)
  val marshal : ?compress:bool -> int Map.t -> int -> Cstruct.t -> t -> int Map.t * int * Cstruct.t
  val hashcons_string : string -> string Hashcons.hash_consed
  val hashcons : t -> t Hashcons.hash_consed
  val clear_cons_tables : unit -> unit

  exception BadDomainName of string

  val to_key : t -> key
  val dnssec_compare : t -> t -> int
  val dnssec_compare_str : string list -> string list -> int
end
[@@port "dns-rewritten"]
[@@until "3.4"]

module Operators : sig
  val ( |> ) : 'a -> ('a -> 'b) -> 'b
  val ( ||> ) : 'a list -> ('a -> 'b) -> 'b list
  val ( +++ ) : int32 -> int32 -> int32
  val ( ++++ ) : int64 -> int64 -> int64
  val ( &&& ) : int32 -> int32 -> int32
  val ( &&&& ) : int64 -> int64 -> int64
  val ( ||| ) : int32 -> int32 -> int32
  val ( |||| ) : int64 -> int64 -> int64
  val ( ^^^ ) : int32 -> int32 -> int32
  val ( ^^^^ ) : int64 -> int64 -> int64
  val ( <|< ) : int32 -> int -> int32
  val ( <||< ) : int64 -> int -> int64
  val ( >|> ) : int32 -> int -> int32
  val ( >||> ) : int64 -> int -> int64
  val charstr : string -> string * int
end
[@@port "dns-rewritten"]
[@@until "3.4"]

module Packet : sig
  type digest_alg = SHA1 | SHA256

  val compare_digest_alg : digest_alg -> digest_alg -> int
  val digest_alg_to_string : digest_alg -> string
  val string_to_digest_alg : string -> digest_alg option
  val digest_alg_to_int : digest_alg -> int
  val int_to_digest_alg : int -> digest_alg option

  type gateway_tc
  type pubkey_alg
  type ipseckey_alg
  type gateway
  type hash_alg
  type fp_type
  type dnssec_alg =
    | RSAMD5 | DH | DSA | ECC | RSASHA1 | RSANSEC3 | RSASHA256 | RSASHA512 | INDIRECT | PRIVATEDNS
    | PRIVATEOID

  val compare_dnssec_alg : dnssec_alg -> dnssec_alg -> int
  val dnssec_alg_to_string : dnssec_alg -> string
  val string_to_dnssec_alg : string -> dnssec_alg option
  val int_to_dnssec_alg : int -> dnssec_alg option
  val dnssec_alg_to_int : dnssec_alg -> int

  type q_type =
    | Q_A | Q_NS | Q_MD | Q_MF | Q_CNAME | Q_SOA | Q_MB | Q_MG | Q_MR | Q_NULL | Q_WKS | Q_PTR
    | Q_HINFO | Q_MINFO | Q_MX | Q_TXT | Q_RP | Q_AFSDB | Q_X25 | Q_ISDN | Q_RT | Q_NSAP
    | Q_NSAPPTR | Q_SIG | Q_KEY | Q_PX | Q_GPOS | Q_AAAA | Q_LOC | Q_NXT | Q_EID | Q_NIMLOC | Q_SRV
    | Q_ATMA | Q_NAPTR | Q_KM | Q_CERT | Q_A6 | Q_DNAME | Q_SINK | Q_OPT | Q_APL | Q_DS | Q_SSHFP
    | Q_IPSECKEY | Q_RRSIG | Q_NSEC | Q_DNSKEY | Q_NSEC3 | Q_NSEC3PARAM | Q_SPF | Q_UINFO | Q_UID
    | Q_GID | Q_UNSPEC | Q_AXFR | Q_MAILB | Q_MAILA | Q_ANY_TYP | Q_TA | Q_DLV | Q_UNKNOWN of int

  val q_type_to_int : q_type -> int

  type rr_type =
    | RR_UNUSED | RR_A | RR_NS | RR_MD | RR_MF | RR_CNAME | RR_SOA | RR_MB | RR_MG | RR_MR
    | RR_NULL | RR_WKS | RR_PTR | RR_HINFO | RR_MINFO | RR_MX | RR_TXT | RR_RP | RR_AFSDB | RR_X25
    | RR_ISDN | RR_RT | RR_NSAP | RR_NSAPPTR | RR_SIG | RR_KEY | RR_PX | RR_GPOS | RR_AAAA | RR_LOC
    | RR_NXT | RR_EID | RR_NIMLOC | RR_SRV | RR_ATMA | RR_NAPTR | RR_KM | RR_CERT | RR_A6
    | RR_DNAME | RR_SINK | RR_OPT | RR_APL | RR_DS | RR_SSHFP | RR_IPSECKEY | RR_RRSIG | RR_NSEC
    | RR_DNSKEY | RR_NSEC3 | RR_NSEC3PARAM | RR_SPF | RR_UINFO | RR_UID | RR_GID | RR_UNSPEC

  val string_to_rr_type : string -> rr_type option
  val rr_type_to_string : rr_type -> string
  val int_to_rr_type : int -> rr_type option
  val rr_type_to_int : rr_type -> int

  type type_bit_map
  type type_bit_maps
  type rdata =
    | A of Ipaddr.V4.t
    | AAAA of Ipaddr.V6.t
    | AFSDB of Cstruct.uint16 * Name.t
    | CNAME of Name.t
    | DNSKEY of Cstruct.uint16 * dnssec_alg * string
    | DS of Cstruct.uint16 * dnssec_alg * digest_alg * string
    | HINFO of string * string
    | IPSECKEY of Cstruct.byte * gateway_tc * ipseckey_alg * gateway * string
    | ISDN of string * string option
    | MB of Name.t
    | MD of Name.t
    | MF of Name.t
    | MG of Name.t
    | MINFO of Name.t * Name.t
    | MR of Name.t
    | MX of Cstruct.uint16 * Name.t
    | NS of Name.t
    | NSEC of Name.t * type_bit_maps
    | NSEC3 of hash_alg * Cstruct.byte * Cstruct.uint16 * Cstruct.byte * string * Cstruct.byte
      * string * type_bit_maps
    | NSEC3PARAM of hash_alg * Cstruct.byte * Cstruct.uint16 * Cstruct.byte * string
    | PTR of Name.t
    | RP of Name.t * Name.t
    | RRSIG of rr_type * dnssec_alg * Cstruct.byte * int32 * int32 * int32 * Cstruct.uint16 * Name.t
      * string
    | SIG of dnssec_alg * int32 * int32 * Cstruct.uint16 * Name.t * string
    | RT of Cstruct.uint16 * Name.t
    | SOA of Name.t * Name.t * int32 * int32 * int32 * int32 * int32
    | SRV of Cstruct.uint16 * Cstruct.uint16 * Cstruct.uint16 * Name.t
    | SSHFP of pubkey_alg * fp_type * string
    | TXT of string list
    | UNKNOWN of int * string
    | WKS of Ipaddr.V4.t * Cstruct.byte * string
    | X25 of string
    | EDNS0 of (int * int * bool * (int * string) list)

  val hex_of_string : string -> string
  val rdata_to_string : rdata -> string
  val rdata_to_rr_type : rdata -> rr_type
  val marshal_rdata :
    int Name.Map.t -> ?compress:bool -> int -> Cstruct.t -> rdata -> rr_type * int Name.Map.t * int
  val compare_rdata : rdata -> rdata -> int

  exception Not_implemented

  val parse_rdata :
    (int, Name.label) Hashtbl.t -> int -> rr_type -> int -> int32 -> Cstruct.t -> rdata

  type rr_class = RR_IN | RR_CS | RR_CH | RR_HS | RR_ANY

  val rr_class_to_string : rr_class -> string

  type rr = {
    name : Name.t;
    cls : rr_class;
    flush : bool;
    ttl : int32;
    rdata : rdata;
  }

  val rr_to_string : rr -> string
  val marshal_rr :
    ?compress:bool -> int Name.Map.t * int * Cstruct.t -> rr -> int Name.Map.t * int * Cstruct.t
  val parse_rr : (int, Name.label) Hashtbl.t -> int -> Cstruct.t -> rr * (int * Cstruct.t)
  val q_type_matches_rr_type : q_type -> rr_type -> bool
  val q_type_to_string : q_type -> string
  val string_to_q_type : string -> q_type option

  type q_class = Q_IN | Q_CS | Q_CH | Q_HS | Q_NONE | Q_ANY_CLS

  val q_class_to_string : q_class -> string
  val string_to_q_class : string -> q_class option

  type q_unicast = Q_Normal | Q_mDNS_Unicast

  val q_unicast_to_string : q_unicast -> string

  type question = { q_name : Name.t; q_type : q_type; q_class : q_class; q_unicast : q_unicast }

  val make_question : ?q_class:q_class -> ?q_unicast:q_unicast -> q_type -> Name.t -> question
  val question_to_string : question -> string
  val parse_question :
    (int, Name.label) Hashtbl.t -> int -> Cstruct.t -> question * (int * Cstruct.t)

  type qr = Query | Response
  type opcode = Standard | Inverse | Status | Reserved | Notify | Update

  val opcode_to_string : opcode -> string

  type rcode =
    | NoError | FormErr | ServFail | NXDomain | NotImp | Refused | YXDomain | YXRRSet | NXRRSet
    | NotAuth | NotZone | BadVers | BadKey | BadTime | BadMode | BadName | BadAlg

  val rcode_to_string : rcode -> string

  type detail = {
    qr : qr;
    opcode : opcode;
    aa : bool;
    tc : bool;
    rd : bool;
    ra : bool;
    rcode : rcode;
  }
  type t = {
    id : int;
    detail : detail;
    questions : question list;
    answers : rr list;
    authorities : rr list;
    additionals : rr list;
  }

  val to_string : t -> string
  val parse : Buf.t -> t
  val marshal : Buf.t -> t -> Buf.t
end
[@@until "3.4"]

module Packet : sig
  module Flag : sig
    type t =
      [ `Authentic_data
      | `Authoritative
      | `Checking_disabled
      | `Recursion_available
      | `Recursion_desired
      | `Truncation ]

    val compare : t -> t -> int
    val pp : t Fmt.t
    val pp_short : t Fmt.t
  end

  module Flags : sig
    type elt = Flag.t
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

  module Header : sig
    type t = int * Flags.t

    val compare : t -> t -> int
  end

  module Question : sig
    type qtype = [ `Any | `K of Rr_map.k ]

    val pp_qtype : qtype Fmt.t
    val compare_qtype : qtype -> qtype -> int

    type t = [ `raw ] Domain_name.t * [ `Any | `Axfr | `Ixfr | `K of Rr_map.k ]

    val qtype : t -> qtype option
    val create : 'a Domain_name.t -> 'b Rr_map.key -> t
    val pp : t Fmt.t
    val compare : t -> t -> int
  end

  module Answer : sig
    type t = Name_rr_map.t * Name_rr_map.t

    val empty : t
    val is_empty : t -> bool
    val pp : t Fmt.t
    val equal : t -> t -> bool
  end

  module Axfr : sig
    type t = Soa.t * Name_rr_map.t

    val pp : t Fmt.t
    val equal : t -> t -> bool
  end

  module Ixfr : sig
    type t =
      Soa.t
      * [ `Difference of Soa.t * Name_rr_map.t * Name_rr_map.t | `Empty | `Full of Name_rr_map.t ]

    val pp : t Fmt.t
    val equal : t -> t -> bool
  end

  module Update : sig
    type prereq =
      | Exists of Rr_map.k
      | Exists_data of Rr_map.b
      | Not_exists of Rr_map.k
      | Name_inuse
      | Not_name_inuse

    val pp_prereq : prereq Fmt.t
    val equal_prereq : prereq -> prereq -> bool

    type update = Remove of Rr_map.k | Remove_all | Remove_single of Rr_map.b | Add of Rr_map.b

    val pp_update : update Fmt.t
    val equal_update : update -> update -> bool

    type t = prereq list Domain_name.Map.t * update list Domain_name.Map.t

    val empty : t
    val pp : t Fmt.t
    val equal : t -> t -> bool
  end

  type request =
    [ `Axfr_request
    | `Ixfr_request of Soa.t
    | `Notify of Soa.t option
    | `Query
    | `Update of Update.t ]

  val equal_request : request -> request -> bool
  val pp_request : request Fmt.t

  type reply =
    [ `Answer of Answer.t
    | `Axfr_reply of Axfr.t
    | `Ixfr_reply of Ixfr.t
    | `Notify_ack
    | `Rcode_error of Rcode.t * Opcode.t * Answer.t option
    | `Update_ack ]
  [@@until "3.9"]

  type reply =
    [ `Answer of Answer.t
    | `Axfr_partial_reply of [ `First of Soa.t | `Last of Soa.t | `Mid ] * Name_rr_map.t
    | `Axfr_reply of Axfr.t
    | `Ixfr_reply of Ixfr.t
    | `Notify_ack
    | `Rcode_error of Rcode.t * Opcode.t * Answer.t option
    | `Update_ack ]
  [@@since "3.10"]

  val equal_reply : reply -> reply -> bool
  val pp_reply : reply Fmt.t

  type data =
    [ `Answer of Answer.t
    | `Axfr_reply of Axfr.t
    | `Axfr_request
    | `Ixfr_reply of Ixfr.t
    | `Ixfr_request of Soa.t
    | `Notify of Soa.t option
    | `Notify_ack
    | `Query
    | `Rcode_error of Rcode.t * Opcode.t * Answer.t option
    | `Update of Update.t
    | `Update_ack ]
  [@@until "3.9"]

  type data =
    [ `Answer of Answer.t
    | `Axfr_partial_reply of [ `First of Soa.t | `Last of Soa.t | `Mid ] * Name_rr_map.t
    | `Axfr_reply of Axfr.t
    | `Axfr_request
    | `Ixfr_reply of Ixfr.t
    | `Ixfr_request of Soa.t
    | `Notify of Soa.t option
    | `Notify_ack
    | `Query
    | `Rcode_error of Rcode.t * Opcode.t * Answer.t option
    | `Update of Update.t
    | `Update_ack ]
  [@@since "3.10"]

  val opcode_data : data -> Opcode.t
  val rcode_data : data -> Rcode.t
  val equal_data : data -> data -> bool
  val pp_data : data Fmt.t

  type t = private {
    header : Header.t;
    question : Question.t;
    data : data;
    additional : Name_rr_map.t;
    edns : Edns.t option;
    tsig : ([ `raw ] Domain_name.t * Tsig.t * int) option;
  }

  val create :
    ?max_size:int ->
    ?additional:Name_rr_map.t ->
    ?edns:Edns.t ->
    Header.t ->
    Question.t ->
    data ->
    t
  [@@until "3.9"]

  val create :
    ?max_size:int ->
    ?additional:Name_rr_map.t ->
    ?edns:Edns.t ->
    ?tsig:[ `raw ] Domain_name.t * Tsig.t * int ->
    Header.t ->
    Question.t ->
    data ->
    t
  [@@since "3.10"]

  val minimum_ttl : data -> int32 [@@since "4.9"]
  val with_edns : t -> Edns.t option -> t
  val pp : t Fmt.t
  val pp_header : t Fmt.t
  val equal : t -> t -> bool

  type err =
    [ `Bad_edns_version of int
    | `Leftover of int * string
    | `Malformed of int * string
    | `Not_implemented of int * string
    | `Notify_ack_answer_count of int
    | `Notify_ack_authority_count of int
    | `Notify_answer_count of int
    | `Notify_authority_count of int
    | `Partial
    | `Query_answer_count of int
    | `Query_authority_count of int
    | `Rcode_cant_change of Rcode.t
    | `Rcode_error_cant_noerror of Rcode.t
    | `Request_rcode of Rcode.t
    | `Truncated_request
    | `Update_ack_answer_count of int
    | `Update_ack_authority_count of int ]

  val pp_err : err Fmt.t
  val decode : Cstruct.t -> (t, err) result [@@until "4.6"]
  val decode : string -> (t, err) result [@@since "4.7"]

  type mismatch =
    [ `Expected_request
    | `Id_mismatch of int * int
    | `Not_a_reply of request
    | `Operation_mismatch of request * reply
    | `Question_mismatch of Question.t * Question.t ]

  val pp_mismatch : mismatch Fmt.t
  val reply_matches_request : request:t -> t -> (reply, mismatch) result
  val size_edns : int option -> Edns.t option -> proto -> bool -> int * Edns.t option
  val encode : ?max_size:int -> proto -> t -> Cstruct.t * int [@@until "4.6"]
  val encode : ?max_size:int -> proto -> t -> string * int [@@since "4.7"]

  val encode_axfr_reply : ?max_size:int -> int -> proto -> t -> Axfr.t -> Cstruct.t list * int
  [@@since "3.10"] [@@until "4.6"]

  val encode_axfr_reply : ?max_size:int -> int -> proto -> t -> Axfr.t -> string list * int
  [@@since "4.7"]

  val raw_error : Cstruct.t -> Rcode.t -> Cstruct.t option [@@until "4.6"]
  val raw_error : string -> Rcode.t -> string option [@@since "4.7"]
end
[@@since "3.5"]

module Tsig_op : sig
  type e =
    [ `Bad_key of [ `raw ] Domain_name.t * Tsig.t
    | `Bad_timestamp of [ `raw ] Domain_name.t * Tsig.t * Dnskey.t
    | `Bad_truncation of [ `raw ] Domain_name.t * Tsig.t
    | `Invalid_mac of [ `raw ] Domain_name.t * Tsig.t ]

  val pp_e : e Fmt.t

  type verify =
    ?mac:Cstruct.t ->
    Ptime.t ->
    Packet.t ->
    [ `raw ] Domain_name.t ->
    ?key:Dnskey.t ->
    Tsig.t ->
    Cstruct.t ->
    (Tsig.t * Cstruct.t * Dnskey.t, e * Cstruct.t option) result
  [@@until "4.6"]

  type verify =
    ?mac:string ->
    Ptime.t ->
    Packet.t ->
    [ `raw ] Domain_name.t ->
    ?key:Dnskey.t ->
    Tsig.t ->
    string ->
    (Tsig.t * string * Dnskey.t, e * string option) result
  [@@since "4.7"]

  val no_verify : verify

  type sign =
    ?mac:Cstruct.t ->
    ?max_size:int ->
    [ `raw ] Domain_name.t ->
    Tsig.t ->
    key:Dnskey.t ->
    Packet.t ->
    Cstruct.t ->
    (Cstruct.t * Cstruct.t) option
  [@@until "4.6"]

  type sign =
    ?mac:string ->
    ?max_size:int ->
    [ `raw ] Domain_name.t ->
    Tsig.t ->
    key:Dnskey.t ->
    Packet.t ->
    string ->
    (string * string) option
  [@@since "4.7"]

  val no_sign : sign
end
[@@since "3.5"]

val create_counter : f:('a -> string) -> ('a -> unit) * (unit -> Metrics.field list) [@@since "4.9"]

val counter_metrics :
  f:('a -> string) -> string -> (Metrics.field list, 'a -> Metrics.Data.t) Metrics.src
[@@since "3.7.1"] [@@until "3.10.7"]

val counter_metrics :
  f:('a -> string) ->
  ?static:(unit -> Metrics.field list) ->
  string ->
  (Metrics.field list, 'a -> Metrics.Data.t) Metrics.src
[@@since "3.10.8"] [@@until "4.8"]

val counter_metrics :
  f:('a -> string) -> string -> (Metrics.field list, 'a -> Metrics.Data.t) Metrics.src
[@@since "4.9"]

module Protocol : sig
  exception Dns_resolve_timeout
  exception Dns_resolve_error of exn list

  module type CLIENT = sig
    type context

    val get_id : unit -> int
    val marshal : ?alloc:(unit -> Buf.t) -> Packet.t -> (context * Buf.t) list
    val parse : context -> Buf.t -> Packet.t option
    val timeout : context -> exn
  end

  module Client : CLIENT

  module type SERVER = sig
    type context

    val query_of_context : context -> Packet.t
    val parse : Buf.t -> context option
    val marshal : Buf.t -> context -> Packet.t -> Buf.t option
  end

  module Server : sig
    type context = Packet.t

    val query_of_context : context -> Packet.t
    val parse : Buf.t -> context option
    val marshal : Buf.t -> context -> Packet.t -> Buf.t option
  end

  val contain_exc : string -> (unit -> 'a) -> 'a option
end
[@@port "dns-rewritten"]
[@@until "3.4"]

module Resolvconf : sig
  module LookupValue : sig
    type t = Bind | File | Yp

    exception Unknown of string

    val of_string : string -> t
    val to_string : t -> string
  end

  module OptionsValue : sig
    type t = Debug | Edns0 | Inet6 | Insecure1 | Insecure2 | Ndots of int

    exception Unknown of string

    val of_string : string -> t
    val to_string : t -> string
  end

  module KeywordValue : sig
    type t =
      | Nameserver of Ipaddr.t * int option
      | Port of int
      | Domain of string
      | Lookup of LookupValue.t list
      | Search of string list
      | Sortlist of string list
      | Options of OptionsValue.t list

    exception Unknown of string

    val of_string : string -> t
    val to_string : t -> string
  end

  val map_line : string -> string option

  type t = KeywordValue.t list

  val all_servers : KeywordValue.t list -> (Ipaddr.t * int) list
  val choose_server : KeywordValue.t list -> (Ipaddr.t * int) option
  val search_domains : KeywordValue.t list -> string list
end
[@@port "dns-rewritten"]
[@@until "3.4"]

module Dig : sig
  val string_of_secname : string -> string
  val string_of_rrecord : Packet.rr -> string
  val string_of_flags : Packet.detail -> string
  val string_of_question : Packet.question -> string
  val string_of_answers : Packet.t -> string
end
[@@port "dns-rewritten"]
[@@until "3.4"]

module RR : sig
  type serial = int32
  type cstr = string Hashcons.hash_consed
  and dnsnode = { owner : Name.t Hashcons.hash_consed; mutable rrsets : rrset list }
  and rrset = { ttl : int32; rdata : rdata }
  and rrsig = {
    rrsig_type : Packet.rr_type;
    rrsig_alg : Packet.dnssec_alg;
    rrsig_labels : char;
    rrsig_ttl : int32;
    rrsig_expiry : int32;
    rrsig_incept : int32;
    rrsig_keytag : int;
    rrsig_name : Name.t;
    rrsig_sig : string;
  }
  and rdata =
    | A of Ipaddr.V4.t list
    | AAAA of Ipaddr.V6.t list
    | AFSDB of (Cstruct.uint16 * dnsnode) list
    | CNAME of dnsnode list
    | HINFO of (cstr * cstr) list
    | ISDN of (cstr * cstr option) list
    | MB of dnsnode list
    | MG of dnsnode list
    | MINFO of (dnsnode * dnsnode) list
    | MR of dnsnode list
    | MX of (Cstruct.uint16 * dnsnode) list
    | NS of dnsnode list
    | PTR of dnsnode list
    | RP of (dnsnode * dnsnode) list
    | RT of (Cstruct.uint16 * dnsnode) list
    | SOA of (dnsnode * dnsnode * serial * int32 * int32 * int32 * int32) list
    | SRV of (Cstruct.uint16 * Cstruct.uint16 * Cstruct.uint16 * dnsnode) list
    | TXT of cstr list list
    | Unknown of int * cstr list
    | WKS of (Ipaddr.V4.t * Cstruct.byte * cstr) list
    | X25 of cstr list
    | DNSKEY of (int * int * cstr) list
    | DS of (int * Packet.dnssec_alg * Packet.digest_alg * cstr) list
    | RRSIG of rrsig list

  val rdata_to_string : rdata -> string
end
[@@port "dns-rewritten"]
[@@until "3.4"]

module Trie : sig
  exception TrieCorrupt

  type dnstrie

  val new_trie : unit -> dnstrie
  val simple_lookup : Name.key -> dnstrie -> RR.dnsnode option
  val lookup :
    Name.key ->
    dnstrie ->
    mdns:bool ->
    [> `Delegated of bool * RR.dnsnode | `Found of bool * RR.dnsnode * RR.dnsnode
      | `NXDomain of RR.dnsnode | `NXDomainNSEC of RR.dnsnode * RR.dnsnode * RR.dnsnode
      | `NoError of RR.dnsnode | `NoErrorNSEC of RR.dnsnode * RR.dnsnode | `Wildcard of RR.dnsnode
      * RR.dnsnode | `WildcardNSEC of RR.dnsnode * RR.dnsnode * RR.dnsnode ]
  val lookup_or_insert :
    Name.key -> dnstrie -> ?parent:dnstrie -> (unit -> RR.dnsnode) -> RR.dnsnode
  val fix_flags : Name.key -> dnstrie -> unit
  val iter : (RR.dnsnode -> unit) -> dnstrie -> unit
end
[@@port "dns-rewritten"]
[@@until "3.4"]

module Query : sig
  type answer = {
    rcode : Packet.rcode;
    aa : bool;
    answer : Packet.rr list;
    authority : Packet.rr list;
    additional : Packet.rr list;
  }
  type filter = Name.t -> RR.rrset -> RR.rrset
  type flush = Name.t -> Packet.rdata -> bool

  val response_of_answer : ?mdns:bool -> Packet.t -> answer -> Packet.t
  val answer_of_response : ?preserve_aa:bool -> Packet.t -> answer
  val answer :
    ?dnssec:bool ->
    ?mdns:bool ->
    ?filter:filter ->
    ?flush:flush ->
    Name.t ->
    Packet.q_type ->
    Trie.dnstrie ->
    answer
  val answer_multiple :
    ?dnssec:bool ->
    ?mdns:bool ->
    ?filter:filter ->
    ?flush:flush ->
    Packet.question list ->
    Trie.dnstrie ->
    answer
  val create : ?dnssec:bool -> id:int -> Packet.q_class -> Packet.q_type -> Name.t -> Packet.t
end
[@@port "dns-rewritten"]
[@@until "3.4"]

module Loader : sig
  type db = { trie : Trie.dnstrie; mutable names : (Name.key, RR.dnsnode) Hashtbl.t }

  val new_db : unit -> db
  val no_more_updates : db -> unit
  val add_generic_rr : int -> string -> int32 -> Name.t -> db -> unit
  val add_a_rr : Ipaddr.V4.t -> int32 -> Name.t -> db -> unit
  val add_aaaa_rr : Ipaddr.V6.t -> int32 -> Name.t -> db -> unit
  val add_ns_rr : Name.t -> int32 -> Name.t -> db -> unit
  val add_cname_rr : Name.t -> int32 -> Name.t -> db -> unit
  val add_soa_rr :
    Name.t ->
    Name.t ->
    RR.serial ->
    int32 ->
    int32 ->
    int32 ->
    int32 ->
    int32 ->
    Name.t ->
    db ->
    unit
  val add_mb_rr : Name.t -> int32 -> Name.t -> db -> unit
  val add_mg_rr : Name.t -> int32 -> Name.t -> db -> unit
  val add_mr_rr : Name.t -> int32 -> Name.t -> db -> unit
  val add_wks_rr : Ipaddr.V4.t -> Cstruct.byte -> string -> int32 -> Name.t -> db -> unit
  val add_ptr_rr : Name.t -> int32 -> Name.t -> db -> unit
  val add_hinfo_rr : string -> string -> int32 -> Name.t -> db -> unit
  val add_minfo_rr : Name.t -> Name.t -> int32 -> Name.t -> db -> unit
  val add_mx_rr : int -> Name.t -> int32 -> Name.t -> db -> unit
  val add_rp_rr : Name.t -> Name.t -> int32 -> Name.t -> db -> unit
  val add_afsdb_rr : int -> Name.t -> int32 -> Name.t -> db -> unit
  val add_x25_rr : string -> int32 -> Name.t -> db -> unit
  val add_isdn_rr : string -> string option -> int32 -> Name.t -> db -> unit
  val add_rt_rr : int -> Name.t -> int32 -> Name.t -> db -> unit
  val add_srv_rr : int -> int -> int -> Name.t -> int32 -> Name.t -> db -> unit
  val add_txt_rr : string list -> int32 -> Name.t -> db -> unit
  val add_dnskey_rr : int -> int -> string -> int32 -> Name.t -> db -> unit
  val add_ds_rr : int -> int -> int -> string -> int32 -> Name.t -> db -> unit
  val add_rrsig_rr :
    string ->
    int ->
    int ->
    int32 ->
    int32 ->
    int32 ->
    int ->
    Name.t ->
    string ->
    int32 ->
    Name.t ->
    db ->
    unit

  exception TTLMismatch

  type parserstate = {
    mutable db : db;
    mutable paren : int;
    mutable filename : string;
    mutable lineno : int;
    mutable origin : Name.t;
    mutable ttl : int32;
    mutable owner : Name.t;
  }

  val state : parserstate
end
[@@port "dns-rewritten"]
[@@until "3.4"]

module Probe : sig
  type state
  type datagram = Packet.t * Ipaddr.V4.t * int
  type action = Nothing | ToSend of datagram | Delay of float | Continue | NotReady | Stop

  val new_state : Loader.db -> state
  val add_name : state -> Name.t -> state
  val do_probe : state -> state * action
  val on_send_complete : state -> state * action
  val on_delay_complete : state -> state * action
  val is_first_complete : state -> bool

  type conflict = NoConflict | ConflictRestart

  val on_response_received : state -> Packet.t -> state * conflict
  val on_query_received : state -> Packet.t -> Packet.t -> Packet.t * state * conflict
  val is_confirmed : state -> Name.t -> bool
  val stop : state -> state
end
[@@port "dns-rewritten"]
[@@until "3.4"]

module Zone : sig
  exception Zone_parse_error of int

  val load : ?db:Loader.db -> string list -> string -> Loader.db
end
[@@port "dns-rewritten"]
[@@until "3.4"]
