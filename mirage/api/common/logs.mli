(** Log messages by level and source. *)

type level = App | Error | Warning | Info | Debug

type src

type ('a, 'b) msgf =
  (?header:string -> ?tags:int -> ('a, Format.formatter, unit, 'b) format4 -> 'a) -> 'b

type 'a log = ('a, unit) msgf -> unit

module Src : sig
  type t = src

  val create : ?doc:string -> string -> t
  val name : t -> string
  val set_level : t -> level option -> unit
end

val msg : ?src:src -> level -> 'a log
val app : ?src:src -> 'a log
val err : ?src:src -> 'a log
val warn : ?src:src -> 'a log
val info : ?src:src -> 'a log
val debug : ?src:src -> 'a log

module type LOG = sig
  val msg : level -> 'a log
  val app : 'a log
  val err : 'a log
  val warn : 'a log
  val info : 'a log
  val debug : 'a log
end

val src_log : src -> (module LOG)
val level : unit -> level option
val set_level : ?all:bool -> level option -> unit
