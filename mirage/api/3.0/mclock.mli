(** The monotonic clock (mirage-clock 1.2). *)

include Mirage_clock_lwt.MCLOCK

val connect : unit -> t Lwt.t
