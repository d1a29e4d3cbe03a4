(** Block devices compared, copied and filled (mirage-block-combinators 2.0.1 to 3.0.2). *)

[@@@since "3.7.1"]

module type SEEKABLE = sig
  include Mirage_block.S

  val seek_unmapped : t -> int64 -> (int64, error) result Lwt.t
  val seek_mapped : t -> int64 -> (int64, error) result Lwt.t
end

module type RESIZABLE = sig
  include Mirage_block.S

  val resize : t -> int64 -> (unit, write_error) result Lwt.t
end

module Compare (A : Mirage_block.S) (B : Mirage_block.S) : sig
  type error = [ `A of A.error | `B of B.error ]

  val pp_error : error Fmt.t
  val v : A.t -> B.t -> (int, error) result Lwt.t
end

module Fold (A : Mirage_block.S) : sig
  val s : f:('a -> int64 -> Cstruct.t -> 'a Lwt.t) -> 'a -> A.t -> ('a, A.error) result Lwt.t
end

module Fast_fold (A : SEEKABLE) : sig
  val mapped_s : f:('a -> int64 -> Cstruct.t -> 'a Lwt.t) -> 'a -> A.t -> ('a, A.error) result Lwt.t
  val unmapped_s : f:('a -> int64 -> int64 -> 'a Lwt.t) -> 'a -> A.t -> ('a, A.error) result Lwt.t
end

module Copy (A : Mirage_block.S) (B : Mirage_block.S) : sig
  type error = private [> `Different_sizes | `Is_read_only ]

  val pp_error : error Fmt.t
  val v : src:A.t -> dst:B.t -> (unit, error) result Lwt.t
end

module Sparse_copy (A : SEEKABLE) (B : Mirage_block.S) : sig
  type error = private [> `Different_sizes | `Is_read_only ]

  val pp_error : error Fmt.t
  val v : src:A.t -> dst:B.t -> (unit, error) result Lwt.t
end

module Fill (A : Mirage_block.S) : sig
  val random : A.t -> (unit, A.write_error) result Lwt.t
end
