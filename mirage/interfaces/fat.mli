(** FAT file systems (fat-filesystem 0.12.0). *)

(** Until 2.9.1: FAT file systems (fat-filesystem 0.11). *)

[@@@until "3.7.0"]

module S : sig
  module type IO_PAGE = sig
    type t
    val get_buf : ?n:int -> unit -> Cstruct.t
  end
end
[@@until "2.9.1"]

module Fs : sig
  module Make (B : V1_LWT.BLOCK) (M : S.IO_PAGE) : sig
    include V1_LWT.FS

    val connect : B.t -> [ `Ok of t | `Error of error ] Lwt.t [@@port "connect-result"]
  end
  [@@port "fat-fs-make"]
end
[@@until "2.9.1"]

module KV_RO : sig
  module Make (F : V1_LWT.FS) : sig
    include V1_LWT.KV_RO with type t = F.t

    val connect : F.t -> [ `Ok of t | `Error of error ] Lwt.t [@@port "connect-result"]
  end
  [@@port "fat-kv-ro"]
end
[@@until "2.9.1"]

module MemoryIO : sig
  include V1_LWT.BLOCK

  val connect : string -> [ `Ok of t | `Error of error ] Lwt.t [@@port "connect-result"]
end
[@@port "fat-memoryio"]
[@@until "2.9.1"]

[@@@complete "3.0"]

module FS (B : Mirage_block_lwt.S) : sig
  type error = [ `Block_read of B.error | `Is_a_directory | `No_directory_entry | `Not_a_directory ]
  type write_error =
    [ `Block_read of B.error
    | `Block_write of B.write_error
    | `Directory_not_empty
    | `Exn of exn
    | `File_already_exists
    | `Is_a_directory
    | `No_directory_entry
    | `No_space
    | `Not_a_directory ]

  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t

  type 'a io = 'a Lwt.t
  type t

  val disconnect : t -> unit io

  type page_aligned_buffer = Cstruct.t

  val read : t -> string -> int -> int -> (page_aligned_buffer list, error) result io
  val size : t -> string -> (int64, error) result io
  val create : t -> string -> (unit, write_error) result io
  val mkdir : t -> string -> (unit, write_error) result io
  val destroy : t -> string -> (unit, write_error) result io
  val stat : t -> string -> (Mirage_fs.stat, error) result io
  val listdir : t -> string -> (string list, error) result io
  val write : t -> string -> int -> page_aligned_buffer -> (unit, write_error) result io
  val connect : B.t -> t Lwt.t
  val format : B.t -> int64 -> (t, write_error) result Lwt.t
end
[@@since "3.0"]
