(** Buffers. The part of cstruct 2.3 that unikernels call. *)

type t
type 'a iter = unit -> 'a option

val create : int -> t
val of_string : ?allocator:(int -> t) -> string -> t
val to_string : t -> string
val len : t -> int
val sub : t -> int -> int -> t
val shift : t -> int -> t
val set_len : t -> int -> t
val append : t -> t -> t
val concat : t list -> t
val copy : t -> int -> int -> string
val copyv : t list -> string
val lenv : t list -> int
val blit : t -> int -> t -> int -> int -> unit
val blit_from_string : string -> int -> t -> int -> int -> unit
val memset : t -> int -> unit
val equal : t -> t -> bool
val compare : t -> t -> int
val split : ?start:int -> t -> int -> t * t
val get_char : t -> int -> char
val set_char : t -> int -> char -> unit
val get_uint8 : t -> int -> int
val set_uint8 : t -> int -> int -> unit
val hexdump : t -> unit
val hexdump_to_buffer : Buffer.t -> t -> unit
val hexdump_pp : Format.formatter -> t -> unit
val blit_to_string : t -> int -> bytes -> int -> int -> unit
val blit_to_bytes : t -> int -> bytes -> int -> int -> unit
val fillv : src:t list -> dst:t -> int * t list
val add_len : t -> int -> t
val iter : (t -> int option) -> (t -> 'a) -> t -> 'a iter
val fold : ('b -> 'a -> 'b) -> 'a iter -> 'b -> 'b

module BE : sig
  val get_uint16 : t -> int -> int
  val get_uint32 : t -> int -> int32
  val get_uint64 : t -> int -> int64
  val set_uint16 : t -> int -> int -> unit
  val set_uint32 : t -> int -> int32 -> unit
  val set_uint64 : t -> int -> int64 -> unit
end

module LE : sig
  val get_uint16 : t -> int -> int
  val get_uint32 : t -> int -> int32
  val get_uint64 : t -> int -> int64
  val set_uint16 : t -> int -> int -> unit
  val set_uint32 : t -> int -> int32 -> unit
  val set_uint64 : t -> int -> int64 -> unit
end
val to_bigarray : t -> (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t
val of_bigarray : ?off:int -> ?len:int -> (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t -> t
