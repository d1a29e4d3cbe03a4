(** Buffers (cstruct 2.3.1 to 6.1.1). *)

[@@@complete]

type buffer = (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t

val sexp_of_buffer : buffer -> Sexplib.Sexp.t [@@until "4.0"]
val buffer_of_sexp : Sexplib.Sexp.t -> buffer [@@until "4.0"]

type t = private { buffer : buffer; off : int; len : int }

val sexp_of_t : t -> Sexplib.Sexp.t [@@until "4.0"]
val t_of_sexp : Sexplib.Sexp.t -> t [@@until "4.0"]

type byte = char

val byte : int -> byte

type uint8 = int
type uint16 = int
type uint32 = int32
type uint64 = int64

val empty : t [@@since "4.1"]

val of_bigarray : ?off:int -> ?len:int -> buffer -> t
val to_bigarray : t -> buffer
val create : int -> t
val create_unsafe : int -> t
val of_string : ?allocator:(int -> t) -> string -> t [@@until "4.0"]
val of_string : ?allocator:(int -> t) -> ?off:int -> ?len:int -> string -> t [@@since "4.1"]
val of_bytes : ?allocator:(int -> t) -> Bytes.t -> t [@@until "4.0"]
val of_bytes : ?allocator:(int -> t) -> ?off:int -> ?len:int -> bytes -> t [@@since "4.1"]
val of_hex : ?off:int -> ?len:int -> string -> t [@@since "4.1"]
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
val copy : t -> int -> int -> string [@@port "cstruct-copy"] [@@until "4.3"]
val copy : t -> int -> int -> string [@@since "4.4"]
val blit : t -> int -> t -> int -> int -> unit
val blit_from_string : string -> int -> t -> int -> int -> unit
val blit_from_bytes : Bytes.t -> int -> t -> int -> int -> unit [@@until "4.0"]
val blit_from_bytes : bytes -> int -> t -> int -> int -> unit [@@since "4.1"]
val blit_to_bytes : t -> int -> Bytes.t -> int -> int -> unit [@@until "4.0"]
val blit_to_bytes : t -> int -> bytes -> int -> int -> unit [@@since "4.1"]
val blit_to_string : t -> int -> Bytes.t -> int -> int -> unit [@@until "4.0"]
val memset : t -> int -> unit
val len : t -> int [@@port "cstruct-len"] [@@until "4.0"]
val set_len : t -> int -> t [@@port "cstruct-set-len"] [@@until "4.0"]
val add_len : t -> int -> t [@@port "cstruct-add-len"] [@@until "4.0"]
val split : ?start:int -> t -> int -> t * t
val to_string : t -> string [@@until "4.0"]
val to_string : ?off:int -> ?len:int -> t -> string [@@since "4.1"]
val to_bytes : ?off:int -> ?len:int -> t -> bytes [@@since "4.1"]
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

module HE : sig
  val get_uint16 : t -> int -> uint16
  val get_uint32 : t -> int -> uint32
  val get_uint64 : t -> int -> uint64
  val set_uint16 : t -> int -> uint16 -> unit
  val set_uint32 : t -> int -> uint32 -> unit
  val set_uint64 : t -> int -> uint64 -> unit
end
[@@since "4.1"]

val lenv : t list -> int
val copyv : t list -> string
val fillv : src:t list -> dst:t -> int * t list
val shiftv : t list -> int -> t list [@@since "4.1"]

type 'a iter = unit -> 'a option

val iter : (t -> int option) -> (t -> 'a) -> t -> 'a iter
val fold : ('b -> 'a -> 'b) -> 'a iter -> 'b -> 'b
val append : t -> t -> t
val concat : t list -> t
val rev : t -> t [@@since "4.1"]
val get : t -> int -> char [@@since "4.1"]
val get_byte : t -> int -> int [@@since "4.1"]
val string : ?off:int -> ?len:int -> string -> t [@@since "4.1"]
val buffer : ?off:int -> ?len:int -> buffer -> t [@@since "4.1"]
val start_pos : t -> int [@@since "4.1"]
val stop_pos : t -> int [@@since "4.1"]
val length : t -> int [@@since "4.1"]
val head : ?rev:bool -> t -> char option [@@since "4.1"]
val tail : ?rev:bool -> t -> t [@@since "4.1"]
val is_empty : t -> bool [@@since "4.1"]
val is_prefix : affix:t -> t -> bool [@@since "4.1"]
val is_suffix : affix:t -> t -> bool [@@since "4.1"]
val is_infix : affix:t -> t -> bool [@@since "4.1"]
val for_all : (char -> bool) -> t -> bool [@@since "4.1"]
val exists : (char -> bool) -> t -> bool [@@since "4.1"]
val start : t -> t [@@since "4.1"]
val stop : t -> t [@@since "4.1"]
val trim : ?drop:(char -> bool) -> t -> t [@@since "4.1"]
val span : ?rev:bool -> ?min:int -> ?max:int -> ?sat:(char -> bool) -> t -> t * t [@@since "4.1"]
val take : ?rev:bool -> ?min:int -> ?max:int -> ?sat:(char -> bool) -> t -> t [@@since "4.1"]
val drop : ?rev:bool -> ?min:int -> ?max:int -> ?sat:(char -> bool) -> t -> t [@@since "4.1"]
val cut : ?rev:bool -> sep:t -> t -> (t * t) option [@@since "4.1"]
val cuts : ?rev:bool -> ?empty:bool -> sep:t -> t -> t list [@@since "4.1"]
val fields : ?empty:bool -> ?is_sep:(char -> bool) -> t -> t list [@@since "4.1"]
val find : ?rev:bool -> (char -> bool) -> t -> t option [@@since "4.1"]
val find_sub : ?rev:bool -> sub:t -> t -> t option [@@since "4.1"]
val filter : (char -> bool) -> t -> t [@@since "4.1"]
val filter_map : (char -> char option) -> t -> t [@@since "4.1"]
val map : (char -> char) -> t -> t [@@since "4.1"]
val mapi : (int -> char -> char) -> t -> t [@@since "4.1"]
val sum_lengths : caller:string -> t list -> int [@@since "4.1"]
