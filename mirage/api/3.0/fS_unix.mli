(** Folders of the machine as file systems (mirage-fs-unix 1.3.0). *)

[@@@complete]

type fs_error = [ `Negative_bytes | `Unix_error of Unix.error | `Unix_errorno of int ]
type error =
  [ `Is_a_directory
  | `Negative_bytes
  | `No_directory_entry
  | `Not_a_directory
  | `Unix_error of Unix.error
  | `Unix_errorno of int ]
type write_error =
  [ `Directory_not_empty
  | `File_already_exists
  | `Is_a_directory
  | `Negative_bytes
  | `No_directory_entry
  | `No_space
  | `Not_a_directory
  | `Unix_error of Unix.error
  | `Unix_errorno of int ]

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
val connect : string -> t Lwt.t
