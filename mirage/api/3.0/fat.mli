(** FAT file systems (fat-filesystem 0.12). *)

module FS (B : Mirage_block_lwt.S) : sig
  include Mirage_fs_lwt.S

  val connect : B.t -> t Lwt.t
  val format : B.t -> int64 -> (t, write_error) result Lwt.t
end
