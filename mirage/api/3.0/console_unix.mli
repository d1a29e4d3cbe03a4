(** The console of a Unix process (mirage-console). *)

include Mirage_console_lwt.S

val connect : string -> t Lwt.t
