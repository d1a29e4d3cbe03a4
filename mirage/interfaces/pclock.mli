(** The wall clock (mirage-clock 1.2.0). *)

[@@@since "3.0"]

[@@@complete]

type 'a io = 'a Lwt.t
type t

val disconnect : t -> unit io
val now_d_ps : t -> int * int64
val current_tz_offset_s : t -> int option
val period_d_ps : t -> (int * int64) option
val connect : unit -> t io
