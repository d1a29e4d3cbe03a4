(** Flows of bytes (mirage-flow 1.2.0 to 5.0.0). *)

(** Until 2.9.1: Flows joined to each other (mirage-flow 1.1). *)

module CopyStats : sig
  type t = {
    read_bytes : int64 ref;
    read_ops : int64 ref;
    write_bytes : int64 ref;
    write_ops : int64 ref;
    duration : float;
  }
end
[@@until "2.9.1"]

val copy :
  (module V1.CLOCK) ->
  (module V1_LWT.FLOW with type flow = 'a) ->
  'a ->
  (module V1_LWT.FLOW with type flow = 'b) ->
  'b ->
  unit ->
  [ `Ok of CopyStats.t | `Error of [ `Msg of string ] ] Lwt.t
[@@port "flow-copy"]
[@@until "2.9.1"]

val proxy :
  (module V1.CLOCK) ->
  (module V1_LWT.FLOW with type flow = 'a) ->
  'a ->
  (module V1_LWT.FLOW with type flow = 'b) ->
  'b ->
  unit ->
  [ `Ok of CopyStats.t * CopyStats.t | `Error of [ `Msg of string ] ] Lwt.t
[@@port "flow-copy"]
[@@until "2.9.1"]

[@@@complete "3.0"]

type write_error = [ `Closed ] [@@since "3.0"]

val pp_write_error : write_error Fmt.t [@@since "3.0"]

type 'a or_eof = [ `Data of 'a | `Eof ] [@@since "3.0"]

val pp_or_eof : 'a Fmt.t -> 'a or_eof Fmt.t [@@since "3.0"]

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
[@@since "3.0"] [@@until "3.7.0"]

module type S = sig
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type error

  val pp_error : error Fmt.t

  type write_error = private [> `Closed ] [@@until "3.4"]
  type nonrec write_error = private [> write_error ] [@@since "3.5"]

  val pp_write_error : write_error Fmt.t

  type buffer [@@port "buffer-type"] [@@until "3.7.0"]
  type flow

  val read : flow -> (buffer or_eof, error) result io [@@until "3.7.0"]
  val read : flow -> (Cstruct.t or_eof, error) result Lwt.t [@@since "3.7.1"]
  val write : flow -> buffer -> (unit, write_error) result io [@@until "3.7.0"]
  val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val writev : flow -> buffer list -> (unit, write_error) result io [@@until "3.7.0"]
  val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.4"]
  val close : flow -> unit io [@@port "flow-close"] [@@until "3.7.0"]
  val close : flow -> unit Lwt.t [@@since "3.7.1"]
end
[@@since "3.0"]

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
[@@since "3.0"] [@@until "3.7.0"]

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
[@@since "3.0"] [@@until "3.7.0"]

module type SHUTDOWNABLE = sig
  type +'a io
  type error

  val pp_error : error Fmt.t

  type write_error = private [> `Closed ] [@@until "3.4"]
  type nonrec write_error = private [> write_error ] [@@since "3.5"]

  val pp_write_error : write_error Fmt.t

  type buffer
  type flow

  val read : flow -> (buffer or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
  val shutdown_write : flow -> unit io [@@port "flow-shutdown-write"]
  val shutdown_read : flow -> unit io [@@port "flow-shutdown-read"]
end
[@@port "flow-shutdownable"]
[@@port.to Mirage_flow.S]
[@@since "3.0"] [@@until "3.7.0"]

type stats = {
  read_bytes : int64;
  read_ops : int64;
  write_bytes : int64;
  write_ops : int64;
  duration : int64;
}
[@@since "3.0"] [@@until "4.3"]

val pp_stats : stats Fmt.t [@@since "3.0"] [@@until "4.3"]
