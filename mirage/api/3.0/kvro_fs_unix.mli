(** Folders of the machine as key-value stores (mirage-fs-unix 1.3). *)

include Mirage_kv_lwt.RO

val connect : string -> t Lwt.t
