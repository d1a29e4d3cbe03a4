(** Key-value stores (mirage-kv 1.0.0). *)

[@@@since "3.0"]

[@@@complete]

type error = [ `Unknown_key of string ]

val pp_error : error Fmt.t

module type RO = sig
  type error = private [> `Unknown_key of string ]

  val pp_error : error Fmt.t

  type +'a io
  type t

  val disconnect : t -> unit io

  type page_aligned_buffer

  val read : t -> string -> int64 -> int64 -> (page_aligned_buffer list, error) result io
  val mem : t -> string -> (bool, error) result io
  val size : t -> string -> (int64, error) result io
end
