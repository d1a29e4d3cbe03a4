(** Folders of the machine as file systems (mirage-fs-unix 1.3). *)

include Mirage_fs_lwt.S

val connect : string -> t Lwt.t
