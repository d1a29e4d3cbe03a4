(** Tracing (mirage-profile 0.7). *)

module Trace : sig
  val label : string -> unit
  val name : 'a -> string -> unit
  val named_condition : string -> 'a Lwt_condition.t
  val named_task : string -> 'a Lwt.t * 'a Lwt.u
  val named_wait : string -> 'a Lwt.t * 'a Lwt.u
  val should_resolve : 'a Lwt.t -> unit
end

module Counter : sig
  type t

  val make : ?init:int -> name:string -> unit -> t
  val increase : t -> int -> unit
  val value : t -> int
end
