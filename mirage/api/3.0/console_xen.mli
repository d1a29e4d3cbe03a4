(** The console of a Xen guest (mirage-console). *)

include Mirage_console_lwt.S

val connect : string -> t Lwt.t
