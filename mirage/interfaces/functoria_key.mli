(** Keys of an application (functoria 2.0.2). *)

[@@@since "3.0"]

[@@@until "3.10"]

[@@@port "functoria-key-module"]

[@@@complete]

module Arg : sig
  type 'a serialize = Format.formatter -> 'a -> unit
  type 'a runtime_conv = string
  type 'a converter = 'a Mirage.Key.Arg.converter

  val conv :
    conv:'a Cmdliner.Arg.converter ->
    serialize:'a serialize ->
    runtime_conv:'a runtime_conv ->
    'a converter
  val string : string converter
  val bool : bool converter
  val int : int converter
  val list : 'a converter -> 'a list converter
  val some : 'a converter -> 'a option converter

  type 'a t = 'a Mirage.Key.Arg.t
  type info = Mirage.Key.Arg.info

  val info : ?docs:string -> ?docv:string -> ?doc:string -> ?env:string -> string list -> info

  type stage = [ `Configure | `Run | `Both ]

  val opt : ?stage:stage -> 'a converter -> 'a -> info -> 'a t
  val required : ?stage:stage -> 'a converter -> info -> 'a option t
  val flag : ?stage:stage -> info -> bool t
end

type 'a value = 'a Mirage.Key.value

val pure : 'a -> 'a value
val ( $ ) : ('a -> 'b) value -> 'a value -> 'b value
val map : ('a -> 'b) -> 'a value -> 'b value
val if_ : bool value -> 'a -> 'a -> 'a value
val match_ : 'a value -> ('a -> 'b) -> 'b value
val default : 'a value -> 'a

type 'a key = 'a Mirage.Key.key

val create : string -> 'a Arg.t -> 'a key
val value : 'a key -> 'a value

type t = Mirage.Key.t

module Set : sig
  include Set.S with type elt = Mirage.Key.t

  val pp : elt Fmt.t -> t Fmt.t
end

val abstract : 'a key -> t
val compare : t -> t -> int
val pp : t Fmt.t
val of_deps : Set.t -> unit value
val deps : 'a value -> Set.t
val pp_deps : 'a value Fmt.t
val is_runtime : t -> bool
val is_configure : t -> bool
val filter_stage : Arg.stage -> Set.t -> Set.t

module Alias : sig
  type 'a t = 'a Mirage.Key.Alias.t

  val add : 'b Mirage.Key.key -> ('a -> 'b option) -> 'a t -> 'a t
  val flag : Mirage.Key.Arg.info -> bool t
end

val alias : string -> 'a Alias.t -> 'a key
val aliases : t -> Set.t
val name : t -> string

type context = Mirage.Key.context

val empty_context : context
val merge_context : default:context -> context -> context
val context : ?stage:Arg.stage -> with_required:bool -> Set.t -> context Cmdliner.Term.t
val mem : context -> 'a value -> bool
val peek : context -> 'a value -> 'a option
val eval : context -> 'a value -> 'a
val get : context -> 'a key -> 'a
val pps : context -> Set.t Fmt.t
val ocaml_name : t -> string
val serialize_call : t Fmt.t
val serialize : context -> t Fmt.t
val module_name : string
