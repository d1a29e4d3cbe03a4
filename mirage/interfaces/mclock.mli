(** The monotonic clock (mirage-clock 1.2.0). *)

[@@@since "3.0"]

[@@@complete]

type 'a io = 'a Lwt.t
type t

val disconnect : t -> unit io
val elapsed_ns : t -> int64
val period_ns : t -> int64 option
val connect : unit -> t io
