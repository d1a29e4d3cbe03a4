(** Block devices, with Lwt (mirage-block 1.0.0 to 1.2.0). *)

[@@@since "3.0"]

[@@@until "3.10.6"]

[@@@complete]

module type S = sig
  type page_aligned_buffer = Cstruct.t
  type error = private [> Mirage_device.error ]

  val pp_error : error Fmt.t

  type write_error = private [> `Disconnected | `Is_read_only | `Unimplemented ]

  val pp_write_error : write_error Fmt.t

  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io
  val get_info : t -> Mirage_block.info io
  val read : t -> int64 -> page_aligned_buffer list -> (unit, error) result io
  val write : t -> int64 -> page_aligned_buffer list -> (unit, write_error) result io
end
[@@until "3.7.0"]

module type S = Mirage_block.S [@@port "module-type-name"] [@@since "3.7.1"]

module type SEEKABLE = sig
  type page_aligned_buffer = Cstruct.t
  type error = private [> Mirage_device.error ]

  val pp_error : error Fmt.t

  type write_error = private [> `Disconnected | `Is_read_only | `Unimplemented ]

  val pp_write_error : write_error Fmt.t

  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io
  val get_info : t -> Mirage_block.info io
  val read : t -> int64 -> page_aligned_buffer list -> (unit, error) result io
  val write : t -> int64 -> page_aligned_buffer list -> (unit, write_error) result io
  val seek_unmapped : t -> int64 -> (int64, error) result io
  val seek_mapped : t -> int64 -> (int64, error) result io
end
[@@until "3.7.0"]

module type RESIZABLE = sig
  type page_aligned_buffer = Cstruct.t
  type error = private [> Mirage_device.error ]

  val pp_error : error Fmt.t

  type write_error = private [> `Disconnected | `Is_read_only | `Unimplemented ]

  val pp_write_error : write_error Fmt.t

  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io
  val get_info : t -> Mirage_block.info io
  val read : t -> int64 -> page_aligned_buffer list -> (unit, error) result io
  val write : t -> int64 -> page_aligned_buffer list -> (unit, write_error) result io
  val resize : t -> int64 -> (unit, error) result io [@@until "3.4"]
  val resize : t -> int64 -> (unit, write_error) result io [@@since "3.5"]
end
[@@until "3.7.0"]

module Compare (A : S) (B : S) : sig
  type error = [ `A of A.error | `B of B.error ]

  val pp_error : error Fmt.t
  val v : A.t -> B.t -> (int, error) result Lwt.t
end
[@@port "block-combinators"]
[@@port.to Mirage_block_combinators.Compare]
[@@until "3.7.0"]

module Fold (A : S) : sig
  val s : f:('a -> int64 -> Cstruct.t -> 'a Lwt.t) -> 'a -> A.t -> ('a, A.error) result Lwt.t
end
[@@port "block-combinators"]
[@@port.to Mirage_block_combinators.Fold]
[@@until "3.7.0"]

module Fast_fold (A : SEEKABLE) : sig
  val mapped_s : f:('a -> int64 -> Cstruct.t -> 'a Lwt.t) -> 'a -> A.t -> ('a, A.error) result Lwt.t
  val unmapped_s : f:('a -> int64 -> int64 -> 'a Lwt.t) -> 'a -> A.t -> ('a, A.error) result Lwt.t
end
[@@port "block-combinators"]
[@@port.to Mirage_block_combinators.Fast_fold]
[@@until "3.7.0"]

module Copy (A : S) (B : S) : sig
  type error = private [> `Different_sizes | `Is_read_only ]

  val pp_error : error Fmt.t
  val v : src:A.t -> dst:B.t -> (unit, error) result Lwt.t
end
[@@port "block-combinators"]
[@@port.to Mirage_block_combinators.Copy]
[@@until "3.7.0"]

module Sparse_copy (A : SEEKABLE) (B : S) : sig
  type error = private [> `Different_sizes | `Is_read_only ]

  val pp_error : error Fmt.t
  val v : src:A.t -> dst:B.t -> (unit, error) result Lwt.t
end
[@@port "block-combinators"]
[@@port.to Mirage_block_combinators.Sparse_copy]
[@@until "3.7.0"]

module Fill (A : S) : sig
  val random : A.t -> (unit, A.write_error) result Lwt.t
end
[@@port "block-combinators"]
[@@port.to Mirage_block_combinators.Fill]
[@@until "3.7.0"]

module Make_safe (B : S) : sig
  type error = private [> `Disconnected | `Unimplemented | `Unsafe of string ]
  type write_error = private [> `Disconnected | `Is_read_only | `Unimplemented | `Unsafe of string ]
  type page_aligned_buffer = Cstruct.t

  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t

  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t = B.t

  val disconnect : t -> unit io
  val get_info : t -> Mirage_block.info io
  val read : t -> int64 -> page_aligned_buffer list -> (unit, error) result io
  val write : t -> int64 -> page_aligned_buffer list -> (unit, write_error) result io
  val unsafe_read : t -> int64 -> page_aligned_buffer list -> (unit, B.error) result Lwt.t
  val unsafe_write : t -> int64 -> page_aligned_buffer list -> (unit, B.write_error) result Lwt.t
end
[@@until "3.7.0"]

module Mem : sig
  type page_aligned_buffer = Cstruct.t
  type error = private [> Mirage_device.error ]

  val pp_error : error Fmt.t

  type write_error = private [> `Disconnected | `Is_read_only | `Unimplemented ]

  val pp_write_error : write_error Fmt.t

  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t

  val disconnect : t -> unit io
  val get_info : t -> Mirage_block.info io
  val read : t -> int64 -> page_aligned_buffer list -> (unit, error) result io
  val write : t -> int64 -> page_aligned_buffer list -> (unit, write_error) result io
  val connect : string -> t Lwt.t
end
[@@until "3.7.0"]
