(** What file systems of folders share (mirage-fs-unix 1.3.0). *)

[@@@since "3.0"]

[@@@until "4.2"]

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
val mem_impl : string -> string -> (bool, error) result Lwt.t
val read_impl : string -> string -> int -> int -> (Cstruct.t list, error) result Lwt.t
val size_impl : string -> string -> (int64, error) result Lwt.t
val resolve_filename : string -> string -> string
val map_write_error : Unix.error -> ('a, write_error) result
val map_error : Unix.error -> ('a, error) result
val err_catcher : exn -> ('a, error) result Lwt.t
val write_err_catcher : exn -> ('a, write_error) result Lwt.t
