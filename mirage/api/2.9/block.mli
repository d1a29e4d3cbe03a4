(** Block devices (mirage-block-unix, mirage-block-xen). *)

include V1_LWT.BLOCK

val connect : string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
