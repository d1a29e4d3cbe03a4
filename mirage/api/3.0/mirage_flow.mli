(** Mirage 3's signatures of FLOW. *)

type write_error = [ `Closed ]

val pp_write_error : write_error Fmt.t

type 'a or_eof = [ `Data of 'a | `Eof ]

val pp_or_eof : 'a Fmt.t -> 'a or_eof Fmt.t

module type S = sig
  type +'a io
  type buffer
  type flow
  type error
  type write_error = private [> `Closed ]
  val read : flow -> (buffer or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
end
