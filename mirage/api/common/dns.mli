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
  val to_string : t -> string
  val string_to_domain_name : string -> t
end

module Packet : sig
  type q_type = Q_A | Q_NS | Q_CNAME | Q_SOA | Q_PTR | Q_MX | Q_TXT | Q_AAAA | Q_ANY_TYP
  type q_class = Q_IN | Q_CS | Q_CH | Q_HS | Q_NONE | Q_ANY_CLS
  type question = { q_name : Name.t; q_type : q_type; q_class : q_class }
  type detail
  type rr

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

module Query : sig
  type answer

  val answer_of_response : Packet.t -> answer
end

module Protocol : sig
  exception Dns_resolve_error of exn list

  module type CLIENT = sig
    type context

    val get_id : unit -> int
  end

  module Client : CLIENT
end

module Loader : sig
  type db
end
