(** Questions about names and their answers (dns 0.19.1). *)

[@@@complete]

module Buf : sig
  type t = (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t

  val create : ?alloc:(unit -> t) -> int -> t
  val length : t -> int
  val of_cstruct : Cstruct.t -> t
  val shift : t -> int -> t
  val sub : t -> int -> int -> t
end

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

module Dig : sig
  val string_of_secname : string -> string
  val string_of_rrecord : Packet.rr -> string
  val string_of_flags : Packet.detail -> string
  val string_of_question : Packet.question -> string
  val string_of_answers : Packet.t -> string
end

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

module Zone : sig
  exception Zone_parse_error of int

  val load : ?db:Loader.db -> string list -> string -> Loader.db
end
