(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/format.mli). *)

type stag = ..

type stag += String_tag of tag

val open_stag : stag -> unit [@@since "4.08"]
val close_stag : unit -> unit [@@since "4.08"]
val pp_open_stag : formatter -> stag -> unit [@@since "4.08"]
val pp_close_stag : formatter -> unit -> unit [@@since "4.08"]
val open_tag : tag -> unit [@@port "stdlib-tag"] [@@port.becomes (fun tag -> Rel.open_stag (Rel.String_tag tag))] [@@until "4.14"]
val pp_open_tag : formatter -> tag -> unit [@@port "stdlib-tag"] [@@port.becomes (fun formatter tag -> Rel.pp_open_stag formatter (Rel.String_tag tag))] [@@until "4.14"]
val close_tag : unit -> unit [@@port "stdlib-close-tag"] [@@port.to close_stag] [@@until "4.14"]
val pp_close_tag : formatter -> unit -> unit [@@port "stdlib-close-tag"] [@@port.to pp_close_stag] [@@until "4.14"]
val pp_flush_formatter : formatter -> unit [@@port "stdlib-flush-formatter"] [@@port.becomes (fun formatter -> Rel.pp_print_flush formatter ())] [@@until "4.05"]
val kprintf : (string -> 'a) -> ('b, unit, string, 'a) format4 -> 'b [@@port "stdlib-kprintf"] [@@port.to ksprintf] [@@until "4.14"]
val bprintf : Buffer.t -> ('a, formatter, unit) format -> 'a [@@port "stdlib-bprintf"] [@@port.becomes (fun buffer -> Rel.fprintf (Rel.formatter_of_buffer buffer))] [@@until "4.14"]
val set_all_formatter_output_functions : out:(string -> int -> int -> unit) -> flush:(unit -> unit) -> newline:(unit -> unit) -> spaces:(int -> unit) -> unit [@@port "stdlib-output-functions"] [@@until "4.14"]
val get_all_formatter_output_functions : unit -> (string -> int -> int -> unit) * (unit -> unit) * (unit -> unit) * (int -> unit) [@@port "stdlib-output-functions"] [@@until "4.14"]
val pp_set_all_formatter_output_functions : formatter -> out:(string -> int -> int -> unit) -> flush:(unit -> unit) -> newline:(unit -> unit) -> spaces:(int -> unit) -> unit [@@port "stdlib-output-functions"] [@@until "4.14"]
val pp_get_all_formatter_output_functions : formatter -> unit -> (string -> int -> int -> unit) * (unit -> unit) * (unit -> unit) * (int -> unit) [@@port "stdlib-output-functions"] [@@until "4.14"]
type formatter_tag_functions = {
  mark_open_tag : tag -> string;
  mark_close_tag : tag -> string;
  print_open_tag : tag -> unit;
  print_close_tag : tag -> unit;
}
[@@port "stdlib-tag-functions"]
[@@until "4.14"]

val set_formatter_tag_functions : formatter_tag_functions -> unit [@@port "stdlib-tag-functions"] [@@until "4.14"]
val get_formatter_tag_functions : unit -> formatter_tag_functions [@@port "stdlib-tag-functions"] [@@until "4.14"]
val pp_set_formatter_tag_functions : formatter -> formatter_tag_functions -> unit [@@port "stdlib-tag-functions"] [@@until "4.14"]
val pp_get_formatter_tag_functions : formatter -> unit -> formatter_tag_functions [@@port "stdlib-tag-functions"] [@@until "4.14"]
