(** HTTP/1, until it was called H1 (httpaf 0.7). *)

[@@@since "4.0"]

[@@@until "4.8"]

[@@@port "httpaf-module"]

module Body : sig
  type 'rw t

  val schedule_read :
    [ `read ] t ->
    on_eof:(unit -> unit) ->
    on_read:(Bigstringaf.t -> off:int -> len:int -> unit) ->
    unit
  [@@port "httpaf-body"]

  val close_reader : [ `read ] t -> unit [@@port "httpaf-body"]
  val write_char : [ `write ] t -> char -> unit [@@port "httpaf-body"]

  val write_string : [ `write ] t -> ?off:int -> ?len:int -> string -> unit
  [@@port "httpaf-body"]

  val write_bigstring : [ `write ] t -> ?off:int -> ?len:int -> Bigstringaf.t -> unit
  [@@port "httpaf-body"]

  val schedule_bigstring : [ `write ] t -> ?off:int -> ?len:int -> Bigstringaf.t -> unit
  [@@port "httpaf-body"]

  val flush : [ `write ] t -> (unit -> unit) -> unit [@@port "httpaf-body"]
  val close_writer : [ `write ] t -> unit [@@port "httpaf-body"]
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

module Status : sig
  type t
end

module Method : sig
  type standard = [ `GET | `HEAD | `POST | `PUT | `DELETE | `CONNECT | `OPTIONS | `TRACE ]
  type t = [ standard | `Other of string ]
end
