(** Mirage 3's signatures of BLOCK. *)

module type S = sig
  type page_aligned_buffer = Cstruct.t
  type error = private [> Mirage_device.error ]
  type 'a io = 'a Lwt.t
  type t
  type write_error = private [> `Disconnected | `Is_read_only | `Unimplemented ]
  val disconnect : t -> unit io
  val get_info : t -> Mirage_block.info io
  val read : t -> int64 -> page_aligned_buffer list -> (unit, error) result io
  val write : t -> int64 -> page_aligned_buffer list -> (unit, write_error) result io
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
end

module Mem : sig
  include S

  val connect : string -> t Lwt.t
end
