(** Log messages for a syslog server (logs-syslog 0.1). *)

[@@@since "3.0"]

val message :
  ?facility:Syslog_message.facility ->
  host:string ->
  source:string ->
  tags:Logs.Tag.set ->
  ?header:string ->
  Logs.level ->
  Ptime.t ->
  string ->
  Syslog_message.t

type framing = [ `Count | `Custom of string | `LineFeed | `Null ]

val frame_message : string -> framing -> string
val ppf : Format.formatter
val flush : unit -> string
