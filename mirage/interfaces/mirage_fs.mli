(** File systems (mirage-fs 1.0.0 to 4.0.0). *)

[@@@since "3.0"]

[@@@until "4.2"]

[@@@port "fs-removed"]

[@@@complete]

type error = [ `Is_a_directory | `No_directory_entry | `Not_a_directory ]

val pp_error : error Fmt.t

type write_error =
  [ `File_already_exists | `Is_a_directory | `No_directory_entry | `No_space | `Not_a_directory ]

val pp_write_error : write_error Fmt.t

type stat = { filename : string; read_only : bool; directory : bool; size : int64 }

module type S = sig
  type error = private [> `Is_a_directory | `No_directory_entry | `Not_a_directory ]

  val pp_error : error Fmt.t

  type write_error = private
    [> `File_already_exists | `Is_a_directory | `No_directory_entry | `No_space
    | `Not_a_directory ]

  val pp_write_error : write_error Fmt.t

  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type page_aligned_buffer [@@until "3.7.0"]

  val read : t -> string -> int -> int -> (page_aligned_buffer list, error) result io
  [@@until "3.7.0"]

  val read : t -> string -> int -> int -> (Cstruct.t list, error) result Lwt.t [@@since "3.7.1"]
  val size : t -> string -> (int64, error) result io [@@until "3.7.0"]
  val size : t -> string -> (int64, error) result Lwt.t [@@since "3.7.1"]
  val create : t -> string -> (unit, write_error) result io [@@until "3.7.0"]
  val create : t -> string -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val mkdir : t -> string -> (unit, write_error) result io [@@until "3.7.0"]
  val mkdir : t -> string -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val destroy : t -> string -> (unit, write_error) result io [@@until "3.7.0"]
  val destroy : t -> string -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val stat : t -> string -> (stat, error) result io [@@until "3.7.0"]
  val stat : t -> string -> (stat, error) result Lwt.t [@@since "3.7.1"]
  val listdir : t -> string -> (string list, error) result io [@@until "3.7.0"]
  val listdir : t -> string -> (string list, error) result Lwt.t [@@since "3.7.1"]
  val write : t -> string -> int -> page_aligned_buffer -> (unit, write_error) result io
  [@@until "3.7.0"]

  val write : t -> string -> int -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
end
[@@port "fs-removed"]

module To_KV_RO (FS : S) : sig
  type nonrec error = private [> Mirage_kv.error ]

  val pp_error : error Fmt.t

  type t = FS.t

  val disconnect : t -> unit Lwt.t

  type key = Mirage_kv.Key.t

  val exists : t -> key -> ([ `Dictionary | `Value ] option, error) result Lwt.t
  val get : t -> key -> (string, error) result Lwt.t
  val list : t -> key -> ((string * [ `Dictionary | `Value ]) list, error) result Lwt.t
  val last_modified : t -> key -> (int * int64, error) result Lwt.t
  val digest : t -> key -> (string, error) result Lwt.t
  val connect : FS.t -> t Lwt.t
end
[@@since "3.7.1"]
