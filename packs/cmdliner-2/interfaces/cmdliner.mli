(** Command lines. Cmdliner 0.9.8 to 1.3.0, and 2.0.0 (src/cmdliner.mli). *)

[@@@complete]

module Manpage : sig
  type section_name = string [@@since "2.0"]
  type block =
    [ `S of string
    | `P of string
    | `Pre of string
    | `I of string * string
    | `Noblank
    | `Blocks of block list ]

  val escape : string -> string [@@since "1.0.0"]

  type title = string * int * string * string * string
  type t = title * block list
  type xref = [ `Main | `Cmd of string | `Tool of string | `Page of string * int ]

  val s_name : string [@@since "1.0.0"]
  val s_synopsis : string [@@since "1.0.0"]
  val s_description : string [@@since "1.0.0"]
  val s_commands : string [@@since "1.0.0"]
  val s_arguments : string [@@since "1.0.0"]
  val s_options : string [@@since "1.0.0"]
  val s_common_options : string [@@since "1.0.0"]
  val s_exit_status : string [@@since "1.0.0"]
  val s_environment : string [@@since "1.0.0"]
  val s_environment_intro : block [@@since "1.0.0"]
  val s_files : string [@@since "1.0.0"]
  val s_bugs : string [@@since "1.0.0"]
  val s_examples : string [@@since "1.0.0"]
  val s_authors : string [@@since "1.0.0"]
  val s_see_also : string [@@since "1.0.0"]
  val s_none : string [@@since "1.1.0"]

  type format = [ `Auto | `Pager | `Plain | `Groff ]

  val print :
    ?errs:Format.formatter -> ?subst:(string -> string option) -> format -> Format.formatter -> t -> unit
  [@@until "1.3"]
  val print :
    ?env:(string -> string option) ->
    ?errs:Format.formatter ->
    ?subst:(string -> string option) ->
    format ->
    Format.formatter ->
    t ->
    unit
  [@@since "2.0"]
end

module Term : sig
  type +'a t

  val const : 'a -> 'a t
  val app : ('a -> 'b) t -> 'a t -> 'b t
  val map : ('a -> 'b) -> 'a t -> 'b t [@@since "1.3"]
  val product : 'a t -> 'b t -> ('a * 'b) t [@@since "1.3"]
  val ( $ ) : ('a -> 'b) t -> 'a t -> 'b t

  module Syntax : sig
    val ( let+ ) : 'a t -> ('a -> 'b) -> 'b t
    val ( and+ ) : 'a t -> 'b t -> ('a * 'b) t
  end
  [@@since "1.3"]

  val term_result : ?usage:bool -> ('a, [ `Msg of string ]) result t -> 'a t [@@since "1.0.0"]
  val term_result' : ?usage:bool -> ('a, string) result t -> 'a t [@@since "1.1.0"]
  val cli_parse_result : ('a, [ `Msg of string ]) result t -> 'a t [@@since "1.0.0"]
  val cli_parse_result' : ('a, string) result t -> 'a t [@@since "1.1.0"]
  val main_name : string t
  val choice_names : string list t
  val with_used_args : 'a t -> ('a * string list) t [@@since "1.0.4"]
  val env : (string -> string option) t [@@since "2.0"]

  type 'a ret = [ `Help of Manpage.format * string option | `Error of bool * string | `Ok of 'a ]

  val ret : 'a ret t -> 'a t
  val pure : 'a -> 'a t [@@port "cmdliner-const"] [@@port.to const] [@@until "1.3"]
  val man_format : Manpage.format t
  [@@port "cmdliner-man-format"] [@@port.to Cmdliner.Arg.man_format] [@@until "1.3"]

  type exit_info [@@port "cmdliner-type"] [@@port.to Cmdliner.Cmd.Exit.info] [@@until "1.3"]

  val exit_info : ?docs:string -> ?doc:string -> ?max:int -> int -> exit_info
  [@@port "cmdliner-exits"] [@@port.to Cmdliner.Cmd.Exit.info] [@@until "1.3"]
  val default_exits : exit_info list
  [@@port "cmdliner-exits"] [@@port.to Cmdliner.Cmd.Exit.defaults] [@@until "1.3"]
  val default_error_exits : exit_info list [@@port "cmdliner-error-exits"] [@@until "1.3"]

  type env_info [@@port "cmdliner-type"] [@@port.to Cmdliner.Cmd.Env.info] [@@until "1.3"]

  val env_info : ?docs:string -> ?doc:string -> string -> env_info
  [@@port "cmdliner-env"] [@@port.to Cmdliner.Cmd.Env.info] [@@until "1.3"]

  type info [@@port "cmdliner-type"] [@@port.to Cmdliner.Cmd.info] [@@until "1.3"]

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
  [@@port "cmdliner-info"] [@@port.to Cmdliner.Cmd.info] [@@until "1.3"]
  val name : info -> string [@@port "cmdliner-name"] [@@until "1.3"]

  type 'a result = [ `Ok of 'a | `Error of [ `Parse | `Term | `Exn ] | `Version | `Help ]
  [@@port "cmdliner-result-type"] [@@until "1.3"]

  val eval :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    'a t * info ->
    'a result
  [@@port "cmdliner-eval"] [@@port "cmdliner-result"]
  [@@port.becomes (fun (term, info) -> Cmdliner.Cmd.eval_value (Cmdliner.Cmd.v info term))]
  [@@until "1.3"]
  val eval_choice :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    'a t * info ->
    ('a t * info) list ->
    'a result
  [@@port "cmdliner-eval"] [@@port "cmdliner-result"]
  [@@port.becomes
    (fun (default, info) [ (term, info) ] ->
      Cmdliner.Cmd.eval_value (Cmdliner.Cmd.group ~default info [ Cmdliner.Cmd.v info term ]))]
  [@@until "1.3"]
  val eval_peek_opts :
    ?version_opt:bool -> ?env:(string -> string option) -> ?argv:string array -> 'a t -> 'a option * 'a result
  [@@port "cmdliner-peek"] [@@until "1.3"]
  val exit_status_success : int
  [@@port "cmdliner-exit-code"] [@@port.to Cmdliner.Cmd.Exit.ok] [@@until "1.3"]
  val exit_status_cli_error : int
  [@@port "cmdliner-exit-code"] [@@port.to Cmdliner.Cmd.Exit.cli_error] [@@until "1.3"]
  val exit_status_internal_error : int
  [@@port "cmdliner-exit-code"] [@@port.to Cmdliner.Cmd.Exit.internal_error] [@@until "1.3"]
  val exit_status_of_result : ?term_err:int -> 'a result -> int [@@port "cmdliner-exit-of-result"] [@@port "cmdliner-result"]
  [@@until "1.3"]
  val exit_status_of_status_result : ?term_err:int -> int result -> int [@@port "cmdliner-exit-of-status"] [@@port "cmdliner-result"]
  [@@until "1.3"]
  val exit : ?term_err:int -> 'a result -> unit [@@port "cmdliner-exit"] [@@port "cmdliner-result"]
  [@@until "1.3"]
  val exit_status : ?term_err:int -> int result -> unit [@@port "cmdliner-exit-status"] [@@port "cmdliner-result"]
  [@@until "1.3"]
end

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
    type info = Term.env_info [@@until "1.3"]
    type info [@@since "2.0"]

    val info : ?deprecated:string -> ?docs:string -> ?doc:string -> var -> info
    val info_var : info -> var [@@since "2.0"]
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
  val make : info -> 'a Term.t -> 'a t [@@since "2.0"]
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

  type 'a eval_ok = [ `Ok of 'a | `Version | `Help ]
  type eval_error = [ `Parse | `Term | `Exn ]
  type 'a eval_exit = [ `Ok of 'a | `Exit of Exit.code ]

  val eval_value :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    'a t ->
    ('a eval_ok, eval_error) result
  val eval_value' :
    ?help:Format.formatter ->
    ?err:Format.formatter ->
    ?catch:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    ?term_err:int ->
    'a t ->
    'a eval_exit
  [@@since "1.3"]
  val eval_peek_opts :
    ?version_opt:bool ->
    ?env:(string -> string option) ->
    ?argv:string array ->
    'a Term.t ->
    'a option * ('a eval_ok, eval_error) result
end
[@@since "1.1.0"]

module Arg : sig
  type 'a parser = string -> [ `Ok of 'a | `Error of string ]
  [@@port "cmdliner-parser"] [@@until "1.3"]
  type 'a printer = Format.formatter -> 'a -> unit

  module Completion : sig
    type 'a directive

    val value : ?doc:string -> 'a -> 'a directive
    val string : ?doc:string -> string -> 'a directive
    val files : 'a directive
    val dirs : 'a directive
    val restart : 'a directive
    val message : string -> 'a directive
    val raw : string -> 'a directive

    type ('ctx, 'a) func = 'ctx option -> token:string -> ('a directive list, string) result
    type 'a complete = Complete : 'ctx Term.t option * ('ctx, 'a) func -> 'a complete
    type 'a t

    val make : ?context:'ctx Term.t -> ('ctx, 'a) func -> 'a t
    val complete : 'a t -> 'a complete
    val complete_files : 'a t
    val complete_dirs : 'a t
    val complete_paths : 'a t
    val complete_restart : 'a t
  end
  [@@since "2.0"]

  module Conv : sig
    type 'a parser = string -> ('a, string) result
    type 'a fmt = Format.formatter -> 'a -> unit
    type 'a t

    val make :
      ?completion:'a Completion.t -> docv:string -> parser:'a parser -> pp:'a fmt -> unit -> 'a t
    val of_conv :
      ?completion:'a Completion.t -> ?docv:string -> ?parser:'a parser -> ?pp:'a fmt -> 'a t -> 'a t
    val docv : 'a t -> string
    val parser : 'a t -> 'a parser
    val pp : 'a t -> 'a fmt
    val completion : 'a t -> 'a Completion.t
  end
  [@@since "2.0"]

  type 'a conv = 'a parser * 'a printer [@@port "cmdliner-conv"] [@@until "1.3"]
  type 'a conv = 'a Conv.t [@@since "2.0"]
  type 'a converter = 'a conv [@@port "cmdliner-type"] [@@port "cmdliner-conv"] [@@port.to Cmdliner.Arg.conv] [@@until "1.3"]

  val conv : ?docv:string -> (string -> ('a, [ `Msg of string ]) result) * 'a printer -> 'a conv [@@since "1.0.0"]
  val conv' : ?docv:string -> (string -> ('a, string) result) * 'a printer -> 'a conv [@@since "1.1.0"]
  val pconv : ?docv:string -> 'a parser * 'a printer -> 'a conv [@@port "cmdliner-conv"] [@@port.to conv]
  [@@until "1.3"]
  val conv_parser : 'a conv -> string -> ('a, [ `Msg of string ]) result [@@port "cmdliner-conv"] [@@since "1.0.0"]
  val conv_printer : 'a conv -> 'a printer [@@port "cmdliner-conv"] [@@since "1.0.0"]
  val conv_docv : 'a conv -> string [@@port "cmdliner-conv"] [@@since "1.0.0"]
  val parser_of_kind_of_string :
    kind:string -> (string -> 'a option) -> string -> ('a, [ `Msg of string ]) result
  val some' : ?none:'a -> 'a conv -> 'a option conv [@@port "cmdliner-conv"] [@@since "1.1.0"]
  val some : ?none:string -> 'a conv -> 'a option conv [@@port "cmdliner-conv"]

  type env = Cmd.Env.info [@@port "cmdliner-type"] [@@port.to Cmdliner.Cmd.Env.info] [@@until "1.3"]

  val env_var : ?deprecated:string -> ?docs:string -> ?doc:string -> Cmd.Env.var -> Cmd.Env.info
  [@@port "cmdliner-env"] [@@port.to Cmdliner.Cmd.Env.info] [@@until "1.3"]

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
  [@@until "1.3"]
  val info :
    ?deprecated:string ->
    ?absent:string ->
    ?docs:string ->
    ?doc_envs:Cmd.Env.info list ->
    ?docv:string ->
    ?doc:string ->
    ?env:Cmd.Env.info ->
    string list ->
    info
  [@@since "2.0"]
  val ( & ) : ('a -> 'b) -> 'a -> 'b
  val flag : info -> bool t
  val flag_all : info -> bool list t
  val vflag : 'a -> ('a * info) list -> 'a t
  val vflag_all : 'a list -> ('a * info) list -> 'a list t
  val opt : ?vopt:'a -> 'a conv -> 'a -> info -> 'a t [@@port "cmdliner-conv"]
  val opt_all : ?vopt:'a -> 'a conv -> 'a list -> info -> 'a list t [@@port "cmdliner-conv"]
  val pos : ?rev:bool -> int -> 'a conv -> 'a -> info -> 'a t [@@port "cmdliner-conv"]
  val pos_all : 'a conv -> 'a list -> info -> 'a list t [@@port "cmdliner-conv"]
  val pos_left : ?rev:bool -> int -> 'a conv -> 'a list -> info -> 'a list t [@@port "cmdliner-conv"]
  val pos_right : ?rev:bool -> int -> 'a conv -> 'a list -> info -> 'a list t [@@port "cmdliner-conv"]
  val value : 'a t -> 'a Term.t
  val required : 'a option t -> 'a Term.t
  val non_empty : 'a list t -> 'a list Term.t
  val last : 'a list t -> 'a Term.t
  val man_format : Manpage.format Term.t [@@since "1.0.0"]
  val bool : bool conv [@@port "cmdliner-conv"]
  val char : char conv [@@port "cmdliner-conv"]
  val int : int conv [@@port "cmdliner-conv"]
  val nativeint : nativeint conv [@@port "cmdliner-conv"]
  val int32 : int32 conv [@@port "cmdliner-conv"]
  val int64 : int64 conv [@@port "cmdliner-conv"]
  val float : float conv [@@port "cmdliner-conv"]
  val string : string conv [@@port "cmdliner-conv"]
  val enum : (string * 'a) list -> 'a conv [@@port "cmdliner-conv"] [@@until "1.3"]
  val enum : ?docv:string -> (string * 'a) list -> 'a conv [@@since "2.0"]
  val path : string conv [@@since "2.0"]
  val filepath : string conv [@@since "2.0"]
  val dirpath : string conv [@@since "2.0"]
  val file : string conv [@@port "cmdliner-conv"]
  val dir : string conv [@@port "cmdliner-conv"]
  val non_dir_file : string conv [@@port "cmdliner-conv"]
  val list : ?sep:char -> 'a conv -> 'a list conv [@@port "cmdliner-conv"]
  val array : ?sep:char -> 'a conv -> 'a array conv [@@port "cmdliner-conv"]
  val pair : ?sep:char -> 'a conv -> 'b conv -> ('a * 'b) conv [@@port "cmdliner-conv"]
  val t2 : ?sep:char -> 'a conv -> 'b conv -> ('a * 'b) conv [@@port "cmdliner-conv"]
  val t3 : ?sep:char -> 'a conv -> 'b conv -> 'c conv -> ('a * 'b * 'c) conv [@@port "cmdliner-conv"]
  val t4 : ?sep:char -> 'a conv -> 'b conv -> 'c conv -> 'd conv -> ('a * 'b * 'c * 'd) conv [@@port "cmdliner-conv"]
  val doc_quote : string -> string
  val doc_alts : ?quoted:bool -> string list -> string
  val doc_alts_enum : ?quoted:bool -> (string * 'a) list -> string
end
