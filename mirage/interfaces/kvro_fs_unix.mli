(** Folders of the machine as key-value stores (mirage-fs-unix 1.3.0). *)

(** Until 2.9.1: Folders of the machine as key-value stores (mirage-fs-unix 1.2). *)

include V1_LWT.KV_RO [@@until "2.9.1"]

[@@@complete "3.0"]

type error = private [> `Unknown_key of string ] [@@since "3.0"]

val pp_error : error Fmt.t [@@since "3.0"]

type 'a io = 'a Lwt.t [@@since "3.0"]
type t [@@since "3.0"]

val disconnect : t -> unit io [@@since "3.0"]

type page_aligned_buffer = Cstruct.t [@@since "3.0"]

val read : t -> string -> int64 -> int64 -> (page_aligned_buffer list, error) result io
[@@since "3.0"]
val mem : t -> string -> (bool, error) result io [@@since "3.0"]
val size : t -> string -> (int64, error) result io [@@since "3.0"]

val connect : string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
[@@until "2.9.1"]
val connect : string -> t Lwt.t [@@since "3.0"]
