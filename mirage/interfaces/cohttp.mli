(** Requests and responses (cohttp 0.21.1 to 6.2.1). *)

[@@@complete]

(** Until cohttp 0.14 (2014-12). *)

module Base64 : sig
  val encode : string -> string
  val decode : string -> string
end
[@@port "cohttp-base64"]
[@@until "2.9.1"]

module Accept_types : sig
  type pv = T of string | S of string [@@until "3.10.1"]

  val pv_of_sexp : Sexplib.Sexp.t -> pv [@@until "3.10.1"]
  val sexp_of_pv : pv -> Sexplib.Sexp.t [@@until "3.10.1"]

  type p = string * pv [@@until "3.10.1"]
  type p = string * string [@@since "3.10.2"]

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
  val __challenge_of_sexp__ : Sexplib.Sexp.t -> challenge [@@since "3.5"]

  type credential = [ `Basic of string * string | `Other of string ]

  val sexp_of_credential : credential -> Sexplib.Sexp.t
  val credential_of_sexp : Sexplib.Sexp.t -> credential
  val __credential_of_sexp__ : Sexplib.Sexp.t -> credential [@@since "3.5"]
  val string_of_credential : credential -> string
  val credential_of_string : string -> credential
  val string_of_challenge : challenge -> string
end

module Code : sig
  type version = [ `HTTP_1_0 | `HTTP_1_1 | `Other of string ]

  val sexp_of_version : version -> Sexplib.Sexp.t
  val version_of_sexp : Sexplib.Sexp.t -> version
  val __version_of_sexp__ : Sexplib.Sexp.t -> version [@@since "3.5"]

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
  val __meth_of_sexp__ : Sexplib.Sexp.t -> meth [@@since "3.5"]

  type informational_status = [ `Checkpoint | `Continue | `Processing | `Switching_protocols ]
  [@@since "4.8"]

  val sexp_of_informational_status : informational_status -> Sexplib.Sexp.t [@@since "4.8"]
  val informational_status_of_sexp : Sexplib.Sexp.t -> informational_status [@@since "4.8"]
  val __informational_status_of_sexp__ : Sexplib.Sexp.t -> informational_status [@@since "4.8"]

  type success_status =
    [ `Accepted
    | `Already_reported
    | `Created
    | `Im_used
    | `Multi_status
    | `No_content
    | `Non_authoritative_information
    | `OK
    | `Partial_content
    | `Reset_content ]
  [@@since "4.8"]

  val sexp_of_success_status : success_status -> Sexplib.Sexp.t [@@since "4.8"]
  val success_status_of_sexp : Sexplib.Sexp.t -> success_status [@@since "4.8"]
  val __success_status_of_sexp__ : Sexplib.Sexp.t -> success_status [@@since "4.8"]

  type redirection_status =
    [ `Found
    | `Moved_permanently
    | `Multiple_choices
    | `Not_modified
    | `Permanent_redirect
    | `See_other
    | `Switch_proxy
    | `Temporary_redirect
    | `Use_proxy ]
  [@@since "4.8"]

  val sexp_of_redirection_status : redirection_status -> Sexplib.Sexp.t [@@since "4.8"]
  val redirection_status_of_sexp : Sexplib.Sexp.t -> redirection_status [@@since "4.8"]
  val __redirection_status_of_sexp__ : Sexplib.Sexp.t -> redirection_status [@@since "4.8"]

  type client_error_status =
    [ `Bad_request
    | `Blocked_by_windows_parental_controls
    | `Client_closed_request
    | `Conflict
    | `Enhance_your_calm
    | `Expectation_failed
    | `Failed_dependency
    | `Forbidden
    | `Gone
    | `I_m_a_teapot
    | `Length_required
    | `Locked
    | `Method_not_allowed
    | `No_response
    | `Not_acceptable
    | `Not_found
    | `Payment_required
    | `Precondition_failed
    | `Precondition_required
    | `Proxy_authentication_required
    | `Request_entity_too_large
    | `Request_header_fields_too_large
    | `Request_timeout
    | `Request_uri_too_long
    | `Requested_range_not_satisfiable
    | `Retry_with
    | `Too_many_requests
    | `Unauthorized
    | `Unprocessable_entity
    | `Unsupported_media_type
    | `Upgrade_required
    | `Wrong_exchange_server ]
  [@@since "4.8"]

  val sexp_of_client_error_status : client_error_status -> Sexplib.Sexp.t [@@since "4.8"]
  val client_error_status_of_sexp : Sexplib.Sexp.t -> client_error_status [@@since "4.8"]
  val __client_error_status_of_sexp__ : Sexplib.Sexp.t -> client_error_status [@@since "4.8"]

  type server_error_status =
    [ `Bad_gateway
    | `Bandwidth_limit_exceeded
    | `Gateway_timeout
    | `Http_version_not_supported
    | `Insufficient_storage
    | `Internal_server_error
    | `Loop_detected
    | `Network_authentication_required
    | `Network_connect_timeout_error
    | `Network_read_timeout_error
    | `Not_extended
    | `Not_implemented
    | `Service_unavailable
    | `Variant_also_negotiates ]
  [@@since "4.8"]

  val sexp_of_server_error_status : server_error_status -> Sexplib.Sexp.t [@@since "4.8"]
  val server_error_status_of_sexp : Sexplib.Sexp.t -> server_error_status [@@since "4.8"]
  val __server_error_status_of_sexp__ : Sexplib.Sexp.t -> server_error_status [@@since "4.8"]

  type informational_status = [ `Checkpoint | `Continue | `Processing | `Switching_protocols ]
  [@@until "3.4"]

  val sexp_of_informational_status : informational_status -> Sexplib.Sexp.t [@@until "3.4"]
  val informational_status_of_sexp : Sexplib.Sexp.t -> informational_status [@@until "3.4"]

  type success_status =
    [ `Accepted | `Already_reported | `Created | `Im_used | `Multi_status | `No_content
    | `Non_authoritative_information | `OK | `Partial_content | `Reset_content ]
  [@@until "3.4"]

  val sexp_of_success_status : success_status -> Sexplib.Sexp.t [@@until "3.4"]
  val success_status_of_sexp : Sexplib.Sexp.t -> success_status [@@until "3.4"]

  type redirection_status =
    [ `Found | `Moved_permanently | `Multiple_choices | `Not_modified | `Resume_incomplete
    | `See_other | `Switch_proxy | `Temporary_redirect | `Use_proxy ]
  [@@until "3.4"]

  val sexp_of_redirection_status : redirection_status -> Sexplib.Sexp.t [@@until "3.4"]
  val redirection_status_of_sexp : Sexplib.Sexp.t -> redirection_status [@@until "3.4"]

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
  [@@until "3.4"]

  val sexp_of_client_error_status : client_error_status -> Sexplib.Sexp.t [@@until "3.4"]
  val client_error_status_of_sexp : Sexplib.Sexp.t -> client_error_status [@@until "3.4"]

  type server_error_status =
    [ `Bad_gateway | `Bandwidth_limit_exceeded | `Gateway_timeout | `Http_version_not_supported
    | `Insufficient_storage | `Internal_server_error | `Loop_detected
    | `Network_authentication_required | `Network_connect_timeout_error
    | `Network_read_timeout_error | `Not_extended | `Not_implemented | `Service_unavailable
    | `Variant_also_negotiates ]
  [@@until "3.4"]

  val sexp_of_server_error_status : server_error_status -> Sexplib.Sexp.t [@@until "3.4"]
  val server_error_status_of_sexp : Sexplib.Sexp.t -> server_error_status [@@until "3.4"]

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
  [@@until "3.4"]

  type status =
    [ `Accepted
    | `Bad_request
    | `Created
    | `Forbidden
    | `Found
    | `Internal_server_error
    | `Method_not_allowed
    | `Moved_permanently
    | `No_content
    | `Not_found
    | `Not_implemented
    | `Not_modified
    | `OK
    | `See_other
    | `Service_unavailable
    | `Unauthorized ]
  [@@since "3.5"] [@@until "4.7"]

  type status =
    [ `Accepted
    | `Already_reported
    | `Bad_gateway
    | `Bad_request
    | `Bandwidth_limit_exceeded
    | `Blocked_by_windows_parental_controls
    | `Checkpoint
    | `Client_closed_request
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
    | `Permanent_redirect
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
  [@@since "4.8"]

  val sexp_of_status : status -> Sexplib.Sexp.t
  val status_of_sexp : Sexplib.Sexp.t -> status
  val __status_of_sexp__ : Sexplib.Sexp.t -> status [@@since "3.5"]

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
  [@@until "3.4"]

  type status_code =
    [ `Accepted
    | `Bad_request
    | `Code of int
    | `Created
    | `Forbidden
    | `Found
    | `Internal_server_error
    | `Method_not_allowed
    | `Moved_permanently
    | `No_content
    | `Not_found
    | `Not_implemented
    | `Not_modified
    | `OK
    | `See_other
    | `Service_unavailable
    | `Unauthorized ]
  [@@since "3.5"] [@@until "4.7"]

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
    | `Permanent_redirect
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
  [@@since "4.8"]

  val sexp_of_status_code : status_code -> Sexplib.Sexp.t
  val status_code_of_sexp : Sexplib.Sexp.t -> status_code
  val __status_code_of_sexp__ : Sexplib.Sexp.t -> status_code [@@since "3.5"]
  val string_of_version : version -> string
  val version_of_string : string -> version
  val compare_version : version -> version -> int [@@since "4.8"]
  val compare_version : version -> version -> int [@@until "3.4"]
  val string_of_method : meth -> string
  val method_of_string : string -> meth
  val compare_method : meth -> meth -> int [@@since "4.8"]
  val compare_method : meth -> meth -> int [@@until "3.4"]
  val status_of_code : int -> status_code
  val code_of_status : status_code -> int
  val string_of_status : status_code -> string
  val reason_phrase_of_code : int -> string [@@since "4.8"]
  val is_informational : int -> bool [@@since "4.8"]
  val is_success : int -> bool [@@since "4.8"]
  val is_redirection : int -> bool [@@since "4.8"]
  val is_client_error : int -> bool [@@since "4.8"]
  val is_server_error : int -> bool [@@since "4.8"]
  val is_error : int -> bool [@@since "4.8"]
  val reason_phrase_of_code : int -> string [@@until "3.4"]
  val is_informational : int -> bool [@@until "3.4"]
  val is_success : int -> bool [@@until "3.4"]
  val is_redirection : int -> bool [@@until "3.4"]
  val is_client_error : int -> bool [@@until "3.4"]
  val is_server_error : int -> bool [@@until "3.4"]
  val is_error : int -> bool [@@until "3.4"]
end

module Conf : sig
  val version : string
end
[@@until "3.4"]

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
  type encoding = Chunked | Fixed of int64 | Unknown [@@until "4.7"]
  type encoding = Http.Transfer.encoding = Chunked | Fixed of int64 | Unknown [@@since "4.8"]

  val sexp_of_encoding : encoding -> Sexplib.Sexp.t
  val encoding_of_sexp : Sexplib.Sexp.t -> encoding
  val pp_encoding : Format.formatter -> encoding -> unit [@@since "4.8"]

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
[@@until "3.4"]

module Accept_lexer : sig
  val header_value : Lexing.lexbuf -> Accept_parser.token
  val qs : string list -> Lexing.lexbuf -> string list
end
[@@until "3.4"]

module Accept : sig
  type q = int

  val sexp_of_q : q -> Sexplib.Sexp.t
  val q_of_sexp : Sexplib.Sexp.t -> q

  type 'a qlist = (q * 'a) list

  val sexp_of_qlist : ('a -> Sexplib.Sexp.t) -> 'a qlist -> Sexplib.Sexp.t
  val qlist_of_sexp : (Sexplib.Sexp.t -> 'a) -> Sexplib.Sexp.t -> 'a qlist
  val qsort : 'a qlist -> 'a qlist

  type pv = Accept_types.pv = T of string | S of string [@@until "3.10.1"]

  val sexp_of_pv : pv -> Sexplib.Sexp.t [@@until "3.10.1"]
  val pv_of_sexp : Sexplib.Sexp.t -> pv [@@until "3.10.1"]

  type p = string * pv [@@until "3.10.1"]
  type p = string * string [@@since "3.10.2"]

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
  val string_of_media_range : media_range * (string * pv) list -> q -> string [@@until "3.10.1"]
  val string_of_media_range : media_range * p list -> q -> string [@@since "3.10.2"]
  val string_of_charset : charset -> q -> string
  val string_of_encoding : encoding -> q -> string
  val string_of_language : language -> q -> string
  val string_of_media_ranges : (media_range * p list) qlist -> string
  val string_of_charsets : charset qlist -> string
  val string_of_encodings : encoding qlist -> string
  val string_of_languages : language qlist -> string
end

module Header : sig
  type t [@@until "4.7"]
  type t = Http.Header.t [@@since "4.8"]

  val iter_ord : (string -> string -> unit) -> t -> unit [@@since "4.8"]

  module Private : sig
    val caseless_equal : string -> string -> bool
  end
  [@@since "4.8"]

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t
  val init : unit -> t
  val is_empty : t -> bool [@@since "3.5"]
  val of_list_rev : (string * string) list -> t [@@since "4.8"]
  val init_with : string -> string -> t
  val add : t -> string -> string -> t
  val add_list : t -> (string * string) list -> t
  val add_multi : t -> string -> string list -> t
  val add_opt : t option -> string -> string -> t
  val add_unless_exists : t -> string -> string -> t
  val add_opt_unless_exists : t option -> string -> string -> t
  val remove : t -> string -> t
  val replace : t -> string -> string -> t
  val update : t -> string -> (string option -> string option) -> t [@@since "3.10.2"]
  val update_all : t -> string -> (string list -> string list) -> t [@@since "3.10.8"]
  val mem : t -> string -> bool
  val compare : t -> t -> int
  val get : t -> string -> string option
  val get_multi : t -> string -> string list
  val get_multi_concat : ?list_value_only:bool -> t -> string -> string option [@@since "3.10.8"]
  val iter : (string -> string list -> unit) -> t -> unit [@@until "3.10.7"]
  val iter : (string -> string -> unit) -> t -> unit [@@since "3.10.8"]
  val map : (string -> string list -> string list) -> t -> t [@@until "3.10.7"]
  val map : (string -> string -> string) -> t -> t [@@since "3.10.8"]
  val fold : (string -> string -> 'a -> 'a) -> t -> 'a -> 'a
  val of_list : (string * string) list -> t
  val to_list : t -> (string * string) list
  val to_lines : t -> string list
  val to_frames : t -> string list
  val to_string : t -> string
  val clean_dup : t -> t [@@since "3.10.8"]
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

    val refill : ic -> [ `Eof | `Ok ] t [@@since "4.8"]
    val with_input_buffer : ic -> f:(string -> pos:int -> len:int -> 'a * int) -> 'a [@@since "4.8"]

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
    val has_body : t -> [ `No | `Unknown | `Yes ] [@@until "4.7"]
    val make_body_writer : ?flush:bool -> t -> IO.oc -> writer [@@until "4.7"]
    val make_body_writer : flush:bool -> t -> IO.oc -> writer [@@since "4.8"]
    val make_body_reader : t -> IO.ic -> reader
    val read_body_chunk : reader -> Transfer.chunk IO.t
    val write_header : t -> IO.oc -> unit IO.t
    val write_body : writer -> string -> unit IO.t
    val write : ?flush:bool -> (writer -> unit IO.t) -> t -> IO.oc -> unit IO.t [@@until "4.7"]
    val write : flush:bool -> (writer -> unit IO.t) -> t -> IO.oc -> unit IO.t [@@since "4.8"]
  end

  module type Request = sig
    type t = {
      headers : Header.t;
      meth : Code.meth;
      resource : string;
      version : Code.version;
      encoding : Transfer.encoding;
    }
    [@@until "3.10.1"]

    type t = {
      headers : Header.t;
      meth : Code.meth;
      scheme : string option;
      resource : string;
      version : Code.version;
      encoding : Transfer.encoding;
    }
    [@@since "3.10.2"] [@@until "4.7"]

    type t = { headers : Header.t; meth : Code.meth; resource : string; version : Code.version }
    [@@since "4.8"]

    val encoding : t -> Transfer.encoding [@@until "3.4"]
    val version : t -> Code.version [@@until "3.4"]
    val resource : t -> string [@@until "3.4"]
    val meth : t -> Code.meth [@@until "3.4"]
    val headers : t -> Header.t [@@until "3.4"]

    module Fields : sig
      [@@@open_ended]
    end
    [@@until "3.4"]

    val t_of_sexp : Sexplib.Sexp.t -> t
    val sexp_of_t : t -> Sexplib.Sexp.t
    val headers : t -> Header.t [@@since "3.10.2"]
    val meth : t -> Code.meth [@@since "3.10.2"]
    val scheme : t -> string option [@@since "3.10.2"] [@@until "4.7"]
    val resource : t -> string [@@since "3.10.2"]
    val version : t -> Code.version [@@since "3.10.2"]
    val encoding : t -> Transfer.encoding [@@since "3.10.2"]
    val compare : t -> t -> int [@@since "3.10.2"]
    val make :
      ?meth:Code.meth ->
      ?version:Code.version ->
      ?encoding:Transfer.encoding ->
      ?headers:Header.t ->
      Uri.t ->
      t
    [@@until "4.8"]

    val make :
      ?meth:Code.meth ->
      ?version:Code.version ->
      ?encoding:Transfer.encoding ->
      ?headers:Header.t ->
      ?absolute_form:bool ->
      Uri.t ->
      t
    [@@since "4.9"]

    val is_keep_alive : t -> bool
    val uri : t -> Uri.t
    val make_for_client :
      ?headers:Header.t -> ?chunked:bool -> ?body_length:int64 -> Code.meth -> Uri.t -> t
    [@@until "4.8"]

    val make_for_client :
      ?headers:Header.t ->
      ?chunked:bool ->
      ?body_length:int64 ->
      ?absolute_form:bool ->
      Code.meth ->
      Uri.t ->
      t
    [@@since "4.9"]
  end

  module type Response = sig
    type t = {
      encoding : Transfer.encoding;
      headers : Header.t;
      version : Code.version;
      status : Code.status_code;
      flush : bool;
    }
    [@@until "4.7"]

    type t = { headers : Header.t; version : Code.version; status : Code.status_code }
    [@@since "4.8"]

    val flush : t -> bool [@@until "3.4"]
    val status : t -> Code.status_code [@@until "3.4"]
    val version : t -> Code.version [@@until "3.4"]
    val headers : t -> Header.t [@@until "3.4"]
    val encoding : t -> Transfer.encoding [@@until "3.4"]

    module Fields : sig
      [@@@open_ended]
    end
    [@@until "3.4"]

    val t_of_sexp : Sexplib.Sexp.t -> t
    val sexp_of_t : t -> Sexplib.Sexp.t
    val encoding : t -> Transfer.encoding [@@since "3.10.2"]
    val headers : t -> Header.t [@@since "3.10.2"]
    val version : t -> Code.version [@@since "3.10.2"]
    val status : t -> Code.status_code [@@since "3.10.2"]
    val flush : t -> bool [@@since "3.10.2"] [@@until "4.7"]
    val compare : t -> t -> int [@@since "3.10.2"]
    val make :
      ?version:Code.version ->
      ?status:Code.status_code ->
      ?flush:bool ->
      ?encoding:Transfer.encoding ->
      ?headers:Header.t ->
      unit ->
      t
    [@@until "4.7"]

    val make :
      ?version:Code.version ->
      ?status:Code.status_code ->
      ?encoding:Transfer.encoding ->
      ?headers:Header.t ->
      unit ->
      t
    [@@since "4.8"]
  end

  module type Body = sig
    type t

    val to_string : t -> string
    val to_string_list : t -> string list
    val to_form : t -> (string * string list) list [@@since "3.10.2"]
    val empty : t
    val is_empty : t -> bool
    val of_string : string -> t
    val of_string_list : string list -> t
    val of_form : ?scheme:string -> (string * string list) list -> t [@@since "3.10.2"]
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
[@@until "3.4"]

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
[@@until "3.4"]

module Response : sig
  type t = {
    encoding : Transfer.encoding;
    headers : Header.t;
    version : Code.version;
    status : Code.status_code;
    flush : bool;
  }
  [@@until "4.7"]

  type t = Http.Response.t = {
    headers : Header.t;
    version : Code.version;
    status : Code.status_code;
  }
  [@@since "4.8"]

  val flush : t -> bool [@@until "3.4"]
  val status : t -> Code.status_code [@@until "3.4"]
  val version : t -> Code.version [@@until "3.4"]
  val headers : t -> Header.t [@@until "3.4"]
  val encoding : t -> Transfer.encoding [@@until "3.4"]

  module Fields : sig
    [@@@open_ended]
  end
  [@@until "3.4"]

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t
  val encoding : t -> Transfer.encoding [@@since "3.10.2"]
  val headers : t -> Header.t [@@since "3.10.2"]
  val version : t -> Code.version [@@since "3.10.2"]
  val status : t -> Code.status_code [@@since "3.10.2"]
  val flush : t -> bool [@@since "3.10.2"] [@@until "4.7"]
  val compare : t -> t -> int [@@since "3.10.2"]
  val make :
    ?version:Code.version ->
    ?status:Code.status_code ->
    ?flush:bool ->
    ?encoding:Transfer.encoding ->
    ?headers:Header.t ->
    unit ->
    t
  [@@until "4.7"]

  val make :
    ?version:Code.version ->
    ?status:Code.status_code ->
    ?encoding:Transfer.encoding ->
    ?headers:Header.t ->
    unit ->
    t
  [@@since "4.8"]

  val has_body : t -> [ `No | `Unknown | `Yes ] [@@since "4.8"]
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

      val refill : ic -> [ `Eof | `Ok ] t [@@since "4.8"]

      val with_input_buffer : ic -> f:(string -> pos:int -> len:int -> 'a * int) -> 'a
      [@@since "4.8"]

      val read_line : ic -> string option t
      val read : ic -> int -> string t
      val write : oc -> string -> unit t
      val flush : oc -> unit t
    end

    val read : IO.ic -> [ `Eof | `Invalid of string | `Ok of t ] IO.t
    val has_body : t -> [ `No | `Unknown | `Yes ] [@@until "4.7"]
    val make_body_writer : ?flush:bool -> t -> IO.oc -> writer [@@until "4.7"]
    val make_body_writer : flush:bool -> t -> IO.oc -> writer [@@since "4.8"]
    val make_body_reader : t -> IO.ic -> reader
    val read_body_chunk : reader -> Transfer.chunk IO.t
    val write_header : t -> IO.oc -> unit IO.t
    val write_body : writer -> string -> unit IO.t
    val write : ?flush:bool -> (writer -> unit IO.t) -> t -> IO.oc -> unit IO.t [@@until "4.7"]
    val write : flush:bool -> (writer -> unit IO.t) -> t -> IO.oc -> unit IO.t [@@since "4.8"]
  end

  module Private : sig
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

        val refill : ic -> [ `Eof | `Ok ] t
        val with_input_buffer : ic -> f:(string -> pos:int -> len:int -> 'a * int) -> 'a
        val read_line : ic -> string option t
        val read : ic -> int -> string t
        val write : oc -> string -> unit t
        val flush : oc -> unit t
      end

      val read : IO.ic -> [ `Eof | `Invalid of string | `Ok of t ] IO.t
      val make_body_writer : flush:bool -> t -> IO.oc -> writer
      val make_body_reader : t -> IO.ic -> reader
      val read_body_chunk : reader -> Transfer.chunk IO.t
      val write_header : t -> IO.oc -> unit IO.t
      val write_body : writer -> string -> unit IO.t
      val write : flush:bool -> (writer -> unit IO.t) -> t -> IO.oc -> unit IO.t
    end
  end
  [@@since "4.8"]
end

module Request : sig
  type t = {
    headers : Header.t;
    meth : Code.meth;
    resource : string;
    version : Code.version;
    encoding : Transfer.encoding;
  }
  [@@until "3.10.1"]

  type t = {
    headers : Header.t;
    meth : Code.meth;
    scheme : string option;
    resource : string;
    version : Code.version;
    encoding : Transfer.encoding;
  }
  [@@since "3.10.2"] [@@until "4.7"]

  type t = Http.Request.t = {
    headers : Header.t;
    meth : Code.meth;
    resource : string;
    version : Code.version;
  }
  [@@since "4.8"]

  val encoding : t -> Transfer.encoding [@@until "3.4"]
  val version : t -> Code.version [@@until "3.4"]
  val resource : t -> string [@@until "3.4"]
  val meth : t -> Code.meth [@@until "3.4"]
  val headers : t -> Header.t [@@until "3.4"]

  module Fields : sig
    [@@@open_ended]
  end
  [@@until "3.4"]

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t
  val headers : t -> Header.t [@@since "3.10.2"]
  val meth : t -> Code.meth [@@since "3.10.2"]
  val scheme : t -> string option [@@since "3.10.2"] [@@until "4.7"]
  val resource : t -> string [@@since "3.10.2"]
  val version : t -> Code.version [@@since "3.10.2"]
  val encoding : t -> Transfer.encoding [@@since "3.10.2"]
  val compare : t -> t -> int [@@since "3.10.2"]
  val make :
    ?meth:Code.meth ->
    ?version:Code.version ->
    ?encoding:Transfer.encoding ->
    ?headers:Header.t ->
    Uri.t ->
    t
  [@@until "4.8"]

  val make :
    ?meth:Code.meth ->
    ?version:Code.version ->
    ?encoding:Transfer.encoding ->
    ?headers:Header.t ->
    ?absolute_form:bool ->
    Uri.t ->
    t
  [@@since "4.9"]

  val is_keep_alive : t -> bool
  val uri : t -> Uri.t
  val make_for_client :
    ?headers:Header.t -> ?chunked:bool -> ?body_length:int64 -> Code.meth -> Uri.t -> t
  [@@until "4.8"]

  val make_for_client :
    ?headers:Header.t ->
    ?chunked:bool ->
    ?body_length:int64 ->
    ?absolute_form:bool ->
    Code.meth ->
    Uri.t ->
    t
  [@@since "4.9"]

  val has_body : t -> [ `No | `Unknown | `Yes ] [@@since "4.8"]
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

      val refill : ic -> [ `Eof | `Ok ] t [@@since "4.8"]

      val with_input_buffer : ic -> f:(string -> pos:int -> len:int -> 'a * int) -> 'a
      [@@since "4.8"]

      val read_line : ic -> string option t
      val read : ic -> int -> string t
      val write : oc -> string -> unit t
      val flush : oc -> unit t
    end

    val read : IO.ic -> [ `Eof | `Invalid of string | `Ok of t ] IO.t
    val has_body : t -> [ `No | `Unknown | `Yes ] [@@until "4.7"]
    val make_body_writer : ?flush:bool -> t -> IO.oc -> writer [@@until "4.7"]
    val make_body_writer : flush:bool -> t -> IO.oc -> writer [@@since "4.8"]
    val make_body_reader : t -> IO.ic -> reader
    val read_body_chunk : reader -> Transfer.chunk IO.t
    val write_header : t -> IO.oc -> unit IO.t
    val write_body : writer -> string -> unit IO.t
    val write : ?flush:bool -> (writer -> unit IO.t) -> t -> IO.oc -> unit IO.t [@@until "4.7"]
    val write : flush:bool -> (writer -> unit IO.t) -> t -> IO.oc -> unit IO.t [@@since "4.8"]
  end

  module Private : sig
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

        val refill : ic -> [ `Eof | `Ok ] t
        val with_input_buffer : ic -> f:(string -> pos:int -> len:int -> 'a * int) -> 'a
        val read_line : ic -> string option t
        val read : ic -> int -> string t
        val write : oc -> string -> unit t
        val flush : oc -> unit t
      end

      val read : IO.ic -> [ `Eof | `Invalid of string | `Ok of t ] IO.t
      val make_body_writer : flush:bool -> t -> IO.oc -> writer
      val make_body_reader : t -> IO.ic -> reader
      val read_body_chunk : reader -> Transfer.chunk IO.t
      val write_header : t -> IO.oc -> unit IO.t
      val write_body : writer -> string -> unit IO.t
      val write : flush:bool -> (writer -> unit IO.t) -> t -> IO.oc -> unit IO.t
    end
  end
  [@@since "4.8"]
end

module Header_io : sig
  module Make (IO : S.IO) : sig
    val parse : IO.ic -> Header.t IO.t
    val write : Header.t -> IO.oc -> unit IO.t
  end
end
[@@until "3.4"]

module Cookie : sig
  type expiration = [ `Max_age of int64 | `Session ]

  val sexp_of_expiration : expiration -> Sexplib.Sexp.t
  val expiration_of_sexp : Sexplib.Sexp.t -> expiration
  val __expiration_of_sexp__ : Sexplib.Sexp.t -> expiration [@@since "3.5"]

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

    val http_only : t -> bool [@@until "3.4"]

    module Fields : sig
      [@@@open_ended]
    end
    [@@until "3.4"]

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
    val http_only : t -> bool [@@since "3.10.2"]
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
  val __t_of_sexp__ : Sexplib.Sexp.t -> t [@@since "3.5"]
  val to_string : t -> string
  val to_string_list : t -> string list
  val to_form : t -> (string * string list) list [@@since "3.10.2"]
  val empty : t
  val is_empty : t -> bool
  val of_string : string -> t
  val of_string_list : string list -> t
  val of_form : ?scheme:string -> (string * string list) list -> t [@@since "3.10.2"]
  val map : (string -> string) -> t -> t
  val transfer_encoding : t -> Transfer.encoding
  val length : t -> int64
end

module Private : sig end
[@@since "4.8"]
