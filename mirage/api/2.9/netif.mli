(** Network interfaces (mirage-net-unix, mirage-net-xen). *)

include V1_LWT.NETWORK

val connect : string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
