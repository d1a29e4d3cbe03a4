(** Command lines. The part of cmdliner 1.0 that keys need. *)

module Manpage : sig
  type block =
    [ `S of string
    | `P of string
    | `Pre of string
    | `I of string * string
    | `Noblank
    | `Blocks of block list ]
end

module Term : sig
  type 'a t
  type 'a ret = [ `Help of [ `Pager | `Plain | `Groff ] * string option | `Error of bool * string | `Ok of 'a ]
  type info
  type 'a result = [ `Ok of 'a | `Error of [ `Parse | `Term | `Exn ] | `Version | `Help ]

  val const : 'a -> 'a t
  val pure : 'a -> 'a t
  val ( $ ) : ('a -> 'b) t -> 'a t -> 'b t
  val app : ('a -> 'b) t -> 'a t -> 'b t
  val ret : 'a ret t -> 'a t
  val info :
    ?sdocs:string -> ?man:Manpage.block list -> ?docs:string -> ?doc:string -> ?version:string -> string -> info
  val eval :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    'a t * info ->
    'a result
end

module Arg : sig
  type 'a parser = string -> [ `Ok of 'a | `Error of string ]
  type 'a printer = Format.formatter -> 'a -> unit
  type 'a converter = 'a parser * 'a printer
  type env
  type 'a t
  type info

  val some : ?none:string -> 'a converter -> 'a option converter
  val env_var : ?docs:string -> ?doc:string -> string -> env
  val info : ?docs:string -> ?docv:string -> ?doc:string -> ?env:env -> string list -> info
  val flag : info -> bool t
  val opt : ?vopt:'a -> 'a converter -> 'a -> info -> 'a t
  val opt_all : ?vopt:'a -> 'a converter -> 'a list -> info -> 'a list t
  val pos : ?rev:bool -> int -> 'a converter -> 'a -> info -> 'a t
  val pos_all : 'a converter -> 'a list -> info -> 'a list t
  val value : 'a t -> 'a Term.t
  val required : 'a option t -> 'a Term.t
  val bool : bool converter
  val char : char converter
  val int : int converter
  val int32 : int32 converter
  val int64 : int64 converter
  val float : float converter
  val string : string converter
  val enum : (string * 'a) list -> 'a converter
  val file : string converter
  val dir : string converter
  val list : ?sep:char -> 'a converter -> 'a list converter
  val array : ?sep:char -> 'a converter -> 'a array converter
  val pair : ?sep:char -> 'a converter -> 'b converter -> ('a * 'b) converter
end
