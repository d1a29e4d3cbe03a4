(** Keys at run time (functoria 2.0.2). *)

[@@@since "3.0"]

[@@@port "functoria-runtime"]

[@@@complete]

val register : 'a Cmdliner.Term.t -> unit -> 'a [@@since "4.5"]
val register_arg : 'a Cmdliner.Term.t -> unit -> 'a [@@since "4.8"]

module Arg : sig
  type 'a t

  val opt : 'a Cmdliner.Arg.converter -> 'a -> Cmdliner.Arg.info -> 'a t [@@until "3.10"]
  val opt : 'a Cmdliner.Arg.conv -> 'a -> Cmdliner.Arg.info -> 'a t [@@since "4.0"]
  val opt_all : 'a Cmdliner.Arg.conv -> 'a list -> Cmdliner.Arg.info -> 'a list t [@@since "4.0"]
  val required : 'a Cmdliner.Arg.converter -> Cmdliner.Arg.info -> 'a t [@@until "3.10"]
  val required : 'a Cmdliner.Arg.conv -> Cmdliner.Arg.info -> 'a t [@@since "4.0"]
  val key : ?default:'a -> 'a Cmdliner.Arg.converter -> Cmdliner.Arg.info -> 'a t [@@until "3.10"]
  val key : ?default:'a -> 'a Cmdliner.Arg.conv -> Cmdliner.Arg.info -> 'a t [@@since "4.0"]
  val flag : Cmdliner.Arg.info -> bool t
end
[@@until "4.4"]

module Key : sig
  type 'a t

  val create : 'a Arg.t -> 'a t
  val get : 'a t -> 'a
  val default : 'a t -> 'a option
  val term : 'a t -> unit Cmdliner.Term.t
end
[@@until "4.4"]

val argument_error : int [@@since "4.4"]
val help_version : int [@@since "4.5"]

val with_argv : unit Cmdliner.Term.t list -> string -> string array -> unit [@@until "4.4"]

val with_argv : ?sections:string list -> unit Cmdliner.Term.t list -> string -> string array -> unit
[@@since "4.5"]

val runtime_args : unit -> unit Cmdliner.Term.t list [@@since "4.5"]

type info = { name : string; libraries : (string * string) list } [@@since "4.0"] [@@until "4.4"]
