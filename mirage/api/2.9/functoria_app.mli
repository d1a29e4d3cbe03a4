(** What devices of a project's own did while configuring (functoria 1.1.1). *)

module Cmd : sig
  val exists : string -> bool [@@port "dev-functoria-cmd"]
  val in_dir : string -> (unit -> 'a) -> 'a [@@port "dev-functoria-cmd"]
  val read : ('a, unit, string, (string, string) result) format4 -> 'a
  [@@port "dev-functoria-cmd"]
  val remove : string -> unit [@@port "dev-functoria-cmd"]
  val run : ?redirect:bool -> ('a, unit, string, (unit, string) result) format4 -> 'a
  [@@port "dev-functoria-cmd"]
  val with_file : string -> (Format.formatter -> 'a) -> 'a [@@port "dev-functoria-cmd"]
end

module Log : sig
  val error : ('a, Format.formatter, unit, ('b, string) result) format4 -> 'a
  [@@port "dev-functoria-log"]
  val info : ('a, Format.formatter, unit) format -> 'a [@@port "dev-functoria-log"]
end

(* Languages like config.ml's, made for other tools than Mirage. *)

module type S = sig
  val name : string
  val version : string
  val driver_error : string -> string
  val prelude : string
  val create : Mirage.job Mirage.impl list -> Mirage.job Mirage.impl
end

module Make (_ : S) : sig
  val get_base_context : unit -> unit [@@port "dev-functoria-make"]
  val run : unit -> unit
end
