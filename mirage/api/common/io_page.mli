(** Pages of memory for devices (io-page 1.6). *)

type t

val get : int -> t
val get_order : int -> t
val pages : int -> t list
val length : t -> int
val to_cstruct : t -> Cstruct.t
val to_string : t -> string
val get_buf : ?n:int -> unit -> Cstruct.t
val round_to_page_size : int -> int
