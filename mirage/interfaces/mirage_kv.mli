(** Key-value stores (mirage-kv 1.0.0 and 2.0.0). *)

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

type error = [ `Not_found of key | `Dictionary_expected of key | `Value_expected of key ]
[@@since "3.5"]

val pp_error : error Fmt.t

module type RO = sig
  type error = private [> `Unknown_key of string ] [@@until "3.4"]
  type nonrec error = private [> error ] [@@since "3.5"]

  val pp_error : error Fmt.t

  type +'a io
  type t

  val disconnect : t -> unit io

  type page_aligned_buffer [@@until "3.4"]
  type key = Key.t [@@since "3.5"]
  type value [@@since "3.5"]

  val read : t -> string -> int64 -> int64 -> (page_aligned_buffer list, error) result io
  [@@until "3.4"]

  val mem : t -> string -> (bool, error) result io [@@until "3.4"]
  val size : t -> string -> (int64, error) result io [@@until "3.4"]
  val exists : t -> key -> ([ `Value | `Dictionary ] option, error) result io [@@since "3.5"]
  val get : t -> key -> (value, error) result io [@@since "3.5"]

  val list : t -> key -> ((string * [ `Value | `Dictionary ]) list, error) result io
  [@@since "3.5"]

  val last_modified : t -> key -> (int * int64, error) result io [@@since "3.5"]
  val digest : t -> key -> (string, error) result io [@@since "3.5"]
end

type write_error =
  [ `Not_found of key
  | `Dictionary_expected of key
  | `Value_expected of key
  | `No_space
  | `Too_many_retries of int ]
[@@since "3.5"]

val pp_write_error : write_error Fmt.t [@@since "3.5"]

module type RW = sig
  include RO

  type nonrec write_error = private [> write_error ]

  val pp_write_error : write_error Fmt.t
  val set : t -> key -> value -> (unit, write_error) result io
  val remove : t -> key -> (unit, write_error) result io
  val batch : t -> ?retries:int -> (t -> 'a io) -> 'a io
end
[@@since "3.5"]
