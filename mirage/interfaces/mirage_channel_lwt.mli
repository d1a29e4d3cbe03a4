(** Buffered channels, with Lwt (mirage-channel 3.0.0 to 3.2.0). *)

[@@@since "3.0"]

[@@@until "4.10"]

[@@@port "channel-module-lwt"]

[@@@complete]

module type S = sig
  type error

  val pp_error : error Fmt.t

  type write_error = private [> Mirage_flow.write_error ]

  val pp_write_error : write_error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type flow
  type t
  type 'a io = 'a Lwt.t [@@port "io-type"]

  val create : flow -> t
  val to_flow : t -> flow
  val read_char : t -> (char Mirage_flow.or_eof, error) result io
  val read_some : ?len:int -> t -> (buffer Mirage_flow.or_eof, error) result io
  val read_exactly : len:int -> t -> (buffer list Mirage_flow.or_eof, error) result io
  val read_line : t -> (buffer list Mirage_flow.or_eof, error) result io
  val write_char : t -> char -> unit
  val write_string : t -> string -> int -> int -> unit
  val write_buffer : t -> buffer -> unit
  val write_line : t -> string -> unit
  val flush : t -> (unit, write_error) result io
  val close : t -> (unit, write_error) result io
end
[@@until "3.7.0"]

module type S = Mirage_channel.S [@@port "module-type-name"] [@@since "3.7.1"]

module Make (F : Mirage_flow_lwt.S) : sig
  type error

  val pp_error : error Fmt.t

  type write_error = private [> Mirage_flow.write_error ]

  val pp_write_error : write_error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type flow = F.flow
  type t
  type 'a io = 'a Lwt.t [@@port "io-type"]

  val create : flow -> t
  val to_flow : t -> flow
  val read_char : t -> (char Mirage_flow.or_eof, error) result io
  val read_some : ?len:int -> t -> (buffer Mirage_flow.or_eof, error) result io
  val read_exactly : len:int -> t -> (buffer list Mirage_flow.or_eof, error) result io
  val read_line : t -> (buffer list Mirage_flow.or_eof, error) result io
  val write_char : t -> char -> unit
  val write_string : t -> string -> int -> int -> unit
  val write_buffer : t -> buffer -> unit
  val write_line : t -> string -> unit
  val flush : t -> (unit, write_error) result io
  val close : t -> (unit, write_error) result io
end
[@@until "3.7.0"]

module Make = Mirage_channel.Make [@@since "3.7.1"]
