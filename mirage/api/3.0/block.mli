(** Block devices (mirage-block-unix, mirage-block-xen). *)

include Mirage_block_lwt.S

val connect : string -> t Lwt.t
