(** Folders of the machine as file systems (mirage-fs-unix 1.3.0). *)

(** Until 2.9.1: Folders of the machine as file systems (mirage-fs-unix 1.2). *)

[@@@until "4.2"]

include V1_LWT.FS [@@until "2.9.1"]

val string_of_error : error -> string [@@port "fs-unix"] [@@until "2.9.1"]

[@@@complete "3.0"]

type fs_error = [ `Negative_bytes | `Unix_error of Unix.error | `Unix_errorno of int ]
[@@since "3.0"]

type error =
  [ `Is_a_directory
  | `Negative_bytes
  | `No_directory_entry
  | `Not_a_directory
  | `Unix_error of Unix.error
  | `Unix_errorno of int ]
[@@since "3.0"]

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
[@@since "3.0"]

val pp_error : error Fmt.t [@@since "3.0"]
val pp_write_error : write_error Fmt.t [@@since "3.0"]

type 'a io = 'a Lwt.t [@@since "3.0"]
type t [@@since "3.0"]

val disconnect : t -> unit io [@@since "3.0"]

type page_aligned_buffer = Cstruct.t [@@since "3.0"]

val read : t -> string -> int -> int -> (page_aligned_buffer list, error) result io [@@since "3.0"]
val size : t -> string -> (int64, error) result io [@@since "3.0"]
val create : t -> string -> (unit, write_error) result io [@@since "3.0"]
val mkdir : t -> string -> (unit, write_error) result io [@@since "3.0"]
val destroy : t -> string -> (unit, write_error) result io [@@since "3.0"]
val stat : t -> string -> (Mirage_fs.stat, error) result io [@@since "3.0"]
val listdir : t -> string -> (string list, error) result io [@@since "3.0"]

val write : t -> string -> int -> page_aligned_buffer -> (unit, write_error) result io
[@@since "3.0"]

val connect : string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
[@@until "2.9.1"]
val connect : string -> t Lwt.t [@@since "3.0"]
