(** The wall clock (mirage-clock 1.2.0). *)

[@@@since "3.0"]

[@@@until "4.8"]

[@@@port "pclock-module"]

[@@@complete]

type 'a io = 'a Lwt.t [@@until "3.4"]
type t [@@port "clock-type"] [@@until "3.4"]

val disconnect : t -> unit io [@@until "3.4"]
val now_d_ps : t -> int * int64 [@@until "3.4"]
val now_d_ps : unit -> int * int64 [@@since "3.7.1"]
val current_tz_offset_s : t -> int option [@@until "3.4"]
val current_tz_offset_s : unit -> int option [@@since "3.7.1"]
val period_d_ps : t -> (int * int64) option [@@until "3.4"]
val period_d_ps : unit -> (int * int64) option [@@since "3.7.1"]
val connect : unit -> t io [@@port "clock-made"] [@@until "3.4"]
