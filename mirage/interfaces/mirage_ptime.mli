(** The wall clock (mirage-ptime 5.2.0). *)

[@@@since "4.9"]

[@@@complete]

val now : unit -> Ptime.t
val period : unit -> Ptime.span option
val current_tz_offset_s : unit -> int option
val now_d_ps : unit -> int * int64
val period_d_ps : unit -> (int * int64) option
