(** Command lines. Of cmdliner 1.0 the part that keys need; of later ones 1.1.1, and what
    cmdliner 2.0 left of it. It has no values of its own. *)

[@@@later ""]

module Manpage : sig
  type block =
    [ `S of string
    | `P of string
    | `Pre of string
    | `I of string * string
    | `Noblank
    | `Blocks of block list ]
end
[@@until "3.10"]

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
[@@until "3.10"]

module Arg : sig
  type 'a parser = string -> [ `Ok of 'a | `Error of string ]
  type 'a printer = Format.formatter -> 'a -> unit
  type 'a converter = 'a parser * 'a printer
  type 'a conv = 'a parser * 'a printer [@@since "3.1"]

  val conv :
    ?docv:string -> (string -> ('a, [ `Msg of string ]) Result.result) * 'a printer -> 'a conv
  [@@since "3.1"]

  val conv_printer : 'a conv -> 'a printer [@@since "3.1"]

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
[@@until "3.10"]

module Manpage : sig
  type block =
    [ `Blocks of block list
    | `I of string * string
    | `Noblank
    | `P of string
    | `Pre of string
    | `S of string ]

  val escape : string -> string

  type title = string * int * string * string * string
  type t = title * block list
  type xref = [ `Cmd of string | `Main | `Page of string * int | `Tool of string ]

  val s_name : string
  val s_synopsis : string
  val s_description : string
  val s_commands : string
  val s_arguments : string
  val s_options : string
  val s_common_options : string
  val s_exit_status : string
  val s_environment : string
  val s_environment_intro : block
  val s_files : string
  val s_bugs : string
  val s_examples : string
  val s_authors : string
  val s_see_also : string
  val s_none : string

  type format = [ `Auto | `Groff | `Pager | `Plain ]

  val print :
    ?errs:Format.formatter ->
    ?subst:(string -> string option) ->
    format ->
    Format.formatter ->
    t ->
    unit
end
[@@since "4.0"]

module Term : sig
  type +'a t

  val const : 'a -> 'a t
  val ( $ ) : ('a -> 'b) t -> 'a t -> 'b t
  val app : ('a -> 'b) t -> 'a t -> 'b t
  val term_result : ?usage:bool -> ('a, [ `Msg of string ]) result t -> 'a t
  val term_result' : ?usage:bool -> ('a, string) result t -> 'a t
  val cli_parse_result : ('a, [ `Msg of string ]) result t -> 'a t
  val cli_parse_result' : ('a, string) result t -> 'a t
  val main_name : string t
  val choice_names : string list t
  val with_used_args : 'a t -> ('a * string list) t

  type 'a ret = [ `Error of bool * string | `Help of Manpage.format * string option | `Ok of 'a ]

  val ret : 'a ret t -> 'a t

  type exit_info [@@until "4.10"]

  val exit_info : ?docs:string -> ?doc:string -> ?max:int -> int -> exit_info [@@until "4.10"]
  val default_exits : exit_info list [@@until "4.10"]
  val default_error_exits : exit_info list [@@until "4.10"]

  type env_info [@@until "4.10"]

  val env_info : ?docs:string -> ?doc:string -> string -> env_info [@@until "4.10"]

  type info [@@until "4.10"]

  val info :
    ?man_xrefs:Manpage.xref list ->
    ?man:Manpage.block list ->
    ?envs:env_info list ->
    ?exits:exit_info list ->
    ?sdocs:string ->
    ?docs:string ->
    ?doc:string ->
    ?version:string ->
    string ->
    info
  [@@until "4.10"]

  val name : info -> string [@@until "4.10"]

  type 'a result = [ `Error of [ `Exn | `Parse | `Term ] | `Help | `Ok of 'a | `Version ]
  [@@until "4.10"]

  val eval :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    'a t * info ->
    'a result
  [@@until "4.10"]

  val eval_choice :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    'a t * info ->
    ('a t * info) list ->
    'a result
  [@@until "4.10"]

  val eval_peek_opts :
    ?version_opt:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    'a t ->
    'a option * 'a result
  [@@until "4.10"]

  val exit_status_success : int [@@until "4.10"]
  val exit_status_cli_error : int [@@until "4.10"]
  val exit_status_internal_error : int [@@until "4.10"]
  val exit_status_of_result : ?term_err:int -> unit result -> int [@@until "4.10"]
  val exit_status_of_status_result : ?term_err:int -> int result -> int [@@until "4.10"]
  val exit : ?term_err:int -> unit result -> unit [@@until "4.10"]
  val exit_status : ?term_err:int -> int result -> unit [@@until "4.10"]
  val pure : 'a -> 'a t [@@until "4.10"]
  val man_format : Manpage.format t [@@until "4.10"]
end
[@@since "4.0"]

module Cmd : sig
  module Exit : sig
    type code = int

    val ok : code
    val some_error : code
    val cli_error : code
    val internal_error : code

    type info

    val info : ?docs:string -> ?doc:string -> ?max:code -> code -> info
    val info_code : info -> code
    val defaults : info list
  end

  module Env : sig
    type var = string
    type info = Term.env_info [@@until "4.10"]
    type info [@@since "4.11"]

    val info : ?deprecated:string -> ?docs:string -> ?doc:string -> var -> info
  end

  type info

  val info :
    ?deprecated:string ->
    ?man_xrefs:Manpage.xref list ->
    ?man:Manpage.block list ->
    ?envs:Env.info list ->
    ?exits:Exit.info list ->
    ?sdocs:string ->
    ?docs:string ->
    ?doc:string ->
    ?version:string ->
    string ->
    info

  type 'a t

  val v : info -> 'a Term.t -> 'a t
  val group : ?default:'a Term.t -> info -> 'a t list -> 'a t
  val name : 'a t -> string

  val eval :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    ?term_err:Exit.code ->
    unit t ->
    Exit.code

  val eval' :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    ?term_err:Exit.code ->
    Exit.code t ->
    Exit.code

  val eval_result :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    ?term_err:Exit.code ->
    (unit, string) result t ->
    Exit.code

  val eval_result' :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    ?term_err:Exit.code ->
    (Exit.code, string) result t ->
    Exit.code

  type 'a eval_ok = [ `Help | `Ok of 'a | `Version ]
  type eval_error = [ `Exn | `Parse | `Term ]

  val eval_value :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    'a t ->
    ('a eval_ok, eval_error) result

  val eval_peek_opts :
    ?version_opt:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    'a Term.t ->
    'a option * ('a eval_ok, eval_error) result
end
[@@since "4.0"]

module Arg : sig
  type 'a parser = string -> [ `Error of string | `Ok of 'a ] [@@until "4.10"]
  type 'a parser = string -> ('a, string) result [@@since "4.11"]
  type 'a printer = Format.formatter -> 'a -> unit
  type 'a conv = 'a parser * 'a printer [@@until "4.10"]
  type 'a conv [@@since "4.11"]

  val conv : ?docv:string -> (string -> ('a, [ `Msg of string ]) result) * 'a printer -> 'a conv
  val conv' : ?docv:string -> (string -> ('a, string) result) * 'a printer -> 'a conv
  val conv_parser : 'a conv -> string -> ('a, [ `Msg of string ]) result
  val conv_printer : 'a conv -> 'a printer
  val conv_docv : 'a conv -> string

  val parser_of_kind_of_string :
    kind:string -> (string -> 'a option) -> string -> ('a, [ `Msg of string ]) result

  val some' : ?none:'a -> 'a conv -> 'a option conv
  val some : ?none:string -> 'a conv -> 'a option conv

  type 'a t
  type info

  val info :
    ?deprecated:string ->
    ?absent:string ->
    ?docs:string ->
    ?docv:string ->
    ?doc:string ->
    ?env:Cmd.Env.info ->
    string list ->
    info

  val ( & ) : ('a -> 'b) -> 'a -> 'b
  val flag : info -> bool t
  val flag_all : info -> bool list t
  val vflag : 'a -> ('a * info) list -> 'a t
  val vflag_all : 'a list -> ('a * info) list -> 'a list t
  val opt : ?vopt:'a -> 'a conv -> 'a -> info -> 'a t
  val opt_all : ?vopt:'a -> 'a conv -> 'a list -> info -> 'a list t
  val pos : ?rev:bool -> int -> 'a conv -> 'a -> info -> 'a t
  val pos_all : 'a conv -> 'a list -> info -> 'a list t
  val pos_left : ?rev:bool -> int -> 'a conv -> 'a list -> info -> 'a list t
  val pos_right : ?rev:bool -> int -> 'a conv -> 'a list -> info -> 'a list t
  val value : 'a t -> 'a Term.t
  val required : 'a option t -> 'a Term.t
  val non_empty : 'a list t -> 'a list Term.t
  val last : 'a list t -> 'a Term.t
  val man_format : Manpage.format Term.t
  val bool : bool conv
  val char : char conv
  val int : int conv
  val nativeint : nativeint conv
  val int32 : int32 conv
  val int64 : int64 conv
  val float : float conv
  val string : string conv
  val enum : (string * 'a) list -> 'a conv
  val file : string conv
  val dir : string conv
  val non_dir_file : string conv
  val list : ?sep:char -> 'a conv -> 'a list conv
  val array : ?sep:char -> 'a conv -> 'a array conv
  val pair : ?sep:char -> 'a conv -> 'b conv -> ('a * 'b) conv
  val t2 : ?sep:char -> 'a conv -> 'b conv -> ('a * 'b) conv
  val t3 : ?sep:char -> 'a conv -> 'b conv -> 'c conv -> ('a * 'b * 'c) conv
  val t4 : ?sep:char -> 'a conv -> 'b conv -> 'c conv -> 'd conv -> ('a * 'b * 'c * 'd) conv
  val doc_quote : string -> string
  val doc_alts : ?quoted:bool -> string list -> string
  val doc_alts_enum : ?quoted:bool -> (string * 'a) list -> string

  type 'a converter = 'a conv [@@until "4.10"]

  val pconv : ?docv:string -> 'a parser * 'a printer -> 'a conv [@@until "4.10"]

  type env = Cmd.Env.info [@@until "4.10"]

  val env_var : ?deprecated:string -> ?docs:string -> ?doc:string -> Cmd.Env.var -> Cmd.Env.info
  [@@until "4.10"]
end
[@@since "4.0"]
