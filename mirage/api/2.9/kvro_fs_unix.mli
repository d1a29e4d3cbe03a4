(** Folders of the machine as key-value stores (mirage-fs-unix 1.2). *)

include V1_LWT.KV_RO

val connect : string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
