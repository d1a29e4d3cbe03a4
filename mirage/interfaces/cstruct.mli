(** Buffers (cstruct 2.3.1). *)

[@@@complete]

type buffer = (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t

val sexp_of_buffer : buffer -> Sexplib.Sexp.t
val buffer_of_sexp : Sexplib.Sexp.t -> buffer

type t = private { buffer : buffer; off : int; len : int }

val sexp_of_t : t -> Sexplib.Sexp.t
val t_of_sexp : Sexplib.Sexp.t -> t

type byte = char

val byte : int -> byte

type uint8 = int
type uint16 = int
type uint32 = int32
type uint64 = int64

val of_bigarray : ?off:int -> ?len:int -> buffer -> t
val to_bigarray : t -> buffer
val create : int -> t
val create_unsafe : int -> t
val of_string : ?allocator:(int -> t) -> string -> t
val of_bytes : ?allocator:(int -> t) -> Bytes.t -> t
val equal : t -> t -> bool
val compare : t -> t -> int
val byte_to_int : byte -> int
val check_bounds : t -> int -> bool
val check_alignment : t -> int -> bool
val get_char : t -> int -> char
val get_uint8 : t -> int -> uint8
val set_char : t -> int -> char -> unit
val set_uint8 : t -> int -> uint8 -> unit
val sub : t -> int -> int -> t
val shift : t -> int -> t
val copy : t -> int -> int -> string
val blit : t -> int -> t -> int -> int -> unit
val blit_from_string : string -> int -> t -> int -> int -> unit
val blit_from_bytes : Bytes.t -> int -> t -> int -> int -> unit
val blit_to_bytes : t -> int -> Bytes.t -> int -> int -> unit
val blit_to_string : t -> int -> Bytes.t -> int -> int -> unit
val memset : t -> int -> unit
val len : t -> int
val set_len : t -> int -> t
val add_len : t -> int -> t
val split : ?start:int -> t -> int -> t * t
val to_string : t -> string
val hexdump : t -> unit
val hexdump_to_buffer : Buffer.t -> t -> unit
val hexdump_pp : Format.formatter -> t -> unit
val debug : t -> string

module BE : sig
  val get_uint16 : t -> int -> uint16
  val get_uint32 : t -> int -> uint32
  val get_uint64 : t -> int -> uint64
  val set_uint16 : t -> int -> uint16 -> unit
  val set_uint32 : t -> int -> uint32 -> unit
  val set_uint64 : t -> int -> uint64 -> unit
end

module LE : sig
  val get_uint16 : t -> int -> uint16
  val get_uint32 : t -> int -> uint32
  val get_uint64 : t -> int -> uint64
  val set_uint16 : t -> int -> uint16 -> unit
  val set_uint32 : t -> int -> uint32 -> unit
  val set_uint64 : t -> int -> uint64 -> unit
end

val lenv : t list -> int
val copyv : t list -> string
val fillv : src:t list -> dst:t -> int * t list

type 'a iter = unit -> 'a option

val iter : (t -> int option) -> (t -> 'a) -> t -> 'a iter
val fold : ('b -> 'a -> 'b) -> 'a iter -> 'b -> 'b
val append : t -> t -> t
val concat : t list -> t
