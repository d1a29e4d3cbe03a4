(** Keys at run time (functoria 2.0.2). *)

[@@@since "3.0"]

[@@@complete]

module Arg : sig
  type 'a t

  val opt : 'a Cmdliner.Arg.converter -> 'a -> Cmdliner.Arg.info -> 'a t
  val required : 'a Cmdliner.Arg.converter -> Cmdliner.Arg.info -> 'a t
  val key : ?default:'a -> 'a Cmdliner.Arg.converter -> Cmdliner.Arg.info -> 'a t
  val flag : Cmdliner.Arg.info -> bool t
end

module Key : sig
  type 'a t

  val create : 'a Arg.t -> 'a t
  val get : 'a t -> 'a
  val default : 'a t -> 'a option
  val term : 'a t -> unit Cmdliner.Term.t
end

val with_argv : unit Cmdliner.Term.t list -> string -> string array -> unit
