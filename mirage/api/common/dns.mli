(** Questions about names and their answers (dns 0.18 and 0.19). *)

module Buf : sig
  type t = (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t

  val create : int -> t
  val length : t -> int
  val shift : t -> int -> t
end

module Name : sig
  type t

  val of_string : string -> t
  val of_string_list : string list -> t
  val to_string : t -> string
  val to_string_list : t -> string list
  val string_to_domain_name : string -> t
end

module Packet : sig
  type q_type = Q_A | Q_NS | Q_CNAME | Q_SOA | Q_PTR | Q_MX | Q_TXT | Q_AAAA | Q_ANY_TYP
  type q_class = Q_IN | Q_CS | Q_CH | Q_HS | Q_NONE | Q_ANY_CLS
  type question = { q_name : Name.t; q_type : q_type; q_class : q_class }
  type rr_class = RR_IN | RR_CS | RR_CH | RR_HS | RR_ANY

  type rdata =
    | A of Ipaddr.V4.t
    | AAAA of Ipaddr.V6.t
    | CNAME of Name.t
    | MX of int * Name.t
    | NS of Name.t
    | PTR of Name.t
    | SOA of Name.t * Name.t * int32 * int32 * int32 * int32 * int32
    | SRV of int * int * int * Name.t
    | TXT of string list
    | UNKNOWN of int * string

  type rr = { name : Name.t; cls : rr_class; flush : bool; ttl : int32; rdata : rdata }
  type qr = Query | Response
  type opcode = Standard | Inverse | Status | Reserved | Notify | Update
  type rcode =
    | NoError | FormErr | ServFail | NXDomain | NotImp | Refused | YXDomain | YXRRSet | NXRRSet
    | NotAuth | NotZone | BadVers | BadKey | BadTime | BadMode | BadName | BadAlg

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

  val parse : Buf.t -> t
  val marshal : Buf.t -> t -> Buf.t
  val to_string : t -> string
end

module Trie : sig
  type dnstrie
end

module Query : sig
  type answer = {
    rcode : Packet.rcode;
    aa : bool;
    answer : Packet.rr list;
    authority : Packet.rr list;
    additional : Packet.rr list;
  }

  val response_of_answer : Packet.t -> answer -> Packet.t
  val answer_of_response : ?preserve_aa:bool -> Packet.t -> answer
  val answer : ?dnssec:bool -> Name.t -> Packet.q_type -> Trie.dnstrie -> answer
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

  val contain_exc : string -> (unit -> 'a) -> 'a option
end

module Loader : sig
  type names
  type db = { trie : Trie.dnstrie; mutable names : names }

  val new_db : unit -> db
  val add_a_rr : Ipaddr.V4.t -> int32 -> Name.t -> db -> unit
  val add_aaaa_rr : Ipaddr.V6.t -> int32 -> Name.t -> db -> unit
  val add_cname_rr : Name.t -> int32 -> Name.t -> db -> unit
  val add_mx_rr : int -> Name.t -> int32 -> Name.t -> db -> unit
  val add_ns_rr : Name.t -> int32 -> Name.t -> db -> unit
  val add_ptr_rr : Name.t -> int32 -> Name.t -> db -> unit
  val add_txt_rr : string list -> int32 -> Name.t -> db -> unit

  val add_soa_rr :
    Name.t -> Name.t -> int32 -> int32 -> int32 -> int32 -> int32 -> int32 -> Name.t -> db -> unit
end
