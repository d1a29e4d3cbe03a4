(** Flows of bytes (mirage-flow 1.2.0). *)

[@@@complete]

type write_error = [ `Closed ]

val pp_write_error : write_error Fmt.t

type 'a or_eof = [ `Data of 'a | `Eof ]

val pp_or_eof : 'a Fmt.t -> 'a or_eof Fmt.t

module type ABSTRACT = sig
  type +'a io
  type error

  val pp_error : error Fmt.t

  type write_error

  val pp_write_error : write_error Fmt.t

  type buffer
  type flow

  val read : flow -> (buffer or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
end

module type S = sig
  type +'a io
  type error

  val pp_error : error Fmt.t

  type write_error = private [> `Closed ]

  val pp_write_error : write_error Fmt.t

  type buffer
  type flow

  val read : flow -> (buffer or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
end

module type CONCRETE = sig
  type +'a io
  type error = [ `Msg of string ]

  val pp_error : error Fmt.t

  type write_error = [ `Closed | `Msg of string ]

  val pp_write_error : write_error Fmt.t

  type buffer
  type flow

  val read : flow -> (buffer or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
end

module Concrete
    (S : S)
    (IO : sig type 'a t = 'a S.io val map : ('a -> 'b) -> 'a t -> 'b t end) : sig
  type 'a io = 'a S.io
  type error = [ `Msg of string ]

  val pp_error : error Fmt.t

  type write_error = [ `Closed | `Msg of string ]

  val pp_write_error : write_error Fmt.t

  type buffer = S.buffer
  type flow = S.flow

  val read : flow -> (buffer or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
end

module type SHUTDOWNABLE = sig
  type +'a io
  type error

  val pp_error : error Fmt.t

  type write_error = private [> `Closed ]

  val pp_write_error : write_error Fmt.t

  type buffer
  type flow

  val read : flow -> (buffer or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
  val shutdown_write : flow -> unit io
  val shutdown_read : flow -> unit io
end

type stats = {
  read_bytes : int64;
  read_ops : int64;
  write_bytes : int64;
  write_ops : int64;
  duration : int64;
}

val pp_stats : stats Fmt.t
