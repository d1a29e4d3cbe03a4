(** Pages of memory for devices (io-page 1.6.1). *)

[@@@complete]

type buf = Cstruct.t
type t = private (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t

val page_size : int
val get : int -> t
val get_buf : ?n:int -> unit -> buf [@@port "io-page-buffers"]
val get_order : int -> t
val pages : int -> t list
val pages_order : int -> t list
val length : t -> int
val to_cstruct : t -> buf

exception Buffer_is_not_page_aligned
exception Buffer_not_multiple_of_page_size

val of_cstruct_exn : buf -> t
val to_string : t -> string
val to_pages : t -> t list
val string_blit : string -> int -> t -> int -> int -> unit
val blit : t -> t -> unit
val round_to_page_size : int -> int
