(** File systems, with Lwt (mirage-fs 1.0.0 to 2.0.0). *)

[@@@since "3.0"]

[@@@until "3.10.6"]

[@@@complete]

module type S = sig
  type error = private [> `Is_a_directory | `No_directory_entry | `Not_a_directory ]

  val pp_error : error Fmt.t

  type write_error = private
    [> `File_already_exists | `Is_a_directory | `No_directory_entry | `No_space
    | `Not_a_directory ]

  val pp_write_error : write_error Fmt.t

  type 'a io = 'a Lwt.t [@@port "io-type"]
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
end
[@@until "3.7.0"]

module type S = Mirage_fs.S [@@port "fs-removed"] [@@since "3.7.1"]

module To_KV_RO (FS : S) : sig
  type error = private [> `Unknown_key of string ] [@@until "3.4"]
  type nonrec error = private [> Mirage_kv.error ] [@@since "3.5"]

  val pp_error : error Fmt.t

  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t = FS.t

  val disconnect : t -> unit io

  type key = Mirage_kv.Key.t [@@since "3.5"]
  type value = string [@@since "3.5"]

  val exists : t -> key -> ([ `Dictionary | `Value ] option, error) result io [@@since "3.5"]
  val get : t -> key -> (value, error) result io [@@since "3.5"]
  val list : t -> key -> ((string * [ `Dictionary | `Value ]) list, error) result io [@@since "3.5"]
  val last_modified : t -> key -> (int * int64, error) result io [@@since "3.5"]
  val digest : t -> key -> (string, error) result io [@@since "3.5"]

  type page_aligned_buffer = Cstruct.t [@@until "3.4"]

  val read : t -> string -> int64 -> int64 -> (page_aligned_buffer list, error) result io
  [@@until "3.4"]
  val mem : t -> string -> (bool, error) result io [@@until "3.4"]
  val size : t -> string -> (int64, error) result io [@@until "3.4"]
  val connect : FS.t -> t io
end
[@@until "3.7.0"]
