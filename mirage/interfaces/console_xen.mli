(** The console of a Xen guest (mirage-console). *)

[@@@until "3.7.0"]

include V1_LWT.CONSOLE [@@until "2.9.1"]
include Mirage_console_lwt.S [@@since "3.0"]

val connect : string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
[@@until "2.9.1"]
val connect : string -> t Lwt.t [@@since "3.0"]
