(** HTTP over flows of mimic (paf 0.8.0). *)

[@@@since "4.3"]

[@@@complete]

module type RUNTIME = sig
  type t

  val next_read_operation : t -> [ `Close | `Read | `Yield ] [@@until "4.8"]
  val next_read_operation : t -> [ `Close | `Read | `Upgrade | `Yield ] [@@since "4.9"]
  val read : t -> Bigstringaf.t -> off:int -> len:int -> int
  val read_eof : t -> Bigstringaf.t -> off:int -> len:int -> int
  val yield_reader : t -> (unit -> unit) -> unit

  val next_write_operation :
    t -> [ `Close of int | `Write of Bigstringaf.t Faraday.iovec list | `Yield ]
  [@@until "4.8"]

  val next_write_operation :
    t -> [ `Close of int | `Upgrade | `Write of Bigstringaf.t Faraday.iovec list | `Yield ]
  [@@since "4.9"]

  val report_write_result : t -> [ `Closed | `Ok of int ] -> unit
  val yield_writer : t -> (unit -> unit) -> unit
  val report_exn : t -> exn -> unit
  val is_closed : t -> bool
  val shutdown : t -> unit
end

type 'conn runtime = (module RUNTIME with type t = 'conn)
type impl = Runtime : 'conn runtime * 'conn -> impl

exception Flow of string
exception Flow_write of string

val server : 'conn runtime -> 'conn -> Mimic.flow -> unit Lwt.t
val run : 'conn runtime -> 'conn -> Mimic.flow -> unit Lwt.t

type 't service

val service :
  ('connected_flow -> (Mimic.flow * impl, [> `Closed ] as 'a) result Lwt.t) ->
  ('flow -> ('connected_flow, 'a) result Lwt.t) ->
  ('t -> ('flow, 'a) result Lwt.t) ->
  ('t -> unit Lwt.t) ->
  't service

val serve : ?stop:Lwt_switch.t -> 't service -> 't -> [ `Initialized of unit Lwt.t ]
