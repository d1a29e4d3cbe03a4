(** The wall clock (mirage-clock 1.2). *)

include Mirage_clock_lwt.PCLOCK

val connect : unit -> t Lwt.t
