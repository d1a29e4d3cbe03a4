(** Folders of the machine as key-value stores (mirage-fs-unix 1.3.0). *)

[@@@complete]

type error = private [> `Unknown_key of string ]

val pp_error : error Fmt.t

type 'a io = 'a Lwt.t
type t

val disconnect : t -> unit io

type page_aligned_buffer = Cstruct.t

val read : t -> string -> int64 -> int64 -> (page_aligned_buffer list, error) result io
val mem : t -> string -> (bool, error) result io
val size : t -> string -> (int64, error) result io
val connect : string -> t Lwt.t
