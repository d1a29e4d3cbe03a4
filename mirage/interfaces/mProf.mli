(** Tracing (mirage-profile 0.7.0). *)

[@@@until "4.3"]

[@@@complete]

module Trace : sig
  val label : string -> unit [@@port "tracing-removed"]
  val named_wait : string -> 'a Lwt.t * 'a Lwt.u
  val named_task : string -> 'a Lwt.t * 'a Lwt.u
  val named_condition : string -> 'a Lwt_condition.t
  val named_mvar_empty : string -> 'a Lwt_mvar.t
  val named_mvar : string -> 'a -> 'a Lwt_mvar.t
  val note_increase : string -> int -> unit [@@port "tracing-count"]
  val note_counter_value : string -> int -> unit [@@port "tracing-count"]
  val should_resolve : 'a Lwt.t -> unit

  type hiatus_reason = Wait_for_work | Suspend | Hibernate

  val note_hiatus : hiatus_reason -> unit
  val note_resume : unit -> unit

  type log_buffer = (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t
  type timestamper = log_buffer -> int -> unit

  module Control : sig
    type t

    val make : log_buffer -> timestamper -> t
    val start : t -> unit
    val stop : t -> unit
  end
end

module Counter : sig
  type t

  val create : ?init:int -> name:string -> unit -> t
  val make : name:string -> t
  val value : t -> int
  val set_value : t -> int -> unit
  val increase : t -> int -> unit
end
