(** Pages of memory for devices (io-page 1.6). *)

type t = (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t

exception Buffer_is_not_page_aligned
exception Buffer_not_multiple_of_page_size

val page_size : int

val get : int -> t
val get_order : int -> t
val pages : int -> t list
val length : t -> int
val to_cstruct : t -> Cstruct.t
val to_string : t -> string
val get_buf : ?n:int -> unit -> Cstruct.t
val round_to_page_size : int -> int
val to_pages : t -> t list
val string_blit : string -> int -> t -> int -> int -> unit
val blit : t -> t -> unit
