(** Mirage 3's signatures of KV_RO. *)

type error = [ `Unknown_key of string ]

val pp_error : error Fmt.t

module type RO = sig
  type error = private [> `Unknown_key of string ]
  type +'a io
  type t
  type page_aligned_buffer
  val disconnect : t -> unit io
  val read : t -> string -> int64 -> int64 -> (page_aligned_buffer list, error) result io
  val size : t -> string -> (int64, error) result io
  val pp_error : error Fmt.t
  val mem : t -> string -> (bool, error) result io
end
