(** Log messages through formatters (logs 0.6). *)

val reporter :
  ?pp_header:(Logs.level * string option) Fmt.t ->
  ?app:Format.formatter ->
  ?dst:Format.formatter ->
  unit ->
  Logs.reporter
val app_style : Fmt.style
val err_style : Fmt.style
val warn_style : Fmt.style
val info_style : Fmt.style
val debug_style : Fmt.style
val pp_header : (Logs.level * string option) Fmt.t
