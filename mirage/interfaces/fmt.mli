(** Printers for formats (fmt 0.8). *)

val stdout : Format.formatter
val stderr : Format.formatter
val pf : Format.formatter -> ('a, Format.formatter, unit) format -> 'a
val pr : ('a, Format.formatter, unit) format -> 'a
val kpf :
  (Format.formatter -> 'a) -> Format.formatter -> ('b, Format.formatter, unit, 'a) format4 -> 'b
val with_buffer : ?like:Format.formatter -> Buffer.t -> Format.formatter
val str : ('a, Format.formatter, unit, string) format4 -> 'a [@@since "3.5"]

val kstr : (string -> 'a) -> ('b, Format.formatter, unit, 'a) format4 -> 'b [@@since "3.5"]
val failwith : ('a, Format.formatter, unit, 'b) format4 -> 'a
val invalid_arg : ('a, Format.formatter, unit, 'b) format4 -> 'a

type 'a t = Format.formatter -> 'a -> unit

val flush : 'a t
val nop : 'a t
val using : ('a -> 'b) -> 'b t -> 'a t
val const : 'a t -> 'a -> unit t
val fmt : ('a, Format.formatter, unit) format -> Format.formatter -> 'a
val cut : 'a t
val sp : 'a t
val comma : 'a t
val iter : ?sep:unit t -> (('a -> unit) -> 'b -> unit) -> 'a t -> 'b t
val iter_bindings : ?sep:unit t -> (('a -> 'b -> unit) -> 'c -> unit) -> ('a * 'b) t -> 'c t
val box : ?indent:int -> 'a t -> 'a t
val hbox : 'a t -> 'a t
val vbox : ?indent:int -> 'a t -> 'a t
val hvbox : ?indent:int -> 'a t -> 'a t
val hovbox : ?indent:int -> 'a t -> 'a t
val parens : 'a t -> 'a t
val brackets : 'a t -> 'a t
val braces : 'a t -> 'a t
val quote : ?mark:string -> 'a t -> 'a t
val bool : bool t
val int : int t
val nativeint : nativeint t
val int32 : int32 t
val int64 : int64 t
val uint : int t
val unativeint : nativeint t
val uint32 : int32 t
val uint64 : int64 t
val float : float t
val float_dfrac : int -> float t
val float_dsig : int -> float t
val char : char t
val string : string t
val buffer : Buffer.t t
val exn : exn t
val exn_backtrace : (exn * Printexc.raw_backtrace) t
val pair : ?sep:unit t -> 'a t -> 'b t -> ('a * 'b) t
val option : ?none:unit t -> 'a t -> 'a option t
val result : ok:'a t -> error:'b t -> ('a, 'b) result t
val list : ?sep:unit t -> 'a t -> 'a list t
val array : ?sep:unit t -> 'a t -> 'a array t
val hashtbl : ?sep:unit t -> ('a * 'b) t -> ('a, 'b) Hashtbl.t t
val queue : ?sep:unit t -> 'a t -> 'a Queue.t t
val stack : ?sep:unit t -> 'a t -> 'a Stack.t t

module Dump : sig
  val uchar : Uchar.t t
  val string : string t
  val pair : 'a t -> 'b t -> ('a * 'b) t
  val option : 'a t -> 'a option t
  val result : ok:'a t -> error:'b t -> ('a, 'b) result t
  val list : 'a t -> 'a list t
  val array : 'a t -> 'a array t
  val hashtbl : 'a t -> 'b t -> ('a, 'b) Hashtbl.t t
  val queue : 'a t -> 'a Queue.t t
  val stack : 'a t -> 'a Stack.t t
end

val byte_size : int t
val bi_byte_size : int t
val words : string t
val paragraphs : string t
val text : string t
val lines : string t
val if_utf_8 : 'a t -> 'a t -> 'a t
val utf_8 : Format.formatter -> bool
val set_utf_8 : Format.formatter -> bool -> unit

type style =
  [ `Bold | `Underline | `Black | `Red | `Green | `Yellow | `Blue | `Magenta | `Cyan | `White | `None ]
[@@until "3.7.4"]

type color = [ `Black | `Blue | `Cyan | `Green | `Magenta | `Red | `White | `Yellow ]
[@@since "3.7.5"]

type style =
  [ color
  | `Bg of [ color | `Hi of color ]
  | `Bold
  | `Faint
  | `Fg of [ color | `Hi of color ]
  | `Italic
  | `None
  | `Reverse
  | `Underline ]
[@@since "3.7.5"]

val styled : style -> 'a t -> 'a t

type style_renderer = [ `Ansi_tty | `None ]

val style_renderer : Format.formatter -> style_renderer
val set_style_renderer : Format.formatter -> style_renderer -> unit
val of_to_string : ('a -> string) -> 'a t
val to_to_string : 'a t -> 'a -> string
val strf : ('a, Format.formatter, unit, string) format4 -> 'a
val kstrf : (string -> 'a) -> ('b, Format.formatter, unit, 'a) format4 -> 'b
val strf_like : Format.formatter -> ('a, Format.formatter, unit, string) format4 -> 'a
val always : (unit, Format.formatter, unit) format -> 'a t
val unit : (unit, Format.formatter, unit) format -> unit t
val prefix : unit t -> 'a t -> 'a t
val suffix : unit t -> 'a t -> 'a t
val styled_unit : style -> (unit, Format.formatter, unit) format -> unit t
