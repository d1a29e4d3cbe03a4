(** What became of it between Yojson 1.7.0, 2.0.0 and 3.0.0 (ocaml-community/yojson, lib/). *)

[@@@complete]

type t = [
  | `Assoc of (string * t) list
  | `Bool of bool
  | `Float of float
  | `Floatlit of string
  | `Int of int
  | `Intlit of string
  | `List of t list
  | `Null
  | `String of string
  | `Stringlit of string
  | `Tuple of t list [@port.becomes (fun list -> `List list)] [@until "2.2"]
  | `Variant of (string * t option) [@port.becomes (function (name, None) -> `String name | (name, Some value) -> `List [ `String name; value ])] [@until "2.2"]
]
[@@port "yojson-tuple"]
type lexer_state = { buf : Bi_outbuf.t; mutable lnum : int; mutable bol : int; mutable fname : string option; } [@@until "1.7"]
type lexer_state = { buf : Buffer.t; mutable lnum : int; mutable bol : int; mutable fname : string option; } [@@since "2.0"]
module Lexer_state : sig
  type t = lexer_state = { buf : Bi_outbuf.t; mutable lnum : int; mutable bol : int; mutable fname : string option; } [@@until "1.7"]
  type t = lexer_state = { buf : Buffer.t; mutable lnum : int; mutable bol : int; mutable fname : string option; } [@@since "2.0"]
end
type json = t [@@port "yojson-t"] [@@port.to t] [@@until "1.7"]
type json_max = t [@@port "yojson-t"] [@@port.to t] [@@until "1.7"]
exception Json_error of string
exception End_of_array
exception End_of_object
exception End_of_tuple [@@port "yojson-tuple-functions"] [@@until "2.2"]
exception End_of_input
val version : string
val json_error : string -> 'a
val init_lexer : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> unit -> lexer_state [@@until "1.7"]
val init_lexer : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> unit -> lexer_state [@@since "2.0"]
val pp : Format.formatter -> t -> unit
val show : t -> string
val equal : t -> t -> bool
val to_string : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> t -> string [@@until "1.7"]
val to_string : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_string)] [@@since "2.0"]
val to_channel : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> out_channel -> t -> unit [@@until "1.7"]
val to_channel : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> out_channel -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_channel)] [@@since "2.0"]
val to_output : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> < output : string -> int -> int -> int; .. > -> t -> unit [@@until "1.7"]
val to_output : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> < output : string -> int -> int -> int; .. > -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_output)] [@@since "2.0"]
val to_file : ?len:int -> ?std:bool -> string -> t -> unit [@@until "1.7"]
val to_file : ?len:int -> ?std:bool -> ?suf:string -> string -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_file)] [@@since "2.0"]
val to_outbuf : ?std:bool -> Bi_outbuf.t -> t -> unit [@@port "yojson-buffer"] [@@port.to to_buffer] [@@until "1.7"]
val stream_to_string : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> t Stream.t -> string [@@port "yojson-seq"] [@@port.to seq_to_string] [@@until "1.7"]
val stream_to_channel : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> out_channel -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_channel] [@@until "1.7"]
val stream_to_file : ?len:int -> ?std:bool -> string -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_file] [@@until "1.7"]
val stream_to_outbuf : ?std:bool -> Bi_outbuf.t -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_buffer] [@@until "1.7"]
val write_t : Bi_outbuf.t -> t -> unit [@@until "1.7"]
val write_t : Buffer.t -> t -> unit [@@since "2.0"]
val sort : t -> t
val write_null : Bi_outbuf.t -> unit -> unit [@@until "1.7"]
val write_null : Buffer.t -> unit -> unit [@@since "2.0"]
val write_bool : Bi_outbuf.t -> bool -> unit [@@until "1.7"]
val write_bool : Buffer.t -> bool -> unit [@@since "2.0"]
val write_int : Bi_outbuf.t -> int -> unit [@@until "1.7"]
val write_int : Buffer.t -> int -> unit [@@since "2.0"]
val write_float : Bi_outbuf.t -> float -> unit [@@until "1.7"]
val write_float : Buffer.t -> float -> unit [@@since "2.0"]
val write_std_float : Bi_outbuf.t -> float -> unit [@@until "1.7"]
val write_std_float : Buffer.t -> float -> unit [@@since "2.0"]
val write_float_fast : Bi_outbuf.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_float] [@@until "1.7"]
val write_float_fast : Buffer.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_float] [@@since "2.0"] [@@until "2.0.1"]
val write_std_float_fast : Bi_outbuf.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_std_float] [@@until "1.7"]
val write_std_float_fast : Buffer.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_std_float] [@@since "2.0"] [@@until "2.0.1"]
val write_float_prec : int -> Bi_outbuf.t -> float -> unit [@@until "1.7"]
val write_float_prec : int -> Buffer.t -> float -> unit [@@since "2.0"]
val write_std_float_prec : int -> Bi_outbuf.t -> float -> unit [@@until "1.7"]
val write_std_float_prec : int -> Buffer.t -> float -> unit [@@since "2.0"]
val write_string : Bi_outbuf.t -> string -> unit [@@until "1.7"]
val write_string : Buffer.t -> string -> unit [@@since "2.0"]
val write_intlit : Bi_outbuf.t -> string -> unit [@@until "1.7"]
val write_intlit : Buffer.t -> string -> unit [@@since "2.0"]
val write_floatlit : Bi_outbuf.t -> string -> unit [@@until "1.7"]
val write_floatlit : Buffer.t -> string -> unit [@@since "2.0"]
val write_stringlit : Bi_outbuf.t -> string -> unit [@@until "1.7"]
val write_stringlit : Buffer.t -> string -> unit [@@since "2.0"]
val write_assoc : Bi_outbuf.t -> (string * t) list -> unit [@@until "1.7"]
val write_assoc : Buffer.t -> (string * t) list -> unit [@@since "2.0"]
val write_list : Bi_outbuf.t -> t list -> unit [@@until "1.7"]
val write_list : Buffer.t -> t list -> unit [@@since "2.0"]
val write_tuple : Bi_outbuf.t -> t list -> unit [@@until "1.7"]
val write_tuple : Buffer.t -> t list -> unit [@@port "yojson-tuple-functions"] [@@since "2.0"] [@@until "2.2"]
val write_std_tuple : Bi_outbuf.t -> t list -> unit [@@until "1.7"]
val write_std_tuple : Buffer.t -> t list -> unit [@@port "yojson-std-tuple"] [@@port.to write_list] [@@since "2.0"] [@@until "2.2"]
val write_variant : Bi_outbuf.t -> string -> t option -> unit [@@until "1.7"]
val write_variant : Buffer.t -> string -> t option -> unit [@@port "yojson-tuple-functions"] [@@since "2.0"] [@@until "2.2"]
val write_std_variant : Bi_outbuf.t -> string -> t option -> unit [@@until "1.7"]
val write_std_variant : Buffer.t -> string -> t option -> unit [@@port "yojson-tuple-functions"] [@@since "2.0"] [@@until "2.2"]
val write_json : Bi_outbuf.t -> t -> unit [@@until "1.7"]
val write_json : Buffer.t -> t -> unit [@@since "2.0"]
val write_std_json : Bi_outbuf.t -> t -> unit [@@until "1.7"]
val write_std_json : Buffer.t -> t -> unit [@@since "2.0"]
val pretty_format : ?std:bool -> t -> Easy_format.t [@@port "yojson-pretty-format"] [@@until "1.7"]
val pretty_print : ?std:bool -> Format.formatter -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_print)]
val pretty_to_string : ?std:bool -> t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_to_string)]
val pretty_to_channel : ?std:bool -> out_channel -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_to_channel)]
val to_buffer : ?suf:string -> ?std:bool -> Buffer.t -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_buffer)] [@@since "2.0"]
val seq_to_string : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> t Seq.t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_string)] [@@since "2.0"]
val seq_to_channel : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> out_channel -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_channel)] [@@since "2.0"]
val seq_to_file : ?len:int -> ?suf:string -> ?std:bool -> string -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_file)] [@@since "2.0"]
val seq_to_buffer : ?suf:string -> ?std:bool -> Buffer.t -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_buffer)] [@@since "2.0"]

module Basic : sig
  type t = [
    | `Assoc of (string * t) list
    | `Bool of bool
    | `Float of float
    | `Int of int
    | `List of t list
    | `Null
    | `String of string
  ]
  type json = t [@@port "yojson-t"] [@@port.to t] [@@until "1.7"]
  type lexer_state = Lexer_state.t = { buf : Bi_outbuf.t; mutable lnum : int; mutable bol : int; mutable fname : string option; } [@@until "1.7"]
  type lexer_state = Lexer_state.t = { buf : Buffer.t; mutable lnum : int; mutable bol : int; mutable fname : string option; } [@@since "2.0"]
  type json_line = [ `Exn of exn | `Json of t ]
  type variant_kind = [ `Double_quote | `Edgy_bracket | `Square_bracket ] [@@port "yojson-tuple-functions"] [@@until "2.2"]
  exception Finally of exn * exn
  val to_string : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> t -> string [@@until "1.7"]
  val to_string : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_string)] [@@since "2.0"]
  val to_channel : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> out_channel -> t -> unit [@@until "1.7"]
  val to_channel : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> out_channel -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_channel)] [@@since "2.0"]
  val to_output : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> < output : string -> int -> int -> int; .. > -> t -> unit [@@until "1.7"]
  val to_output : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> < output : string -> int -> int -> int; .. > -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_output)] [@@since "2.0"]
  val to_file : ?len:int -> ?std:bool -> string -> t -> unit [@@until "1.7"]
  val to_file : ?len:int -> ?std:bool -> ?suf:string -> string -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_file)] [@@since "2.0"]
  val to_outbuf : ?std:bool -> Bi_outbuf.t -> t -> unit [@@port "yojson-buffer"] [@@port.to to_buffer] [@@until "1.7"]
  val stream_to_string : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> t Stream.t -> string [@@port "yojson-seq"] [@@port.to seq_to_string] [@@until "1.7"]
  val stream_to_channel : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> out_channel -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_channel] [@@until "1.7"]
  val stream_to_file : ?len:int -> ?std:bool -> string -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_file] [@@until "1.7"]
  val stream_to_outbuf : ?std:bool -> Bi_outbuf.t -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_buffer] [@@until "1.7"]
  val write_t : Bi_outbuf.t -> t -> unit [@@until "1.7"]
  val write_t : Buffer.t -> t -> unit [@@since "2.0"]
  val sort : t -> t
  val write_null : Bi_outbuf.t -> unit -> unit [@@until "1.7"]
  val write_null : Buffer.t -> unit -> unit [@@since "2.0"]
  val write_bool : Bi_outbuf.t -> bool -> unit [@@until "1.7"]
  val write_bool : Buffer.t -> bool -> unit [@@since "2.0"]
  val write_int : Bi_outbuf.t -> int -> unit [@@until "1.7"]
  val write_int : Buffer.t -> int -> unit [@@since "2.0"]
  val write_float : Bi_outbuf.t -> float -> unit [@@until "1.7"]
  val write_float : Buffer.t -> float -> unit [@@since "2.0"]
  val write_std_float : Bi_outbuf.t -> float -> unit [@@until "1.7"]
  val write_std_float : Buffer.t -> float -> unit [@@since "2.0"]
  val write_float_fast : Bi_outbuf.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_float] [@@until "1.7"]
  val write_float_fast : Buffer.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_float] [@@since "2.0"] [@@until "2.0.1"]
  val write_std_float_fast : Bi_outbuf.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_std_float] [@@until "1.7"]
  val write_std_float_fast : Buffer.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_std_float] [@@since "2.0"] [@@until "2.0.1"]
  val write_float_prec : int -> Bi_outbuf.t -> float -> unit [@@until "1.7"]
  val write_float_prec : int -> Buffer.t -> float -> unit [@@since "2.0"]
  val write_std_float_prec : int -> Bi_outbuf.t -> float -> unit [@@until "1.7"]
  val write_std_float_prec : int -> Buffer.t -> float -> unit [@@since "2.0"]
  val write_string : Bi_outbuf.t -> string -> unit [@@until "1.7"]
  val write_string : Buffer.t -> string -> unit [@@since "2.0"]
  val write_assoc : Bi_outbuf.t -> (string * t) list -> unit [@@until "1.7"]
  val write_assoc : Buffer.t -> (string * t) list -> unit [@@since "2.0"]
  val write_list : Bi_outbuf.t -> t list -> unit [@@until "1.7"]
  val write_list : Buffer.t -> t list -> unit [@@since "2.0"]
  val write_json : Bi_outbuf.t -> t -> unit [@@until "1.7"]
  val write_json : Buffer.t -> t -> unit [@@since "2.0"]
  val write_std_json : Bi_outbuf.t -> t -> unit [@@until "1.7"]
  val write_std_json : Buffer.t -> t -> unit [@@since "2.0"]
  val pp : Format.formatter -> t -> unit
  val show : t -> string
  val equal : t -> t -> bool
  val pretty_format : ?std:bool -> t -> Easy_format.t [@@port "yojson-pretty-format"] [@@until "1.7"]
  val pretty_print : ?std:bool -> Format.formatter -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_print)]
  val pretty_to_string : ?std:bool -> t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_to_string)]
  val pretty_to_channel : ?std:bool -> out_channel -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_to_channel)]
  val prettify : ?std:bool -> string -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.prettify)]
  val compact : ?std:bool -> string -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.compact)]
  val from_string : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t [@@until "1.7"]
  val from_string : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t [@@since "2.0"]
  val from_channel : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> in_channel -> t [@@until "1.7"]
  val from_channel : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> in_channel -> t [@@since "2.0"]
  val from_file : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t [@@until "1.7"]
  val from_file : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t [@@since "2.0"]
  val init_lexer : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> unit -> lexer_state [@@until "1.7"]
  val init_lexer : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> unit -> lexer_state [@@since "2.0"]
  val from_lexbuf : lexer_state -> ?stream:bool -> Lexing.lexbuf -> t
  val stream_from_string : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_string] [@@until "1.7"]
  val stream_from_channel : ?buf:Bi_outbuf.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_channel] [@@until "1.7"]
  val stream_from_file : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_file] [@@until "1.7"]
  val stream_from_lexbuf : lexer_state -> ?fin:(unit -> unit) -> Lexing.lexbuf -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_lexbuf] [@@until "1.7"]
  val linestream_from_channel : ?buf:Bi_outbuf.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> json_line Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to lineseq_from_channel] [@@until "1.7"]
  val linestream_from_file : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> json_line Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to lineseq_from_file] [@@until "1.7"]
  val read_t : lexer_state -> Lexing.lexbuf -> t
  val finish_string : lexer_state -> Lexing.lexbuf -> string
  val read_string : lexer_state -> Lexing.lexbuf -> string
  val read_ident : lexer_state -> Lexing.lexbuf -> string
  val map_string : lexer_state -> (string -> int -> int -> 'a) -> Lexing.lexbuf -> 'a [@@port "yojson-map-string"] [@@until "2.2"]
  val map_ident : lexer_state -> (string -> int -> int -> 'a) -> Lexing.lexbuf -> 'a
  val start_any_variant : lexer_state -> Lexing.lexbuf -> variant_kind [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val finish_variant : lexer_state -> Lexing.lexbuf -> t option [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val finish_skip_variant : lexer_state -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_lt : lexer_state -> Lexing.lexbuf -> unit
  val read_gt : lexer_state -> Lexing.lexbuf -> unit
  val read_comma : lexer_state -> Lexing.lexbuf -> unit
  val finish_stringlit : lexer_state -> Lexing.lexbuf -> string
  val finish_skip_stringlit : lexer_state -> Lexing.lexbuf -> unit
  val finish_escaped_char : lexer_state -> Lexing.lexbuf -> unit
  val finish_comment : lexer_state -> Lexing.lexbuf -> unit
  val read_space : lexer_state -> Lexing.lexbuf -> unit
  val read_eof : Lexing.lexbuf -> bool
  val read_null : lexer_state -> Lexing.lexbuf -> unit
  val read_null_if_possible : lexer_state -> Lexing.lexbuf -> bool
  val read_bool : lexer_state -> Lexing.lexbuf -> bool
  val read_int : lexer_state -> Lexing.lexbuf -> int
  val read_int8 : lexer_state -> Lexing.lexbuf -> char
  val read_int32 : lexer_state -> Lexing.lexbuf -> int32
  val read_int64 : lexer_state -> Lexing.lexbuf -> int64
  val read_number : lexer_state -> Lexing.lexbuf -> float
  val skip_ident : lexer_state -> Lexing.lexbuf -> unit
  val read_sequence : ('a -> lexer_state -> Lexing.lexbuf -> 'a) -> 'a -> lexer_state -> Lexing.lexbuf -> 'a
  val read_list : (lexer_state -> Lexing.lexbuf -> 'a) -> lexer_state -> Lexing.lexbuf -> 'a list
  val read_list_rev : (lexer_state -> Lexing.lexbuf -> 'a) -> lexer_state -> Lexing.lexbuf -> 'a list
  val read_array_end : Lexing.lexbuf -> unit
  val read_array_sep : lexer_state -> Lexing.lexbuf -> unit
  val read_array : (lexer_state -> Lexing.lexbuf -> 'a) -> lexer_state -> Lexing.lexbuf -> 'a array
  val read_tuple : (int -> 'a -> lexer_state -> Lexing.lexbuf -> 'a) -> 'a -> lexer_state -> Lexing.lexbuf -> 'a [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val start_any_tuple : lexer_state -> Lexing.lexbuf -> bool [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_lpar : lexer_state -> Lexing.lexbuf -> unit
  val read_rpar : lexer_state -> Lexing.lexbuf -> unit
  val read_tuple_end : Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_tuple_end2 : lexer_state -> bool -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_tuple_sep : lexer_state -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_tuple_sep2 : lexer_state -> bool -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_lbr : lexer_state -> Lexing.lexbuf -> unit
  val read_rbr : lexer_state -> Lexing.lexbuf -> unit
  val read_fields : ('acc -> string -> lexer_state -> Lexing.lexbuf -> 'acc) -> 'acc -> lexer_state -> Lexing.lexbuf -> 'acc
  val read_abstract_fields : (lexer_state -> Lexing.lexbuf -> 'key) -> ('acc -> 'key -> lexer_state -> Lexing.lexbuf -> 'acc) -> 'acc -> lexer_state -> Lexing.lexbuf -> 'acc
  val read_lcurl : lexer_state -> Lexing.lexbuf -> unit
  val read_object_end : Lexing.lexbuf -> unit
  val read_object_sep : lexer_state -> Lexing.lexbuf -> unit
  val read_colon : lexer_state -> Lexing.lexbuf -> unit
  val read_json : lexer_state -> Lexing.lexbuf -> t
  val skip_json : lexer_state -> Lexing.lexbuf -> unit
  val buffer_json : lexer_state -> Lexing.lexbuf -> unit
  val validate_json : 'path -> t -> 'error option [@@port "yojson-validate"] [@@until "1.7"]
  val to_buffer : ?suf:string -> ?std:bool -> Buffer.t -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_buffer)] [@@since "2.0"]
  val seq_to_string : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> t Seq.t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_string)] [@@since "2.0"]
  val seq_to_channel : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> out_channel -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_channel)] [@@since "2.0"]
  val seq_to_file : ?len:int -> ?suf:string -> ?std:bool -> string -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_file)] [@@since "2.0"]
  val seq_to_buffer : ?suf:string -> ?std:bool -> Buffer.t -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_buffer)] [@@since "2.0"]
  val seq_from_string : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val seq_from_channel : ?buf:Buffer.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val seq_from_file : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val seq_from_lexbuf : lexer_state -> ?fin:(unit -> unit) -> Lexing.lexbuf -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val lineseq_from_channel : ?buf:Buffer.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> json_line Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val lineseq_from_file : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> json_line Seq.t [@@port "yojson-stream"] [@@since "2.0"]

  module Util : sig
    exception Type_error of string * t
    exception Undefined of string * t
    val ( |> ) : 'a -> ('a -> 'b) -> 'b [@@until "1.7"]
    val keys : t -> string list
    val values : t -> t list
    val combine : t -> t -> t
    val member : string -> t -> t
    val index : int -> t -> t
    val map : (t -> t) -> t -> t
    val to_assoc : t -> (string * t) list
    val to_option : (t -> 'a) -> t -> 'a option
    val to_bool : t -> bool
    val to_bool_option : t -> bool option
    val to_number : t -> float
    val to_number_option : t -> float option
    val to_float : t -> float
    val to_float_option : t -> float option
    val to_int : t -> int
    val to_int_option : t -> int option
    val to_list : t -> t list
    val to_string : t -> string
    val to_string_option : t -> string option
    val convert_each : (t -> 'a) -> t -> 'a list
    val filter_map : ('a -> 'b option) -> 'a list -> 'b list
    val flatten : t list -> t list
    val filter_index : int -> t list -> t list
    val filter_list : t list -> t list list
    val filter_member : string -> t list -> t list
    val filter_assoc : t list -> (string * t) list list
    val filter_bool : t list -> bool list
    val filter_int : t list -> int list
    val filter_float : t list -> float list
    val filter_number : t list -> float list
    val filter_string : t list -> string list
    val path : string list -> t -> t option [@@since "2.1"]
  end
end

module Safe : sig
  type t = [
    | `Assoc of (string * t) list
    | `Bool of bool
    | `Float of float
    | `Int of int
    | `Intlit of string
    | `List of t list
    | `Null
    | `String of string
    | `Tuple of t list [@port.becomes (fun list -> `List list)] [@until "2.2"]
    | `Variant of (string * t option) [@port.becomes (function (name, None) -> `String name | (name, Some value) -> `List [ `String name; value ])] [@until "2.2"]
  ]
  [@@port "yojson-tuple"]
  type json = t [@@port "yojson-t"] [@@port.to t] [@@until "1.7"]
  type lexer_state = Lexer_state.t = { buf : Bi_outbuf.t; mutable lnum : int; mutable bol : int; mutable fname : string option; } [@@until "1.7"]
  type lexer_state = Lexer_state.t = { buf : Buffer.t; mutable lnum : int; mutable bol : int; mutable fname : string option; } [@@since "2.0"]
  type json_line = [ `Exn of exn | `Json of t ]
  type variant_kind = [ `Double_quote | `Edgy_bracket | `Square_bracket ] [@@port "yojson-tuple-functions"] [@@until "2.2"]
  exception Finally of exn * exn
  val pp : Format.formatter -> t -> unit
  val show : t -> string
  val equal : t -> t -> bool
  val to_basic : t -> Basic.t
  val to_string : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> t -> string [@@until "1.7"]
  val to_string : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_string)] [@@since "2.0"]
  val to_channel : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> out_channel -> t -> unit [@@until "1.7"]
  val to_channel : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> out_channel -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_channel)] [@@since "2.0"]
  val to_output : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> < output : string -> int -> int -> int; .. > -> t -> unit [@@until "1.7"]
  val to_output : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> < output : string -> int -> int -> int; .. > -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_output)] [@@since "2.0"]
  val to_file : ?len:int -> ?std:bool -> string -> t -> unit [@@until "1.7"]
  val to_file : ?len:int -> ?std:bool -> ?suf:string -> string -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_file)] [@@since "2.0"]
  val to_outbuf : ?std:bool -> Bi_outbuf.t -> t -> unit [@@port "yojson-buffer"] [@@port.to to_buffer] [@@until "1.7"]
  val stream_to_string : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> t Stream.t -> string [@@port "yojson-seq"] [@@port.to seq_to_string] [@@until "1.7"]
  val stream_to_channel : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> out_channel -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_channel] [@@until "1.7"]
  val stream_to_file : ?len:int -> ?std:bool -> string -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_file] [@@until "1.7"]
  val stream_to_outbuf : ?std:bool -> Bi_outbuf.t -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_buffer] [@@until "1.7"]
  val write_t : Bi_outbuf.t -> t -> unit [@@until "1.7"]
  val write_t : Buffer.t -> t -> unit [@@since "2.0"]
  val sort : t -> t
  val write_null : Bi_outbuf.t -> unit -> unit [@@until "1.7"]
  val write_null : Buffer.t -> unit -> unit [@@since "2.0"]
  val write_bool : Bi_outbuf.t -> bool -> unit [@@until "1.7"]
  val write_bool : Buffer.t -> bool -> unit [@@since "2.0"]
  val write_int : Bi_outbuf.t -> int -> unit [@@until "1.7"]
  val write_int : Buffer.t -> int -> unit [@@since "2.0"]
  val write_float : Bi_outbuf.t -> float -> unit [@@until "1.7"]
  val write_float : Buffer.t -> float -> unit [@@since "2.0"]
  val write_std_float : Bi_outbuf.t -> float -> unit [@@until "1.7"]
  val write_std_float : Buffer.t -> float -> unit [@@since "2.0"]
  val write_float_fast : Bi_outbuf.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_float] [@@until "1.7"]
  val write_float_fast : Buffer.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_float] [@@since "2.0"] [@@until "2.0.1"]
  val write_std_float_fast : Bi_outbuf.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_std_float] [@@until "1.7"]
  val write_std_float_fast : Buffer.t -> float -> unit [@@port "yojson-float-fast"] [@@port.to write_std_float] [@@since "2.0"] [@@until "2.0.1"]
  val write_float_prec : int -> Bi_outbuf.t -> float -> unit [@@until "1.7"]
  val write_float_prec : int -> Buffer.t -> float -> unit [@@since "2.0"]
  val write_std_float_prec : int -> Bi_outbuf.t -> float -> unit [@@until "1.7"]
  val write_std_float_prec : int -> Buffer.t -> float -> unit [@@since "2.0"]
  val write_string : Bi_outbuf.t -> string -> unit [@@until "1.7"]
  val write_string : Buffer.t -> string -> unit [@@since "2.0"]
  val write_intlit : Bi_outbuf.t -> string -> unit [@@until "1.7"]
  val write_intlit : Buffer.t -> string -> unit [@@since "2.0"]
  val write_assoc : Bi_outbuf.t -> (string * t) list -> unit [@@until "1.7"]
  val write_assoc : Buffer.t -> (string * t) list -> unit [@@since "2.0"]
  val write_list : Bi_outbuf.t -> t list -> unit [@@until "1.7"]
  val write_list : Buffer.t -> t list -> unit [@@since "2.0"]
  val write_tuple : Bi_outbuf.t -> t list -> unit [@@until "1.7"]
  val write_tuple : Buffer.t -> t list -> unit [@@port "yojson-tuple-functions"] [@@since "2.0"] [@@until "2.2"]
  val write_std_tuple : Bi_outbuf.t -> t list -> unit [@@until "1.7"]
  val write_std_tuple : Buffer.t -> t list -> unit [@@port "yojson-std-tuple"] [@@port.to write_list] [@@since "2.0"] [@@until "2.2"]
  val write_variant : Bi_outbuf.t -> string -> t option -> unit [@@until "1.7"]
  val write_variant : Buffer.t -> string -> t option -> unit [@@port "yojson-tuple-functions"] [@@since "2.0"] [@@until "2.2"]
  val write_std_variant : Bi_outbuf.t -> string -> t option -> unit [@@until "1.7"]
  val write_std_variant : Buffer.t -> string -> t option -> unit [@@port "yojson-tuple-functions"] [@@since "2.0"] [@@until "2.2"]
  val write_json : Bi_outbuf.t -> t -> unit [@@until "1.7"]
  val write_json : Buffer.t -> t -> unit [@@since "2.0"]
  val write_std_json : Bi_outbuf.t -> t -> unit [@@until "1.7"]
  val write_std_json : Buffer.t -> t -> unit [@@since "2.0"]
  val pretty_format : ?std:bool -> t -> Easy_format.t [@@port "yojson-pretty-format"] [@@until "1.7"]
  val pretty_print : ?std:bool -> Format.formatter -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_print)]
  val pretty_to_string : ?std:bool -> t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_to_string)]
  val pretty_to_channel : ?std:bool -> out_channel -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_to_channel)]
  val prettify : ?std:bool -> string -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.prettify)]
  val compact : ?std:bool -> string -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.compact)]
  val from_string : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t [@@until "1.7"]
  val from_string : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t [@@since "2.0"]
  val from_channel : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> in_channel -> t [@@until "1.7"]
  val from_channel : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> in_channel -> t [@@since "2.0"]
  val from_file : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t [@@until "1.7"]
  val from_file : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t [@@since "2.0"]
  val init_lexer : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> unit -> lexer_state [@@until "1.7"]
  val init_lexer : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> unit -> lexer_state [@@since "2.0"]
  val from_lexbuf : lexer_state -> ?stream:bool -> Lexing.lexbuf -> t
  val stream_from_string : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_string] [@@until "1.7"]
  val stream_from_channel : ?buf:Bi_outbuf.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_channel] [@@until "1.7"]
  val stream_from_file : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_file] [@@until "1.7"]
  val stream_from_lexbuf : lexer_state -> ?fin:(unit -> unit) -> Lexing.lexbuf -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_lexbuf] [@@until "1.7"]
  val linestream_from_channel : ?buf:Bi_outbuf.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> json_line Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to lineseq_from_channel] [@@until "1.7"]
  val linestream_from_file : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> json_line Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to lineseq_from_file] [@@until "1.7"]
  val read_t : lexer_state -> Lexing.lexbuf -> t
  val finish_string : lexer_state -> Lexing.lexbuf -> string
  val read_string : lexer_state -> Lexing.lexbuf -> string
  val read_ident : lexer_state -> Lexing.lexbuf -> string
  val map_string : lexer_state -> (string -> int -> int -> 'a) -> Lexing.lexbuf -> 'a [@@port "yojson-map-string"] [@@until "2.2"]
  val map_ident : lexer_state -> (string -> int -> int -> 'a) -> Lexing.lexbuf -> 'a
  val start_any_variant : lexer_state -> Lexing.lexbuf -> variant_kind [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val finish_variant : lexer_state -> Lexing.lexbuf -> t option [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val finish_skip_variant : lexer_state -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_lt : lexer_state -> Lexing.lexbuf -> unit
  val read_gt : lexer_state -> Lexing.lexbuf -> unit
  val read_comma : lexer_state -> Lexing.lexbuf -> unit
  val finish_stringlit : lexer_state -> Lexing.lexbuf -> string
  val finish_skip_stringlit : lexer_state -> Lexing.lexbuf -> unit
  val finish_escaped_char : lexer_state -> Lexing.lexbuf -> unit
  val finish_comment : lexer_state -> Lexing.lexbuf -> unit
  val read_space : lexer_state -> Lexing.lexbuf -> unit
  val read_eof : Lexing.lexbuf -> bool
  val read_null : lexer_state -> Lexing.lexbuf -> unit
  val read_null_if_possible : lexer_state -> Lexing.lexbuf -> bool
  val read_bool : lexer_state -> Lexing.lexbuf -> bool
  val read_int : lexer_state -> Lexing.lexbuf -> int
  val read_int8 : lexer_state -> Lexing.lexbuf -> char
  val read_int32 : lexer_state -> Lexing.lexbuf -> int32
  val read_int64 : lexer_state -> Lexing.lexbuf -> int64
  val read_number : lexer_state -> Lexing.lexbuf -> float
  val skip_ident : lexer_state -> Lexing.lexbuf -> unit
  val read_sequence : ('a -> lexer_state -> Lexing.lexbuf -> 'a) -> 'a -> lexer_state -> Lexing.lexbuf -> 'a
  val read_list : (lexer_state -> Lexing.lexbuf -> 'a) -> lexer_state -> Lexing.lexbuf -> 'a list
  val read_list_rev : (lexer_state -> Lexing.lexbuf -> 'a) -> lexer_state -> Lexing.lexbuf -> 'a list
  val read_array_end : Lexing.lexbuf -> unit
  val read_array_sep : lexer_state -> Lexing.lexbuf -> unit
  val read_array : (lexer_state -> Lexing.lexbuf -> 'a) -> lexer_state -> Lexing.lexbuf -> 'a array
  val read_tuple : (int -> 'a -> lexer_state -> Lexing.lexbuf -> 'a) -> 'a -> lexer_state -> Lexing.lexbuf -> 'a [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val start_any_tuple : lexer_state -> Lexing.lexbuf -> bool [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_lpar : lexer_state -> Lexing.lexbuf -> unit
  val read_rpar : lexer_state -> Lexing.lexbuf -> unit
  val read_tuple_end : Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_tuple_end2 : lexer_state -> bool -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_tuple_sep : lexer_state -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_tuple_sep2 : lexer_state -> bool -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_lbr : lexer_state -> Lexing.lexbuf -> unit
  val read_rbr : lexer_state -> Lexing.lexbuf -> unit
  val read_fields : ('acc -> string -> lexer_state -> Lexing.lexbuf -> 'acc) -> 'acc -> lexer_state -> Lexing.lexbuf -> 'acc
  val read_abstract_fields : (lexer_state -> Lexing.lexbuf -> 'key) -> ('acc -> 'key -> lexer_state -> Lexing.lexbuf -> 'acc) -> 'acc -> lexer_state -> Lexing.lexbuf -> 'acc
  val read_lcurl : lexer_state -> Lexing.lexbuf -> unit
  val read_object_end : Lexing.lexbuf -> unit
  val read_object_sep : lexer_state -> Lexing.lexbuf -> unit
  val read_colon : lexer_state -> Lexing.lexbuf -> unit
  val read_json : lexer_state -> Lexing.lexbuf -> t
  val skip_json : lexer_state -> Lexing.lexbuf -> unit
  val buffer_json : lexer_state -> Lexing.lexbuf -> unit
  val validate_json : 'path -> t -> 'error option [@@port "yojson-validate"] [@@until "1.7"]
  val to_buffer : ?suf:string -> ?std:bool -> Buffer.t -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_buffer)] [@@since "2.0"]
  val seq_to_string : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> t Seq.t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_string)] [@@since "2.0"]
  val seq_to_channel : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> out_channel -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_channel)] [@@since "2.0"]
  val seq_to_file : ?len:int -> ?suf:string -> ?std:bool -> string -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_file)] [@@since "2.0"]
  val seq_to_buffer : ?suf:string -> ?std:bool -> Buffer.t -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_buffer)] [@@since "2.0"]
  val seq_from_string : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val seq_from_channel : ?buf:Buffer.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val seq_from_file : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val seq_from_lexbuf : lexer_state -> ?fin:(unit -> unit) -> Lexing.lexbuf -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val lineseq_from_channel : ?buf:Buffer.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> json_line Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val lineseq_from_file : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> json_line Seq.t [@@port "yojson-stream"] [@@since "2.0"]

  module Util : sig
    exception Type_error of string * t
    exception Undefined of string * t
    val ( |> ) : 'a -> ('a -> 'b) -> 'b [@@until "1.7"]
    val keys : t -> string list
    val values : t -> t list
    val combine : t -> t -> t
    val member : string -> t -> t
    val index : int -> t -> t
    val map : (t -> t) -> t -> t
    val to_assoc : t -> (string * t) list
    val to_option : (t -> 'a) -> t -> 'a option
    val to_bool : t -> bool
    val to_bool_option : t -> bool option
    val to_number : t -> float
    val to_number_option : t -> float option
    val to_float : t -> float
    val to_float_option : t -> float option
    val to_int : t -> int
    val to_int_option : t -> int option
    val to_list : t -> t list
    val to_string : t -> string
    val to_string_option : t -> string option
    val convert_each : (t -> 'a) -> t -> 'a list
    val filter_map : ('a -> 'b option) -> 'a list -> 'b list
    val flatten : t list -> t list
    val filter_index : int -> t list -> t list
    val filter_list : t list -> t list list
    val filter_member : string -> t list -> t list
    val filter_assoc : t list -> (string * t) list list
    val filter_bool : t list -> bool list
    val filter_int : t list -> int list
    val filter_float : t list -> float list
    val filter_number : t list -> float list
    val filter_string : t list -> string list
    val path : string list -> t -> t option [@@since "2.1"]
  end
end

module Raw : sig
  type t = [
    | `Assoc of (string * t) list
    | `Bool of bool
    | `Floatlit of string
    | `Intlit of string
    | `List of t list
    | `Null
    | `Stringlit of string
    | `Tuple of t list [@port.becomes (fun list -> `List list)] [@until "2.2"]
    | `Variant of (string * t option) [@port.becomes (function (name, None) -> `String name | (name, Some value) -> `List [ `String name; value ])] [@until "2.2"]
  ]
  [@@port "yojson-tuple"]
  type json = t [@@port "yojson-t"] [@@port.to t] [@@until "1.7"]
  type lexer_state = Lexer_state.t = { buf : Bi_outbuf.t; mutable lnum : int; mutable bol : int; mutable fname : string option; } [@@until "1.7"]
  type lexer_state = Lexer_state.t = { buf : Buffer.t; mutable lnum : int; mutable bol : int; mutable fname : string option; } [@@since "2.0"]
  type json_line = [ `Exn of exn | `Json of t ]
  type variant_kind = [ `Double_quote | `Edgy_bracket | `Square_bracket ] [@@port "yojson-tuple-functions"] [@@until "2.2"]
  exception Finally of exn * exn
  val pp : Format.formatter -> t -> unit
  val show : t -> string
  val equal : t -> t -> bool
  val to_string : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> t -> string [@@until "1.7"]
  val to_string : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_string)] [@@since "2.0"]
  val to_channel : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> out_channel -> t -> unit [@@until "1.7"]
  val to_channel : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> out_channel -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_channel)] [@@since "2.0"]
  val to_output : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> < output : string -> int -> int -> int; .. > -> t -> unit [@@until "1.7"]
  val to_output : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> < output : string -> int -> int -> int; .. > -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_output)] [@@since "2.0"]
  val to_file : ?len:int -> ?std:bool -> string -> t -> unit [@@until "1.7"]
  val to_file : ?len:int -> ?std:bool -> ?suf:string -> string -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_file)] [@@since "2.0"]
  val to_outbuf : ?std:bool -> Bi_outbuf.t -> t -> unit [@@port "yojson-buffer"] [@@port.to to_buffer] [@@until "1.7"]
  val stream_to_string : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> t Stream.t -> string [@@port "yojson-seq"] [@@port.to seq_to_string] [@@until "1.7"]
  val stream_to_channel : ?buf:Bi_outbuf.t -> ?len:int -> ?std:bool -> out_channel -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_channel] [@@until "1.7"]
  val stream_to_file : ?len:int -> ?std:bool -> string -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_file] [@@until "1.7"]
  val stream_to_outbuf : ?std:bool -> Bi_outbuf.t -> t Stream.t -> unit [@@port "yojson-seq"] [@@port.to seq_to_buffer] [@@until "1.7"]
  val write_t : Bi_outbuf.t -> t -> unit [@@until "1.7"]
  val write_t : Buffer.t -> t -> unit [@@since "2.0"]
  val sort : t -> t
  val write_null : Bi_outbuf.t -> unit -> unit [@@until "1.7"]
  val write_null : Buffer.t -> unit -> unit [@@since "2.0"]
  val write_bool : Bi_outbuf.t -> bool -> unit [@@until "1.7"]
  val write_bool : Buffer.t -> bool -> unit [@@since "2.0"]
  val write_intlit : Bi_outbuf.t -> string -> unit [@@until "1.7"]
  val write_intlit : Buffer.t -> string -> unit [@@since "2.0"]
  val write_floatlit : Bi_outbuf.t -> string -> unit [@@until "1.7"]
  val write_floatlit : Buffer.t -> string -> unit [@@since "2.0"]
  val write_stringlit : Bi_outbuf.t -> string -> unit [@@until "1.7"]
  val write_stringlit : Buffer.t -> string -> unit [@@since "2.0"]
  val write_assoc : Bi_outbuf.t -> (string * t) list -> unit [@@until "1.7"]
  val write_assoc : Buffer.t -> (string * t) list -> unit [@@since "2.0"]
  val write_list : Bi_outbuf.t -> t list -> unit [@@until "1.7"]
  val write_list : Buffer.t -> t list -> unit [@@since "2.0"]
  val write_tuple : Bi_outbuf.t -> t list -> unit [@@until "1.7"]
  val write_tuple : Buffer.t -> t list -> unit [@@port "yojson-tuple-functions"] [@@since "2.0"] [@@until "2.2"]
  val write_std_tuple : Bi_outbuf.t -> t list -> unit [@@until "1.7"]
  val write_std_tuple : Buffer.t -> t list -> unit [@@port "yojson-std-tuple"] [@@port.to write_list] [@@since "2.0"] [@@until "2.2"]
  val write_variant : Bi_outbuf.t -> string -> t option -> unit [@@until "1.7"]
  val write_variant : Buffer.t -> string -> t option -> unit [@@port "yojson-tuple-functions"] [@@since "2.0"] [@@until "2.2"]
  val write_std_variant : Bi_outbuf.t -> string -> t option -> unit [@@until "1.7"]
  val write_std_variant : Buffer.t -> string -> t option -> unit [@@port "yojson-tuple-functions"] [@@since "2.0"] [@@until "2.2"]
  val write_json : Bi_outbuf.t -> t -> unit [@@until "1.7"]
  val write_json : Buffer.t -> t -> unit [@@since "2.0"]
  val write_std_json : Bi_outbuf.t -> t -> unit [@@until "1.7"]
  val write_std_json : Buffer.t -> t -> unit [@@since "2.0"]
  val pretty_format : ?std:bool -> t -> Easy_format.t [@@port "yojson-pretty-format"] [@@until "1.7"]
  val pretty_print : ?std:bool -> Format.formatter -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_print)]
  val pretty_to_string : ?std:bool -> t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_to_string)]
  val pretty_to_channel : ?std:bool -> out_channel -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.pretty_to_channel)]
  val prettify : ?std:bool -> string -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.prettify)]
  val compact : ?std:bool -> string -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.compact)]
  val from_string : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t [@@until "1.7"]
  val from_string : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t [@@since "2.0"]
  val from_channel : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> in_channel -> t [@@until "1.7"]
  val from_channel : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> in_channel -> t [@@since "2.0"]
  val from_file : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t [@@until "1.7"]
  val from_file : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t [@@since "2.0"]
  val init_lexer : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> unit -> lexer_state [@@until "1.7"]
  val init_lexer : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> unit -> lexer_state [@@since "2.0"]
  val from_lexbuf : lexer_state -> ?stream:bool -> Lexing.lexbuf -> t
  val stream_from_string : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_string] [@@until "1.7"]
  val stream_from_channel : ?buf:Bi_outbuf.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_channel] [@@until "1.7"]
  val stream_from_file : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_file] [@@until "1.7"]
  val stream_from_lexbuf : lexer_state -> ?fin:(unit -> unit) -> Lexing.lexbuf -> t Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to seq_from_lexbuf] [@@until "1.7"]
  val linestream_from_channel : ?buf:Bi_outbuf.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> json_line Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to lineseq_from_channel] [@@until "1.7"]
  val linestream_from_file : ?buf:Bi_outbuf.t -> ?fname:string -> ?lnum:int -> string -> json_line Stream.t [@@port "yojson-seq"] [@@port "yojson-stream"] [@@port.to lineseq_from_file] [@@until "1.7"]
  val read_t : lexer_state -> Lexing.lexbuf -> t
  val finish_string : lexer_state -> Lexing.lexbuf -> string
  val read_string : lexer_state -> Lexing.lexbuf -> string
  val read_ident : lexer_state -> Lexing.lexbuf -> string
  val map_string : lexer_state -> (string -> int -> int -> 'a) -> Lexing.lexbuf -> 'a [@@port "yojson-map-string"] [@@until "2.2"]
  val map_ident : lexer_state -> (string -> int -> int -> 'a) -> Lexing.lexbuf -> 'a
  val start_any_variant : lexer_state -> Lexing.lexbuf -> variant_kind [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val finish_variant : lexer_state -> Lexing.lexbuf -> t option [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val finish_skip_variant : lexer_state -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_lt : lexer_state -> Lexing.lexbuf -> unit
  val read_gt : lexer_state -> Lexing.lexbuf -> unit
  val read_comma : lexer_state -> Lexing.lexbuf -> unit
  val finish_stringlit : lexer_state -> Lexing.lexbuf -> string
  val finish_skip_stringlit : lexer_state -> Lexing.lexbuf -> unit
  val finish_escaped_char : lexer_state -> Lexing.lexbuf -> unit
  val finish_comment : lexer_state -> Lexing.lexbuf -> unit
  val read_space : lexer_state -> Lexing.lexbuf -> unit
  val read_eof : Lexing.lexbuf -> bool
  val read_null : lexer_state -> Lexing.lexbuf -> unit
  val read_null_if_possible : lexer_state -> Lexing.lexbuf -> bool
  val read_bool : lexer_state -> Lexing.lexbuf -> bool
  val read_int : lexer_state -> Lexing.lexbuf -> int
  val read_int8 : lexer_state -> Lexing.lexbuf -> char
  val read_int32 : lexer_state -> Lexing.lexbuf -> int32
  val read_int64 : lexer_state -> Lexing.lexbuf -> int64
  val read_number : lexer_state -> Lexing.lexbuf -> float
  val skip_ident : lexer_state -> Lexing.lexbuf -> unit
  val read_sequence : ('a -> lexer_state -> Lexing.lexbuf -> 'a) -> 'a -> lexer_state -> Lexing.lexbuf -> 'a
  val read_list : (lexer_state -> Lexing.lexbuf -> 'a) -> lexer_state -> Lexing.lexbuf -> 'a list
  val read_list_rev : (lexer_state -> Lexing.lexbuf -> 'a) -> lexer_state -> Lexing.lexbuf -> 'a list
  val read_array_end : Lexing.lexbuf -> unit
  val read_array_sep : lexer_state -> Lexing.lexbuf -> unit
  val read_array : (lexer_state -> Lexing.lexbuf -> 'a) -> lexer_state -> Lexing.lexbuf -> 'a array
  val read_tuple : (int -> 'a -> lexer_state -> Lexing.lexbuf -> 'a) -> 'a -> lexer_state -> Lexing.lexbuf -> 'a [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val start_any_tuple : lexer_state -> Lexing.lexbuf -> bool [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_lpar : lexer_state -> Lexing.lexbuf -> unit
  val read_rpar : lexer_state -> Lexing.lexbuf -> unit
  val read_tuple_end : Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_tuple_end2 : lexer_state -> bool -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_tuple_sep : lexer_state -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_tuple_sep2 : lexer_state -> bool -> Lexing.lexbuf -> unit [@@port "yojson-tuple-functions"] [@@until "2.2"]
  val read_lbr : lexer_state -> Lexing.lexbuf -> unit
  val read_rbr : lexer_state -> Lexing.lexbuf -> unit
  val read_fields : ('acc -> string -> lexer_state -> Lexing.lexbuf -> 'acc) -> 'acc -> lexer_state -> Lexing.lexbuf -> 'acc
  val read_abstract_fields : (lexer_state -> Lexing.lexbuf -> 'key) -> ('acc -> 'key -> lexer_state -> Lexing.lexbuf -> 'acc) -> 'acc -> lexer_state -> Lexing.lexbuf -> 'acc
  val read_lcurl : lexer_state -> Lexing.lexbuf -> unit
  val read_object_end : Lexing.lexbuf -> unit
  val read_object_sep : lexer_state -> Lexing.lexbuf -> unit
  val read_colon : lexer_state -> Lexing.lexbuf -> unit
  val read_json : lexer_state -> Lexing.lexbuf -> t
  val skip_json : lexer_state -> Lexing.lexbuf -> unit
  val buffer_json : lexer_state -> Lexing.lexbuf -> unit
  val validate_json : 'path -> t -> 'error option [@@port "yojson-validate"] [@@until "1.7"]
  val to_buffer : ?suf:string -> ?std:bool -> Buffer.t -> t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.to_buffer)] [@@since "2.0"]
  val seq_to_string : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> t Seq.t -> string [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_string)] [@@since "2.0"]
  val seq_to_channel : ?buf:Buffer.t -> ?len:int -> ?suf:string -> ?std:bool -> out_channel -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_channel)] [@@since "2.0"]
  val seq_to_file : ?len:int -> ?suf:string -> ?std:bool -> string -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_file)] [@@since "2.0"]
  val seq_to_buffer : ?suf:string -> ?std:bool -> Buffer.t -> t Seq.t -> unit [@@port "yojson-std"] [@@port.becomes (fun ~std:_ -> Rel.seq_to_buffer)] [@@since "2.0"]
  val seq_from_string : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val seq_from_channel : ?buf:Buffer.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val seq_from_file : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val seq_from_lexbuf : lexer_state -> ?fin:(unit -> unit) -> Lexing.lexbuf -> t Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val lineseq_from_channel : ?buf:Buffer.t -> ?fin:(unit -> unit) -> ?fname:string -> ?lnum:int -> in_channel -> json_line Seq.t [@@port "yojson-stream"] [@@since "2.0"]
  val lineseq_from_file : ?buf:Buffer.t -> ?fname:string -> ?lnum:int -> string -> json_line Seq.t [@@port "yojson-stream"] [@@since "2.0"]

  module Util : sig
    exception Type_error of string * t
    exception Undefined of string * t
    val keys : t -> string list
    val values : t -> t list
    val combine : t -> t -> t
    val member : string -> t -> t
    val path : string list -> t -> t option
    val index : int -> t -> t
    val map : (t -> t) -> t -> t
    val to_assoc : t -> (string * t) list
    val to_option : (t -> 'a) -> t -> 'a option
    val to_bool : t -> bool
    val to_bool_option : t -> bool option
    val to_number : t -> float
    val to_number_option : t -> float option
    val to_float : t -> float
    val to_float_option : t -> float option
    val to_int : t -> int
    val to_int_option : t -> int option
    val to_list : t -> t list
    val to_string : t -> string
    val to_string_option : t -> string option
    val convert_each : (t -> 'a) -> t -> 'a list
    val filter_map : ('a -> 'b option) -> 'a list -> 'b list
    val flatten : t list -> t list
    val filter_index : int -> t list -> t list
    val filter_list : t list -> t list list
    val filter_member : string -> t list -> t list
    val filter_assoc : t list -> (string * t) list list
    val filter_bool : t list -> bool list
    val filter_int : t list -> int list
    val filter_float : t list -> float list
    val filter_number : t list -> float list
    val filter_string : t list -> string list
  end
  [@@since "2.1"]
end
