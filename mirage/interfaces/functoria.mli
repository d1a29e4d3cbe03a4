(** Devices and how they are put together (functoria 2.0.2; of 4 only what
    config.ml names). *)

[@@@since "3.0"]

[@@@complete]

type 'a typ = 'a Mirage.typ = Type : 'a -> 'a typ | Function : 'b typ * 'c typ -> ('b -> 'c) typ
[@@until "3.10"]

val typ : 'a -> 'a typ [@@until "3.10"]
val ( @-> ) : 'a typ -> 'b typ -> ('a -> 'b) typ [@@until "3.10"]

type job = Mirage.job [@@until "3.10"]

val job : job typ [@@until "3.10"]

type 'a impl = 'a Mirage.impl [@@until "3.10"]

val ( $ ) : ('a -> 'b) impl -> 'a impl -> 'b impl [@@until "3.10"]

type abstract_impl = Mirage.abstract_impl = Abstract : 'a impl -> abstract_impl [@@until "3.10"]

val abstract : 'a impl -> abstract_impl [@@until "3.10"]

type key = Mirage.Key.t [@@until "3.10"]
type context = Mirage.Key.context [@@until "3.10"]
type 'a value = 'a Mirage.Key.value [@@until "3.10"]

val if_impl : bool value -> 'a impl -> 'a impl -> 'a impl [@@until "3.10"]
val match_impl : 'b value -> default:'a impl -> ('b * 'a impl) list -> 'a impl [@@until "3.10"]

module type KEY = sig
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
end
[@@until "3.10"]

type package = Mirage.package = private {
  opam : string;
  build : bool;
  ocamlfind : Astring.String.Set.t;
  min : string option;
  max : string option;
}
[@@until "3.3"]

type package = Mirage.package [@@port "functoria-types"] [@@since "3.4"] [@@until "3.10"]

val package :
  ?build:bool ->
  ?sublibs:string list ->
  ?ocamlfind:string list ->
  ?min:string ->
  ?max:string ->
  string ->
  package
[@@until "3.10"]
val foreign :
  ?packages:package list ->
  ?keys:key list ->
  ?deps:abstract_impl list ->
  string ->
  'a typ ->
  'a impl
[@@until "3.10"]

module Info = Mirage.Info [@@until "3.10"]

class type ['ty] configurable = object
  method build : Info.t -> (unit, [ `Msg of string ]) result
  method clean : Info.t -> (unit, [ `Msg of string ]) result
  method configure : Info.t -> (unit, [ `Msg of string ]) result
  method connect : Info.t -> string -> string list -> string
  method deps : abstract_impl list
  method keys : key list
  method module_name : string
  method name : string
  method packages : package list value
  method ty : 'ty typ
end
[@@until "3.10"]

val impl : 'a configurable -> 'a impl [@@until "3.10"]

class base_configurable : object
  method build : Info.t -> (unit, [ `Msg of string ]) result
  method clean : Info.t -> (unit, [ `Msg of string ]) result
  method configure : Info.t -> (unit, [ `Msg of string ]) result
  method connect : Info.t -> string -> string list -> string
  method deps : abstract_impl list
  method keys : key list
  method packages : package list value
end
[@@until "3.10"]

class ['a] foreign : ?packages:package list -> ?keys:key list -> ?deps:abstract_impl list ->
  string -> 'a typ -> ['a] configurable
[@@until "3.10"]

val hash : 'a impl -> int [@@until "3.10"]
val equal : 'a impl -> 'a impl -> bool [@@until "3.10"]

module ImplTbl = Mirage.ImplTbl [@@until "3.10"]

val explode :
  'a impl ->
  [ `App of abstract_impl * abstract_impl | `If of bool value * 'a impl * 'a impl
    | `Impl of 'a configurable ]
[@@until "3.10"]

include sig
  [@@@open_ended]
end
[@@since "4.0"]

module Package : sig
  type t
  type scope = [ `Monorepo | `Switch ]

  [@@@open_ended]
end
[@@since "4.0"]

module Install : sig
  type t

  [@@@open_ended]
end
[@@since "4.0"]

module Opam : sig
  type t

  [@@@open_ended]
end
[@@since "4.0"]

module Action : sig
  type 'a t

  [@@@open_ended]
end
[@@since "4.0"]

module Dune : sig
  type stanza

  [@@@open_ended]
end
[@@since "4.0"]

module Context : sig
  type t

  [@@@open_ended]
end
[@@since "4.5"]

module Device : sig
  type ('a, 'impl) t
  type 'a code = private { pos : (string * int * int * int) option; code : string }
  [@@since "4.5"]

  [@@@open_ended]
end
[@@since "4.0"]
