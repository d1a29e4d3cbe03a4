(** Mirage 3's signatures of FLOW. *)

module type S = sig
  type 'a io = 'a Lwt.t
  type buffer = Cstruct.t
  type flow
  type error
  type write_error = private [> Mirage_flow.write_error ]
  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
end

module F : sig
  include S

  val make : ?close:(unit -> unit Lwt.t) -> ?input:(Cstruct.t -> int -> int -> int Lwt.t) ->
    ?output:(Cstruct.t -> int -> int -> int Lwt.t) -> unit -> flow
end
