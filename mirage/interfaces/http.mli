(** Requests, responses and headers of HTTP (cohttp 6.0.0 to 6.2.1). *)

[@@@since "4.8"]

[@@@complete]

module Version : sig
  type t = [ `HTTP_1_0 | `HTTP_1_1 | `Other of string ]

  val compare : t -> t -> int
  val of_string : string -> t
  val to_string : t -> string
  val pp : Format.formatter -> t -> unit
end

module Method : sig
  type t =
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

  val compare : t -> t -> int
  val body_allowed : t -> bool
  val of_string : string -> t
  val to_string : t -> string
  val pp : Format.formatter -> t -> unit
end

module Status : sig
  type informational = [ `Checkpoint | `Continue | `Processing | `Switching_protocols ]

  type success =
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

  type redirection =
    [ `Found
    | `Moved_permanently
    | `Multiple_choices
    | `Not_modified
    | `Permanent_redirect
    | `See_other
    | `Switch_proxy
    | `Temporary_redirect
    | `Use_proxy ]

  type client_error =
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

  type server_error =
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

  type standard =
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

  type t =
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

  val compare : t -> t -> int
  val to_string : t -> string
  val to_int : t -> int
  val of_int : int -> t
  val reason_phrase_of_code : int -> string
  val pp : Format.formatter -> t -> unit
end

module Transfer : sig
  type encoding = Chunked | Fixed of int64 | Unknown

  val compare_encoding : encoding -> encoding -> int

  module Private : sig
    val has_body : encoding -> [ `No | `Unknown | `Yes ]
  end
end

module Header : sig
  type t

  val init : unit -> t
  val is_empty : t -> bool
  val of_list_rev : (string * string) list -> t
  val of_list : (string * string) list -> t
  val to_list : t -> (string * string) list
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
  val get_multi_concat : ?list_value_only:bool -> t -> string -> string option
  val update : t -> string -> (string option -> string option) -> t
  val update_all : t -> string -> (string list -> string list) -> t
  val iter_ord : (string -> string -> unit) -> t -> unit
  val iter : (string -> string -> unit) -> t -> unit
  val map : (string -> string -> string) -> t -> t
  val fold : (string -> string -> 'a -> 'a) -> t -> 'a -> 'a
  val to_lines : t -> string list
  val to_frames : t -> string list
  val to_string : t -> string
  val clean_dup : t -> t
  val get_content_range : t -> Int64.t option
  val get_connection_close : t -> bool
  val get_transfer_encoding : t -> Transfer.encoding
  val add_transfer_encoding : t -> Transfer.encoding -> t
  val connection : t -> [ `Close | `Keep_alive | `Unknown of string ] option
  val get_location : t -> string option
  val pp_hum : Format.formatter -> t -> unit

  module Private : sig
    val caseless_equal : string -> string -> bool
  end
end

module Request : sig
  type t = { headers : Header.t; meth : Method.t; resource : string; version : Version.t }

  val has_body : t -> [ `No | `Unknown | `Yes ]
  val headers : t -> Header.t
  val meth : t -> Method.t
  val resource : t -> string
  val version : t -> Version.t
  val compare : t -> t -> int
  val is_keep_alive : t -> bool
  val requires_content_length : t -> bool
  val content_length : t -> int option
  val supports_chunked_trailers : t -> bool
  val add_te_trailers : t -> t
  val make : ?meth:Method.t -> ?version:Version.t -> ?headers:Header.t -> string -> t
  val pp : Format.formatter -> t -> unit
end

module Response : sig
  type t = { headers : Header.t; version : Version.t; status : Status.t }

  val headers : t -> Header.t
  val version : t -> Version.t
  val status : t -> Status.t
  val compare : t -> t -> int
  val is_keep_alive : t -> bool
  val requires_content_length : ?request_meth:Method.t -> t -> bool
  val content_length : t -> int option
  val make : ?version:Version.t -> ?status:Status.t -> ?headers:Header.t -> unit -> t
  val pp : Format.formatter -> t -> unit
end

module Private : sig
  module Parser : sig
    type error = Partial | Msg of string

    val parse_request : ?pos:int -> ?len:int -> string -> (Request.t * int, error) result
    val parse_chunk_length : ?pos:int -> ?len:int -> string -> (int64 * int, error) result
  end
end
