(** The console of a Xen guest (mirage-console). *)

include V1_LWT.CONSOLE

val connect : string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
