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
  type t
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
