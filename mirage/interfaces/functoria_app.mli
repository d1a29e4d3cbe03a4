(** What makes languages like config.ml's (functoria 2.0.2). *)

(** Until 2.9.1: What devices of a project's own did while configuring (functoria 1.1.1). *)

[@@@until "3.3"]

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
[@@port "dev-functoria-cmd"] [@@until "2.9.1"]

module Log : sig
  val error : ('a, Format.formatter, unit, ('b, string) result) format4 -> 'a
  [@@port "dev-functoria-log"]
  val info : ('a, Format.formatter, unit) format -> 'a [@@port "dev-functoria-log"]
end
[@@until "2.9.1"]

[@@@complete "3.0"]

val noop : Mirage.job Mirage.impl [@@since "3.0"]

type argv = Mirage.argv [@@since "3.0"]

val argv : argv Mirage.typ [@@since "3.0"]
val sys_argv : argv Mirage.impl [@@since "3.0"]
val keys : argv Mirage.impl -> Mirage.job Mirage.impl [@@since "3.0"]

type info = Mirage.info [@@since "3.0"]

val info : info Mirage.typ [@@since "3.0"]

val app_info : ?type_modname:string -> ?gen_modname:string -> unit -> info Mirage.impl
[@@since "3.0"]

(* Languages like config.ml's, made for other tools than Mirage. *)
module type S = sig
  val prelude : string
  val name : string
  val version : string
  val driver_error : string -> string [@@until "2.9.1"]
  val create : Mirage.job Mirage.impl list -> Mirage.job Mirage.impl
end

module Make (_ : S) : sig
  val get_base_context : unit -> unit [@@port "dev-functoria-make"]
  val run : unit -> unit
end
[@@until "2.9.1"]

module Make (P : S) : sig
  val register :
    ?packages:Mirage.package list ->
    ?keys:Mirage.key list ->
    ?init:Mirage.job Mirage.impl list ->
    string ->
    Mirage.job Mirage.impl list ->
    unit
  val run : unit -> unit
end
[@@since "3.0"]

module type DSL = sig
  type 'a typ = 'a Mirage.typ = Type : 'a -> 'a typ | Function : 'b typ * 'c typ -> ('b -> 'c) typ

  val typ : 'a -> 'a typ
  val ( @-> ) : 'a typ -> 'b typ -> ('a -> 'b) typ

  type job = Mirage.job

  val job : job typ

  type 'a impl = 'a Mirage.impl

  val ( $ ) : ('a -> 'b) impl -> 'a impl -> 'b impl

  type abstract_impl = Mirage.abstract_impl = Abstract : 'a impl -> abstract_impl

  val abstract : 'a impl -> abstract_impl

  type key = Mirage.Key.t
  type context = Mirage.Key.context
  type 'a value = 'a Mirage.Key.value

  val if_impl : bool value -> 'a impl -> 'a impl -> 'a impl
  val match_impl : 'b value -> default:'a impl -> ('b * 'a impl) list -> 'a impl

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

  type package = Mirage.package = private {
    opam : string;
    build : bool;
    ocamlfind : Astring.String.Set.t;
    min : string option;
    max : string option;
  }

  val package :
    ?build:bool ->
    ?sublibs:string list ->
    ?ocamlfind:string list ->
    ?min:string ->
    ?max:string ->
    string ->
    package
  val foreign :
    ?packages:package list ->
    ?keys:key list ->
    ?deps:abstract_impl list ->
    string ->
    'a typ ->
    'a impl

  module Info = Mirage.Info

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

  val impl : 'a configurable -> 'a impl

  class base_configurable : object
    method build : Info.t -> (unit, [ `Msg of string ]) result
    method clean : Info.t -> (unit, [ `Msg of string ]) result
    method configure : Info.t -> (unit, [ `Msg of string ]) result
    method connect : Info.t -> string -> string list -> string
    method deps : abstract_impl list
    method keys : key list
    method packages : package list value
  end

  class ['a] foreign : ?packages:package list -> ?keys:key list -> ?deps:abstract_impl list ->
    string -> 'a typ -> ['a] configurable

  val hash : 'a impl -> int
  val equal : 'a impl -> 'a impl -> bool

  module ImplTbl = Mirage.ImplTbl

  val explode :
    'a impl ->
    [ `App of abstract_impl * abstract_impl | `If of bool value * 'a impl * 'a impl
      | `Impl of 'a configurable ]
end
[@@since "3.0"]

module Name : sig
  val ocamlify : string -> string
  val create : string -> prefix:string -> string
end
[@@since "3.0"]

module Codegen : sig
  val generated_header : unit -> string
  val append : Format.formatter -> ('a, Format.formatter, unit, unit, unit, unit) format6 -> 'a
  val newline : Format.formatter -> unit
  val set_main_ml : string -> unit
  val append_main : ('a, Format.formatter, unit, unit, unit, unit) format6 -> 'a
  val newline_main : unit -> unit
end
[@@since "3.0"]
