(** Requests and responses (cohttp 0.21.1). *)

[@@@complete]

(** Until cohttp 0.14 (2014-12). *)

module Base64 : sig
  val encode : string -> string
  val decode : string -> string
end
[@@port "cohttp-base64"]
[@@until "2.9.1"]

module Accept_types : sig
  type pv = T of string | S of string

  val pv_of_sexp : Sexplib.Sexp.t -> pv
  val sexp_of_pv : pv -> Sexplib.Sexp.t

  type p = string * pv

  val p_of_sexp : Sexplib.Sexp.t -> p
  val sexp_of_p : p -> Sexplib.Sexp.t

  type media_range = MediaType of string * string | AnyMediaSubtype of string | AnyMedia

  val media_range_of_sexp : Sexplib.Sexp.t -> media_range
  val sexp_of_media_range : media_range -> Sexplib.Sexp.t

  type charset = Charset of string | AnyCharset

  val charset_of_sexp : Sexplib.Sexp.t -> charset
  val sexp_of_charset : charset -> Sexplib.Sexp.t

  type encoding = Encoding of string | Gzip | Compress | Deflate | Identity | AnyEncoding

  val encoding_of_sexp : Sexplib.Sexp.t -> encoding
  val sexp_of_encoding : encoding -> Sexplib.Sexp.t

  type language = Language of string list | AnyLanguage

  val language_of_sexp : Sexplib.Sexp.t -> language
  val sexp_of_language : language -> Sexplib.Sexp.t

  type q = int

  val q_of_sexp : Sexplib.Sexp.t -> q
  val sexp_of_q : q -> Sexplib.Sexp.t

  type 'a qlist = (q * 'a) list

  val qlist_of_sexp : (Sexplib.Sexp.t -> 'a) -> Sexplib.Sexp.t -> 'a qlist
  val sexp_of_qlist : ('a -> Sexplib.Sexp.t) -> 'a qlist -> Sexplib.Sexp.t
end

module Auth : sig
  type challenge = [ `Basic of string ]

  val sexp_of_challenge : challenge -> Sexplib.Sexp.t
  val challenge_of_sexp : Sexplib.Sexp.t -> challenge

  type credential = [ `Basic of string * string | `Other of string ]

  val sexp_of_credential : credential -> Sexplib.Sexp.t
  val credential_of_sexp : Sexplib.Sexp.t -> credential
  val string_of_credential : credential -> string
  val credential_of_string : string -> credential
  val string_of_challenge : challenge -> string
end

module Code : sig
  type version = [ `HTTP_1_0 | `HTTP_1_1 | `Other of string ]

  val sexp_of_version : version -> Sexplib.Sexp.t
  val version_of_sexp : Sexplib.Sexp.t -> version

  type meth =
    [ `CONNECT
    | `DELETE
    | `GET
    | `HEAD
    | `OPTIONS
    | `Other of string
    | `PATCH
    | `POST
    | `PUT
    | `TRACE ]

  val sexp_of_meth : meth -> Sexplib.Sexp.t
  val meth_of_sexp : Sexplib.Sexp.t -> meth

  type informational_status = [ `Checkpoint | `Continue | `Processing | `Switching_protocols ]

  val sexp_of_informational_status : informational_status -> Sexplib.Sexp.t
  val informational_status_of_sexp : Sexplib.Sexp.t -> informational_status

  type success_status =
    [ `Accepted | `Already_reported | `Created | `Im_used | `Multi_status | `No_content
    | `Non_authoritative_information | `OK | `Partial_content | `Reset_content ]

  val sexp_of_success_status : success_status -> Sexplib.Sexp.t
  val success_status_of_sexp : Sexplib.Sexp.t -> success_status

  type redirection_status =
    [ `Found | `Moved_permanently | `Multiple_choices | `Not_modified | `Resume_incomplete
    | `See_other | `Switch_proxy | `Temporary_redirect | `Use_proxy ]

  val sexp_of_redirection_status : redirection_status -> Sexplib.Sexp.t
  val redirection_status_of_sexp : Sexplib.Sexp.t -> redirection_status

  type client_error_status =
    [ `Bad_request | `Blocked_by_windows_parental_controls | `Client_closed_request | `Conflict
    | `Enhance_your_calm | `Expectation_failed | `Failed_dependency | `Forbidden | `Gone
    | `I_m_a_teapot | `Length_required | `Locked | `Method_not_allowed | `No_response
    | `Not_acceptable | `Not_found | `Payment_required | `Precondition_failed
    | `Precondition_required | `Proxy_authentication_required | `Request_entity_too_large
    | `Request_header_fields_too_large | `Request_timeout | `Request_uri_too_long
    | `Requested_range_not_satisfiable | `Retry_with | `Too_many_requests | `Unauthorized
    | `Unprocessable_entity | `Unsupported_media_type | `Upgrade_required
    | `Wrong_exchange_server ]

  val sexp_of_client_error_status : client_error_status -> Sexplib.Sexp.t
  val client_error_status_of_sexp : Sexplib.Sexp.t -> client_error_status

  type server_error_status =
    [ `Bad_gateway | `Bandwidth_limit_exceeded | `Gateway_timeout | `Http_version_not_supported
    | `Insufficient_storage | `Internal_server_error | `Loop_detected
    | `Network_authentication_required | `Network_connect_timeout_error
    | `Network_read_timeout_error | `Not_extended | `Not_implemented | `Service_unavailable
    | `Variant_also_negotiates ]

  val sexp_of_server_error_status : server_error_status -> Sexplib.Sexp.t
  val server_error_status_of_sexp : Sexplib.Sexp.t -> server_error_status

  type status =
    [ `Accepted | `Already_reported | `Bad_gateway | `Bad_request | `Bandwidth_limit_exceeded
    | `Blocked_by_windows_parental_controls | `Checkpoint | `Client_closed_request | `Conflict
    | `Continue | `Created | `Enhance_your_calm | `Expectation_failed | `Failed_dependency
    | `Forbidden | `Found | `Gateway_timeout | `Gone | `Http_version_not_supported
    | `I_m_a_teapot | `Im_used | `Insufficient_storage | `Internal_server_error
    | `Length_required | `Locked | `Loop_detected | `Method_not_allowed | `Moved_permanently
    | `Multi_status | `Multiple_choices | `Network_authentication_required
    | `Network_connect_timeout_error | `Network_read_timeout_error | `No_content | `No_response
    | `Non_authoritative_information | `Not_acceptable | `Not_extended | `Not_found
    | `Not_implemented | `Not_modified | `OK | `Partial_content | `Payment_required
    | `Precondition_failed | `Precondition_required | `Processing
    | `Proxy_authentication_required | `Request_entity_too_large
    | `Request_header_fields_too_large | `Request_timeout | `Request_uri_too_long
    | `Requested_range_not_satisfiable | `Reset_content | `Resume_incomplete | `Retry_with
    | `See_other | `Service_unavailable | `Switch_proxy | `Switching_protocols
    | `Temporary_redirect | `Too_many_requests | `Unauthorized | `Unprocessable_entity
    | `Unsupported_media_type | `Upgrade_required | `Use_proxy | `Variant_also_negotiates
    | `Wrong_exchange_server ]

  val sexp_of_status : status -> Sexplib.Sexp.t
  val status_of_sexp : Sexplib.Sexp.t -> status

  type status_code =
    [ `Accepted
    | `Already_reported
    | `Bad_gateway
    | `Bad_request
    | `Bandwidth_limit_exceeded
    | `Blocked_by_windows_parental_controls
    | `Checkpoint
    | `Client_closed_request
    | `Code of int
    | `Conflict
    | `Continue
    | `Created
    | `Enhance_your_calm
    | `Expectation_failed
    | `Failed_dependency
    | `Forbidden
    | `Found
    | `Gateway_timeout
    | `Gone
    | `Http_version_not_supported
    | `I_m_a_teapot
    | `Im_used
    | `Insufficient_storage
    | `Internal_server_error
    | `Length_required
    | `Locked
    | `Loop_detected
    | `Method_not_allowed
    | `Moved_permanently
    | `Multi_status
    | `Multiple_choices
    | `Network_authentication_required
    | `Network_connect_timeout_error
    | `Network_read_timeout_error
    | `No_content
    | `No_response
    | `Non_authoritative_information
    | `Not_acceptable
    | `Not_extended
    | `Not_found
    | `Not_implemented
    | `Not_modified
    | `OK
    | `Partial_content
    | `Payment_required
    | `Precondition_failed
    | `Precondition_required
    | `Processing
    | `Proxy_authentication_required
    | `Request_entity_too_large
    | `Request_header_fields_too_large
    | `Request_timeout
    | `Request_uri_too_long
    | `Requested_range_not_satisfiable
    | `Reset_content
    | `Resume_incomplete
    | `Retry_with
    | `See_other
    | `Service_unavailable
    | `Switch_proxy
    | `Switching_protocols
    | `Temporary_redirect
    | `Too_many_requests
    | `Unauthorized
    | `Unprocessable_entity
    | `Unsupported_media_type
    | `Upgrade_required
    | `Use_proxy
    | `Variant_also_negotiates
    | `Wrong_exchange_server ]

  val sexp_of_status_code : status_code -> Sexplib.Sexp.t
  val status_code_of_sexp : Sexplib.Sexp.t -> status_code
  val string_of_version : version -> string
  val version_of_string : string -> version
  val compare_version : version -> version -> int
  val string_of_method : meth -> string
  val method_of_string : string -> meth
  val compare_method : meth -> meth -> int
  val status_of_code : int -> status_code
  val code_of_status : status_code -> int
  val string_of_status : status_code -> string
  val reason_phrase_of_code : int -> string
  val is_informational : int -> bool
  val is_success : int -> bool
  val is_redirection : int -> bool
  val is_client_error : int -> bool
  val is_server_error : int -> bool
  val is_error : int -> bool
end

module Conf : sig
  val version : string
end

module Connection : sig
  type t

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t
  val create : unit -> t
  val to_string : t -> string
  val compare : t -> t -> int
end

module Link : sig
  module Rel : sig
    type t

    val t_of_sexp : Sexplib.Sexp.t -> t
    val sexp_of_t : t -> Sexplib.Sexp.t
    val extension : Uri.t -> t
    val alternate : t
    val appendix : t
    val bookmark : t
    val chapter : t
    val contents : t
    val copyright : t
    val current : t
    val described_by : t
    val edit : t
    val edit_media : t
    val enclosure : t
    val first : t
    val glossary : t
    val help : t
    val hub : t
    val index : t
    val last : t
    val latest_version : t
    val license : t
    val next : t
    val next_archive : t
    val payment : t
    val predecessor_version : t
    val prev : t
    val prev_archive : t
    val related : t
    val replies : t
    val section : t
    val self : t
    val service : t
    val start : t
    val stylesheet : t
    val subsection : t
    val successor_version : t
    val up : t
    val version_history : t
    val via : t
    val working_copy : t
    val working_copy_of : t
  end

  module Language : sig
    type t = private string

    val t_of_sexp : Sexplib.Sexp.t -> t
    val sexp_of_t : t -> Sexplib.Sexp.t
    val to_string : t -> string
    val of_string : string -> t
  end

  module Charset : sig
    type t = private string

    val t_of_sexp : Sexplib.Sexp.t -> t
    val sexp_of_t : t -> Sexplib.Sexp.t
    val to_string : t -> string
    val of_string : string -> t
  end

  module Ext : sig
    type 'a t

    val t_of_sexp : (Sexplib.Sexp.t -> 'a) -> Sexplib.Sexp.t -> 'a t
    val sexp_of_t : ('a -> Sexplib.Sexp.t) -> 'a t -> Sexplib.Sexp.t
    val charset : 'a t -> Charset.t
    val language : 'a t -> Language.t
    val value : 'a t -> 'a
    val make : ?charset:Charset.t -> ?language:Language.t -> 'a -> 'a t
    val map : ('a -> 'b) -> 'a t -> 'b t
  end

  module Arc : sig
    type t = {
      reverse : bool;
      relation : Rel.t list;
      hreflang : string option;
      media : string option;
      title : string option;
      title_ext : string Ext.t option;
      media_type : (string * string) option;
      extensions : (string * string) list;
      extension_exts : (string * string Ext.t) list;
    }

    val empty : t
  end

  type t = { context : Uri.t; arc : Arc.t; target : Uri.t }

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t
  val empty : t
  val of_string : string -> t list
  val to_string : t -> string
end

module Transfer : sig
  type encoding = Chunked | Fixed of int64 | Unknown

  val sexp_of_encoding : encoding -> Sexplib.Sexp.t
  val encoding_of_sexp : Sexplib.Sexp.t -> encoding

  type chunk = Chunk of string | Final_chunk of string | Done

  val sexp_of_chunk : chunk -> Sexplib.Sexp.t
  val chunk_of_sexp : Sexplib.Sexp.t -> chunk
  val string_of_encoding : encoding -> string
  val has_body : encoding -> [ `No | `Unknown | `Yes ]
end

module Accept_parser : sig
  type token = STAR | SLASH | SEMI | COMMA | EQUAL | EOI | TOK of string | QS of string

  val media_ranges :
    (Lexing.lexbuf -> token) ->
    Lexing.lexbuf ->
    (Accept_types.media_range * Accept_types.p list) Accept_types.qlist
  val charsets :
    (Lexing.lexbuf -> token) -> Lexing.lexbuf -> Accept_types.charset Accept_types.qlist
  val encodings :
    (Lexing.lexbuf -> token) -> Lexing.lexbuf -> Accept_types.encoding Accept_types.qlist
  val languages :
    (Lexing.lexbuf -> token) -> Lexing.lexbuf -> Accept_types.language Accept_types.qlist
end

module Accept_lexer : sig
  val header_value : Lexing.lexbuf -> Accept_parser.token
  val qs : string list -> Lexing.lexbuf -> string list
end

module Accept : sig
  type q = int

  val sexp_of_q : q -> Sexplib.Sexp.t
  val q_of_sexp : Sexplib.Sexp.t -> q

  type 'a qlist = (q * 'a) list

  val sexp_of_qlist : ('a -> Sexplib.Sexp.t) -> 'a qlist -> Sexplib.Sexp.t
  val qlist_of_sexp : (Sexplib.Sexp.t -> 'a) -> Sexplib.Sexp.t -> 'a qlist
  val qsort : 'a qlist -> 'a qlist

  type pv = Accept_types.pv = T of string | S of string

  val sexp_of_pv : pv -> Sexplib.Sexp.t
  val pv_of_sexp : Sexplib.Sexp.t -> pv

  type p = string * pv

  val sexp_of_p : p -> Sexplib.Sexp.t
  val p_of_sexp : Sexplib.Sexp.t -> p

  type media_range = Accept_types.media_range =
    | MediaType of string * string
    | AnyMediaSubtype of string
    | AnyMedia

  val sexp_of_media_range : media_range -> Sexplib.Sexp.t
  val media_range_of_sexp : Sexplib.Sexp.t -> media_range

  type charset = Accept_types.charset = Charset of string | AnyCharset

  val sexp_of_charset : charset -> Sexplib.Sexp.t
  val charset_of_sexp : Sexplib.Sexp.t -> charset

  type encoding = Accept_types.encoding =
    | Encoding of string
    | Gzip
    | Compress
    | Deflate
    | Identity
    | AnyEncoding

  val sexp_of_encoding : encoding -> Sexplib.Sexp.t
  val encoding_of_sexp : Sexplib.Sexp.t -> encoding

  type language = Accept_types.language = Language of string list | AnyLanguage

  val sexp_of_language : language -> Sexplib.Sexp.t
  val language_of_sexp : Sexplib.Sexp.t -> language
  val media_ranges : string option -> (media_range * p list) qlist
  val charsets : string option -> charset qlist
  val encodings : string option -> encoding qlist
  val languages : string option -> language qlist
  val string_of_media_range : media_range * (string * pv) list -> q -> string
  val string_of_charset : charset -> q -> string
  val string_of_encoding : encoding -> q -> string
  val string_of_language : language -> q -> string
  val string_of_media_ranges : (media_range * p list) qlist -> string
  val string_of_charsets : charset qlist -> string
  val string_of_encodings : encoding qlist -> string
  val string_of_languages : language qlist -> string
end

module Header : sig
  type t

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t
  val init : unit -> t
  val init_with : string -> string -> t
  val add : t -> string -> string -> t
  val add_list : t -> (string * string) list -> t
  val add_multi : t -> string -> string list -> t
  val add_opt : t option -> string -> string -> t
  val add_unless_exists : t -> string -> string -> t
  val add_opt_unless_exists : t option -> string -> string -> t
  val remove : t -> string -> t
  val replace : t -> string -> string -> t
  val mem : t -> string -> bool
  val compare : t -> t -> int
  val get : t -> string -> string option
  val get_multi : t -> string -> string list
  val iter : (string -> string list -> unit) -> t -> unit
  val map : (string -> string list -> string list) -> t -> t
  val fold : (string -> string -> 'a -> 'a) -> t -> 'a -> 'a
  val of_list : (string * string) list -> t
  val to_list : t -> (string * string) list
  val to_lines : t -> string list
  val to_frames : t -> string list
  val to_string : t -> string
  val get_content_range : t -> Int64.t option
  val get_media_type : t -> string option
  val get_connection_close : t -> bool
  val get_acceptable_media_ranges : t -> (Accept.media_range * Accept.p list) Accept.qlist
  val get_acceptable_charsets : t -> Accept.charset Accept.qlist
  val get_acceptable_encodings : t -> Accept.encoding Accept.qlist
  val get_acceptable_languages : t -> Accept.language Accept.qlist
  val get_transfer_encoding : t -> Transfer.encoding
  val add_transfer_encoding : t -> Transfer.encoding -> t
  val add_authorization : t -> Auth.credential -> t
  val get_authorization : t -> Auth.credential option
  val add_authorization_req : t -> Auth.challenge -> t
  val is_form : t -> bool
  val get_location : t -> Uri.t option
  val add_links : t -> Link.t list -> t
  val get_links : t -> Link.t list
  val user_agent : string
  val prepend_user_agent : t -> string -> t
  val connection : t -> [ `Close | `Keep_alive | `Unknown of string ] option
  val pp_hum : Format.formatter -> t -> unit
end

module S : sig
  module type IO = sig
    type +'a t

    val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
    val return : 'a -> 'a t

    type ic
    type oc
    type conn

    val read_line : ic -> string option t
    val read : ic -> int -> string t
    val write : oc -> string -> unit t
    val flush : oc -> unit t
  end

  module type Http_io = sig
    type t
    type reader
    type writer

    module IO : IO

    val read : IO.ic -> [ `Eof | `Invalid of string | `Ok of t ] IO.t
    val has_body : t -> [ `No | `Unknown | `Yes ]
    val make_body_writer : ?flush:bool -> t -> IO.oc -> writer
    val make_body_reader : t -> IO.ic -> reader
    val read_body_chunk : reader -> Transfer.chunk IO.t
    val write_header : t -> IO.oc -> unit IO.t
    val write_body : writer -> string -> unit IO.t
    val write : ?flush:bool -> (writer -> unit IO.t) -> t -> IO.oc -> unit IO.t
  end

  module type Request = sig
    type t = {
      headers : Header.t;
      meth : Code.meth;
      resource : string;
      version : Code.version;
      encoding : Transfer.encoding;
    }

    val encoding : t -> Transfer.encoding
    val version : t -> Code.version
    val resource : t -> string
    val meth : t -> Code.meth
    val headers : t -> Header.t

    module Fields : sig
      [@@@open_ended]
    end

    val t_of_sexp : Sexplib.Sexp.t -> t
    val sexp_of_t : t -> Sexplib.Sexp.t
    val make :
      ?meth:Code.meth ->
      ?version:Code.version ->
      ?encoding:Transfer.encoding ->
      ?headers:Header.t ->
      Uri.t ->
      t
    val is_keep_alive : t -> bool
    val uri : t -> Uri.t
    val make_for_client :
      ?headers:Header.t -> ?chunked:bool -> ?body_length:int64 -> Code.meth -> Uri.t -> t
  end

  module type Response = sig
    type t = {
      encoding : Transfer.encoding;
      headers : Header.t;
      version : Code.version;
      status : Code.status_code;
      flush : bool;
    }

    val flush : t -> bool
    val status : t -> Code.status_code
    val version : t -> Code.version
    val headers : t -> Header.t
    val encoding : t -> Transfer.encoding

    module Fields : sig
      [@@@open_ended]
    end

    val t_of_sexp : Sexplib.Sexp.t -> t
    val sexp_of_t : t -> Sexplib.Sexp.t
    val make :
      ?version:Code.version ->
      ?status:Code.status_code ->
      ?flush:bool ->
      ?encoding:Transfer.encoding ->
      ?headers:Header.t ->
      unit ->
      t
  end

  module type Body = sig
    type t

    val to_string : t -> string
    val to_string_list : t -> string list
    val empty : t
    val is_empty : t -> bool
    val of_string : string -> t
    val of_string_list : string list -> t
    val map : (string -> string) -> t -> t
    val transfer_encoding : t -> Transfer.encoding
  end
end

module String_io : sig
  type buf = { str : string; mutable pos : int; len : int }

  val open_in : string -> buf

  module M : sig
    type 'a t = 'a

    val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
    val return : 'a -> 'a t

    type ic = buf
    type oc = Buffer.t
    type conn

    val read_line : ic -> string option t
    val read : ic -> int -> string t
    val write : oc -> string -> unit t
    val flush : oc -> unit t
  end
end

module Transfer_io : sig
  module Make (IO : S.IO) : sig
    type reader
    type writer

    val make_reader : Transfer.encoding -> IO.ic -> reader
    val make_writer : ?flush:bool -> Transfer.encoding -> IO.oc -> writer
    val read : reader -> Transfer.chunk IO.t
    val write : writer -> string -> unit IO.t
  end
end

module Response : sig
  type t = {
    encoding : Transfer.encoding;
    headers : Header.t;
    version : Code.version;
    status : Code.status_code;
    flush : bool;
  }

  val flush : t -> bool
  val status : t -> Code.status_code
  val version : t -> Code.version
  val headers : t -> Header.t
  val encoding : t -> Transfer.encoding

  module Fields : sig
    [@@@open_ended]
  end

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t
  val make :
    ?version:Code.version ->
    ?status:Code.status_code ->
    ?flush:bool ->
    ?encoding:Transfer.encoding ->
    ?headers:Header.t ->
    unit ->
    t
  val pp_hum : Format.formatter -> t -> unit

  module Make (IO : S.IO) : sig
    type nonrec t = t
    type reader
    type writer

    module IO : sig
      type 'a t = 'a IO.t

      val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
      val return : 'a -> 'a t

      type ic = IO.ic
      type oc = IO.oc
      type conn = IO.conn

      val read_line : ic -> string option t
      val read : ic -> int -> string t
      val write : oc -> string -> unit t
      val flush : oc -> unit t
    end

    val read : IO.ic -> [ `Eof | `Invalid of string | `Ok of t ] IO.t
    val has_body : t -> [ `No | `Unknown | `Yes ]
    val make_body_writer : ?flush:bool -> t -> IO.oc -> writer
    val make_body_reader : t -> IO.ic -> reader
    val read_body_chunk : reader -> Transfer.chunk IO.t
    val write_header : t -> IO.oc -> unit IO.t
    val write_body : writer -> string -> unit IO.t
    val write : ?flush:bool -> (writer -> unit IO.t) -> t -> IO.oc -> unit IO.t
  end
end

module Request : sig
  type t = {
    headers : Header.t;
    meth : Code.meth;
    resource : string;
    version : Code.version;
    encoding : Transfer.encoding;
  }

  val encoding : t -> Transfer.encoding
  val version : t -> Code.version
  val resource : t -> string
  val meth : t -> Code.meth
  val headers : t -> Header.t

  module Fields : sig
    [@@@open_ended]
  end

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t
  val make :
    ?meth:Code.meth ->
    ?version:Code.version ->
    ?encoding:Transfer.encoding ->
    ?headers:Header.t ->
    Uri.t ->
    t
  val is_keep_alive : t -> bool
  val uri : t -> Uri.t
  val make_for_client :
    ?headers:Header.t -> ?chunked:bool -> ?body_length:int64 -> Code.meth -> Uri.t -> t
  val pp_hum : Format.formatter -> t -> unit

  module Make (IO : S.IO) : sig
    type nonrec t = t
    type reader
    type writer

    module IO : sig
      type 'a t = 'a IO.t

      val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
      val return : 'a -> 'a t

      type ic = IO.ic
      type oc = IO.oc
      type conn = IO.conn

      val read_line : ic -> string option t
      val read : ic -> int -> string t
      val write : oc -> string -> unit t
      val flush : oc -> unit t
    end

    val read : IO.ic -> [ `Eof | `Invalid of string | `Ok of t ] IO.t
    val has_body : t -> [ `No | `Unknown | `Yes ]
    val make_body_writer : ?flush:bool -> t -> IO.oc -> writer
    val make_body_reader : t -> IO.ic -> reader
    val read_body_chunk : reader -> Transfer.chunk IO.t
    val write_header : t -> IO.oc -> unit IO.t
    val write_body : writer -> string -> unit IO.t
    val write : ?flush:bool -> (writer -> unit IO.t) -> t -> IO.oc -> unit IO.t
  end
end

module Header_io : sig
  module Make (IO : S.IO) : sig
    val parse : IO.ic -> Header.t IO.t
    val write : Header.t -> IO.oc -> unit IO.t
  end
end

module Cookie : sig
  type expiration = [ `Max_age of int64 | `Session ]

  val sexp_of_expiration : expiration -> Sexplib.Sexp.t
  val expiration_of_sexp : Sexplib.Sexp.t -> expiration

  type cookie = string * string

  module Set_cookie_hdr : sig
    type t = {
      cookie : cookie;
      expiration : expiration;
      domain : string option;
      path : string option;
      secure : bool;
      http_only : bool;
    }

    val http_only : t -> bool

    module Fields : sig
      [@@@open_ended]
    end

    val t_of_sexp : Sexplib.Sexp.t -> t
    val sexp_of_t : t -> Sexplib.Sexp.t
    val make :
      ?expiration:expiration ->
      ?path:string ->
      ?domain:string ->
      ?secure:bool ->
      ?http_only:bool ->
      cookie ->
      t
    val serialize : ?version:[ `HTTP_1_0 | `HTTP_1_1 ] -> t -> string * string
    val extract : Header.t -> (string * t) list
    val cookie : t -> cookie
    val value : t -> string
    val expiration : t -> expiration
    val domain : t -> string option
    val path : t -> string option
    val secure : t -> bool
  end

  module Cookie_hdr : sig
    val extract : Header.t -> cookie list
    val serialize : cookie list -> string * string
  end
end

module Body : sig
  type t = [ `Empty | `String of string | `Strings of string list ]

  val sexp_of_t : t -> Sexplib.Sexp.t
  val t_of_sexp : Sexplib.Sexp.t -> t
  val to_string : t -> string
  val to_string_list : t -> string list
  val empty : t
  val is_empty : t -> bool
  val of_string : string -> t
  val of_string_list : string list -> t
  val map : (string -> string) -> t -> t
  val transfer_encoding : t -> Transfer.encoding
  val length : t -> int64
end
