(** Archives as key-value stores (tar-format 0.7.0). *)

[@@@since "3.0"]

module Make_KV_RO (BLOCK : Mirage_block_lwt.S) : sig
  type error = private [> `Unknown_key of string ]

  val pp_error : error Fmt.t

  type 'a io = 'a Lwt.t
  type t

  val disconnect : t -> unit io

  type page_aligned_buffer = Cstruct.t

  val read : t -> string -> int64 -> int64 -> (page_aligned_buffer list, error) result io
  val mem : t -> string -> (bool, error) result io
  val size : t -> string -> (int64, error) result io
  val connect : BLOCK.t -> t Lwt.t
end
