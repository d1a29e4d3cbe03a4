(** Key-value stores (mirage-kv 1.0.0 to 6.1.1). *)

[@@@since "3.0"]

[@@@complete]

module Key : sig
  type t

  val empty : t
  val v : string -> t
  val add : t -> string -> t
  val ( / ) : t -> string -> t
  val append : t -> t -> t
  val ( // ) : t -> t -> t
  val segments : t -> string list
  val basename : t -> string
  val parent : t -> t
  val compare : t -> t -> int
  val equal : t -> t -> bool
  val pp : t Fmt.t
  val to_string : t -> string
end
[@@since "3.5"]

type key = Key.t [@@since "3.5"]
type error = [ `Unknown_key of string ] [@@until "3.4"]

type error = [ `Dictionary_expected of key | `Not_found of key | `Value_expected of key ]
[@@since "3.5"]

val pp_error : error Fmt.t

module type RO = sig
  type error = private [> `Unknown_key of string ] [@@until "3.4"]
  type nonrec error = private [> error ] [@@since "3.5"]

  val pp_error : error Fmt.t

  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]

  type key = Key.t [@@since "3.5"]
  type value [@@since "3.5"] [@@until "3.7.0"]

  val exists : t -> key -> ([ `Dictionary | `Value ] option, error) result io
  [@@since "3.5"] [@@until "3.7.0"]

  val exists : t -> key -> ([ `Dictionary | `Value ] option, error) result Lwt.t [@@since "3.7.1"]
  val get : t -> key -> (value, error) result io [@@since "3.5"] [@@until "3.7.0"]
  val get : t -> key -> (string, error) result Lwt.t [@@since "3.7.1"]

  val get_partial : t -> key -> offset:int -> length:int -> (string, error) result Lwt.t
  [@@since "4.3"] [@@until "4.3.1"]

  val get_partial : t -> key -> offset:Optint.Int63.t -> length:int -> (string, error) result Lwt.t
  [@@since "4.3.2"]

  val list : t -> key -> ((string * [ `Dictionary | `Value ]) list, error) result io
  [@@port "kv-list"]
  [@@since "3.5"] [@@until "3.7.0"]

  val list : t -> key -> ((string * [ `Dictionary | `Value ]) list, error) result Lwt.t
  [@@port "kv-list"]
  [@@since "3.7.1"] [@@until "4.3.1"]

  val list : t -> key -> ((key * [ `Dictionary | `Value ]) list, error) result Lwt.t
  [@@since "4.3.2"]

  val last_modified : t -> key -> (int * int64, error) result io [@@port "kv-last-modified"] [@@since "3.5"] [@@until "3.7.0"]

  val last_modified : t -> key -> (int * int64, error) result Lwt.t
  [@@port "kv-last-modified"]
  [@@since "3.7.1"] [@@until "4.3.1"]

  val last_modified : t -> key -> (Ptime.t, error) result Lwt.t [@@since "4.3.2"]
  val digest : t -> key -> (string, error) result io [@@since "3.5"] [@@until "3.7.0"]
  val digest : t -> key -> (string, error) result Lwt.t [@@since "3.7.1"]
  val size : t -> key -> (int, error) result Lwt.t [@@port "kv-size"] [@@since "4.3"] [@@until "4.3.1"]
  val size : t -> key -> (Optint.Int63.t, error) result Lwt.t [@@since "4.3.2"]

  type page_aligned_buffer [@@until "3.4"]

  val read : t -> string -> int64 -> int64 -> (page_aligned_buffer list, error) result io
  [@@port "kv-ro-read"] [@@port "kv-read"]
  [@@until "3.4"]

  val mem : t -> string -> (bool, error) result io [@@port "kv-mem"] [@@until "3.4"]
  val size : t -> string -> (int64, error) result io [@@port "kv-ro-size"] [@@port "kv-size-string"] [@@port "kv-size"] [@@until "3.4"]
end

type write_error =
  [ `Dictionary_expected of key
  | `No_space
  | `Not_found of key
  | `Too_many_retries of int
  | `Value_expected of key ]
[@@since "3.5"] [@@until "4.3.1"]

type write_error =
  [ `Already_present of key
  | `Dictionary_expected of key
  | `No_space
  | `Not_found of key
  | `Rename_source_prefix of key * key
  | `Value_expected of key ]
[@@since "4.3.2"]

val pp_write_error : write_error Fmt.t [@@since "3.5"]

module type RW = sig
  include RO

  type nonrec write_error = private [> write_error ]

  val pp_write_error : write_error Fmt.t

  val allocate :
    t -> key -> ?last_modified:Ptime.t -> Optint.Int63.t -> (unit, write_error) result Lwt.t
  [@@since "4.3.2"]

  val set : t -> key -> value -> (unit, write_error) result io [@@until "3.7.0"]
  val set : t -> key -> string -> (unit, write_error) result Lwt.t [@@since "3.7.1"]

  val set_partial : t -> key -> offset:int -> string -> (unit, write_error) result Lwt.t
  [@@since "4.3"] [@@until "4.3.1"]

  val set_partial : t -> key -> offset:Optint.Int63.t -> string -> (unit, write_error) result Lwt.t
  [@@since "4.3.2"]

  val remove : t -> key -> (unit, write_error) result io [@@until "3.7.0"]
  val remove : t -> key -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
  val rename : t -> source:key -> dest:key -> (unit, write_error) result Lwt.t [@@since "4.3"]
  val batch : t -> ?retries:int -> (t -> 'a io) -> 'a io [@@port "kv-batch"] [@@until "3.7.0"]
  val batch : t -> ?retries:int -> (t -> 'a Lwt.t) -> 'a Lwt.t [@@port "kv-batch"] [@@since "3.7.1"] [@@until "4.3.1"]
end
[@@since "3.5"]
