(** Mirage 3's signatures of CONSOLE. *)

module type S = sig
  type error
  type 'a io = 'a Lwt.t
  type t
  type buffer = Cstruct.t
  type write_error = private [> Mirage_flow.write_error ]
  val disconnect : t -> unit io
  val read : t -> (buffer Mirage_flow.or_eof, error) result io
  val write : t -> buffer -> (unit, write_error) result io
  val writev : t -> buffer list -> (unit, write_error) result io
  val close : t -> unit io
  val log : t -> string -> unit io
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
end
