(** Mirage 3's signatures of CHANNEL. *)

module type S = sig
  type buffer = Cstruct.t
  type flow
  type t
  type 'a io = 'a Lwt.t
  type error
  type write_error = private [> Mirage_flow.write_error ]
  val create : flow -> t
  val to_flow : t -> flow
  val read_char : t -> (char Mirage_flow.or_eof, error) result io
  val read_some : ?len:int -> t -> (buffer Mirage_flow.or_eof, error) result io
  val read_line : t -> (buffer list Mirage_flow.or_eof, error) result io
  val write_char : t -> char -> unit
  val write_string : t -> string -> int -> int -> unit
  val write_buffer : t -> buffer -> unit
  val write_line : t -> string -> unit
  val flush : t -> (unit, write_error) result io
  val close : t -> (unit, write_error) result io
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
  val read_exactly : len:int -> t -> (buffer list Mirage_flow.or_eof, error) result io
end

module Make (Flow : Mirage_flow_lwt.S) : S with type flow = Flow.flow
