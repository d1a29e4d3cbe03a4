(** Key-value stores, with Lwt (mirage-kv 1.0.0 to 2.0.0). *)

[@@@since "3.0"]

[@@@until "3.10.6"]

[@@@complete]

module type RO = sig
  type error = private [> `Unknown_key of string ] [@@until "3.4"]
  type nonrec error = private [> Mirage_kv.error ] [@@since "3.5"]

  val pp_error : error Fmt.t

  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

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
  [@@port "kv-read"]
  [@@until "3.4"]

  val mem : t -> string -> (bool, error) result io [@@port "kv-mem"] [@@until "3.4"]
  val size : t -> string -> (int64, error) result io [@@port "kv-size-string"] [@@port "kv-size"] [@@until "3.4"]
end
[@@until "3.7.0"]

module type RO = Mirage_kv.RO [@@port "module-type-name"] [@@since "3.7.1"]

module type RW = sig
  include RO

  type nonrec write_error = private [> Mirage_kv.write_error ]

  val pp_write_error : write_error Fmt.t
  val set : t -> key -> value -> (unit, write_error) result io
  val remove : t -> key -> (unit, write_error) result io
  val batch : t -> ?retries:int -> (t -> 'a io) -> 'a io
end
[@@since "3.5"] [@@until "3.7.0"]

module type RW = Mirage_kv.RW [@@port "module-type-name"] [@@since "3.7.1"]
