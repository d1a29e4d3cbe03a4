(** Mirage 3's signatures of KV_RO. *)

module type RO = sig
  type error = private [> `Unknown_key of string ]
  type 'a io = 'a Lwt.t
  type t
  type page_aligned_buffer = Cstruct.t
  val disconnect : t -> unit io
  val read : t -> string -> int64 -> int64 -> (page_aligned_buffer list, error) result io
  val size : t -> string -> (int64, error) result io
  val pp_error : error Fmt.t
  val mem : t -> string -> (bool, error) result io
end
