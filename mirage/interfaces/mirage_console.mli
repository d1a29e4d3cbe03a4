(** Consoles (mirage-console 2.2.0 to 5.1.0). *)

[@@@since "3.0"]

[@@@until "4.4"]

[@@@complete]

module type S = sig
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type error

  val pp_error : error Fmt.t

  type write_error = private [> Mirage_flow.write_error ]

  val pp_write_error : write_error Fmt.t

  type buffer [@@port "buffer-type"] [@@until "3.7.0"]

  val read : t -> (buffer Mirage_flow.or_eof, error) result io [@@until "3.7.0"]
  val read : t -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t [@@since "3.7.1"]
  val write : t -> buffer -> (unit, write_error) result io [@@until "3.7.0"]
  val write : t -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val writev : t -> buffer list -> (unit, write_error) result io [@@until "3.7.0"]
  val writev : t -> Cstruct.t list -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val shutdown : t -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.4"]
  val close : t -> unit io [@@until "3.7.0"]
  val close : t -> unit Lwt.t [@@since "3.7.1"]
  val log : t -> string -> unit io [@@until "3.7.0"]
  val log : t -> string -> unit Lwt.t [@@since "3.7.1"]
end
