(** Buffered channels (mirage-channel 3.0.0 to 5.0.0). *)

[@@@since "3.0"]

[@@@complete]

module type S = sig
  type error

  val pp_error : error Fmt.t

  type write_error = private [> Mirage_flow.write_error ]

  val pp_write_error : write_error Fmt.t

  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type flow
  type t
  type +'a io [@@port "io-type"] [@@until "3.7.0"]

  val create : flow -> t
  val to_flow : t -> flow
  val read_char : t -> (char Mirage_flow.or_eof, error) result io [@@until "3.7.0"]
  val read_char : t -> (char Mirage_flow.or_eof, error) result Lwt.t [@@since "3.7.1"]
  val read_some : ?len:int -> t -> (buffer Mirage_flow.or_eof, error) result io [@@until "3.7.0"]

  val read_some : ?len:int -> t -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
  [@@since "3.7.1"]

  val read_exactly : len:int -> t -> (buffer list Mirage_flow.or_eof, error) result io
  [@@until "3.7.0"]

  val read_exactly : len:int -> t -> (Cstruct.t list Mirage_flow.or_eof, error) result Lwt.t
  [@@since "3.7.1"]

  val read_line : t -> (buffer list Mirage_flow.or_eof, error) result io [@@until "3.7.0"]

  val read_line : t -> (Cstruct.t list Mirage_flow.or_eof, error) result Lwt.t
  [@@since "3.7.1"] [@@until "3.10.6"]

  val read_line : ?len:int -> t -> (Cstruct.t list Mirage_flow.or_eof, error) result Lwt.t
  [@@since "3.10.7"]

  val write_char : t -> char -> unit
  val write_string : t -> string -> int -> int -> unit
  val write_buffer : t -> buffer -> unit [@@until "3.7.0"]
  val write_buffer : t -> Cstruct.t -> unit [@@since "3.7.1"]
  val write_line : t -> string -> unit
  val flush : t -> (unit, write_error) result io [@@until "3.7.0"]
  val flush : t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val close : t -> (unit, write_error) result io [@@until "3.7.0"]
  val close : t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]

  val shutdown : t -> [ `read | `read_write | `write ] -> (unit, write_error) result Lwt.t
  [@@since "4.9"]
end

module Make (F : Mirage_flow.S) : sig
  type error [@@until "3.10.6"]
  type error = private [> `Flow of F.error | `Line_too_long | `Read_zero ] [@@since "3.10.7"]

  val pp_error : error Fmt.t

  type write_error = private [> Mirage_flow.write_error ]

  val pp_write_error : write_error Fmt.t

  type flow = F.flow
  type t

  val create : flow -> t
  val to_flow : t -> flow
  val read_char : t -> (char Mirage_flow.or_eof, error) result Lwt.t
  val read_some : ?len:int -> t -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
  val read_exactly : len:int -> t -> (Cstruct.t list Mirage_flow.or_eof, error) result Lwt.t
  val read_line : t -> (Cstruct.t list Mirage_flow.or_eof, error) result Lwt.t [@@until "3.10.6"]

  val read_line : ?len:int -> t -> (Cstruct.t list Mirage_flow.or_eof, error) result Lwt.t
  [@@since "3.10.7"]

  val write_char : t -> char -> unit
  val write_string : t -> string -> int -> int -> unit
  val write_buffer : t -> Cstruct.t -> unit
  val write_line : t -> string -> unit
  val flush : t -> (unit, write_error) result Lwt.t
  val close : t -> (unit, write_error) result Lwt.t

  val shutdown : t -> [ `read | `read_write | `write ] -> (unit, write_error) result Lwt.t
  [@@since "4.9"]
end
[@@since "3.7.1"]
