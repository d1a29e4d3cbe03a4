(** Consoles, with Lwt (mirage-console 2.2.0 to 2.4.3). *)

[@@@since "3.0"]

[@@@until "3.10.6"]

[@@@complete]

module type S = sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io

  type error

  val pp_error : error Fmt.t

  type write_error = private [> Mirage_flow.write_error ]

  val pp_write_error : write_error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]

  val read : t -> (buffer Mirage_flow.or_eof, error) result io
  val write : t -> buffer -> (unit, write_error) result io
  val writev : t -> buffer list -> (unit, write_error) result io
  val close : t -> unit io
  val log : t -> string -> unit io
end
[@@until "3.7.0"]

module type S = Mirage_console.S [@@since "3.7.1"]
