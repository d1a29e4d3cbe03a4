(** Folders of the machine as file systems (mirage-fs-unix 1.2). *)

include V1_LWT.FS

val string_of_error : error -> string [@@port "fs-unix"]

val connect : string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
