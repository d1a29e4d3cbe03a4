(** HTTP/1, as far as the servers and clients over it name it (h1). *)

[@@@since "4.3"]

module Version : sig
  type t = { major : int; minor : int }
end

module Method : sig
  type standard = [ `GET | `HEAD | `POST | `PUT | `DELETE | `CONNECT | `OPTIONS | `TRACE ]
  type t = [ standard | `Other of string ]
end

module Status : sig
  type informational = [ `Continue | `Switching_protocols ]
  type successful =
    [ `Accepted | `Created | `No_content | `Non_authoritative_information | `OK
    | `Partial_content | `Reset_content ]
  type redirection =
    [ `Found | `Moved_permanently | `Multiple_choices | `Not_modified | `See_other
    | `Temporary_redirect | `Use_proxy ]
  type client_error =
    [ `Bad_request | `Conflict | `Enhance_your_calm | `Expectation_failed | `Forbidden | `Gone
    | `I_m_a_teapot | `Length_required | `Method_not_allowed | `Not_acceptable | `Not_found
    | `Payload_too_large | `Payment_required | `Precondition_failed | `Precondition_required
    | `Proxy_authentication_required | `Range_not_satisfiable | `Request_header_fields_too_large
    | `Request_timeout | `Too_many_requests | `Unauthorized | `Unsupported_media_type
    | `Upgrade_required | `Uri_too_long ]
  type server_error =
    [ `Bad_gateway | `Gateway_timeout | `Http_version_not_supported | `Internal_server_error
    | `Network_authentication_required | `Not_implemented | `Service_unavailable ]
  type standard = [ informational | successful | redirection | client_error | server_error ]
  type t = [ standard | `Code of int ]
end

module Headers : sig
  type t
end

module Request : sig
  type t
end

module Response : sig
  type t
end

module Config : sig
  type t
end

module Body : sig
  module Reader : sig
    type t

    val schedule_read :
      t -> on_eof:(unit -> unit) -> on_read:(Bigstringaf.t -> off:int -> len:int -> unit) -> unit
    val close : t -> unit
  end

  module Writer : sig
    type t

    val write_string : t -> ?off:int -> ?len:int -> string -> unit
    val close : t -> unit
  end
end

module Reqd : sig
  type t
end

module Server_connection : sig
  type request_handler = Reqd.t -> unit
  type error = [ `Bad_gateway | `Bad_request | `Exn of exn | `Internal_server_error ]
  type error_handler = ?request:Request.t -> error -> (Headers.t -> Body.Writer.t) -> unit
end

module Client_connection : sig
  type t

  val next_read_operation : t -> [ `Close | `Read ]
  val read : t -> Bigstringaf.t -> off:int -> len:int -> int
  val read_eof : t -> Bigstringaf.t -> off:int -> len:int -> int

  val next_write_operation :
    t -> [ `Close of int | `Write of Bigstringaf.t Faraday.iovec list | `Yield ]

  val report_write_result : t -> [ `Closed | `Ok of int ] -> unit
  val yield_writer : t -> (unit -> unit) -> unit
  val report_exn : t -> exn -> unit
  val is_closed : t -> bool
  val shutdown : t -> unit
end
