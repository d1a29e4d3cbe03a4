(** Hardware addresses (ipaddr 2.7.2). *)

[@@@complete]

exception Parse_error of string * string

type t

val t_of_sexp : Sexplib.Sexp.t -> t
val sexp_of_t : t -> Sexplib.Sexp.t
val of_bytes_exn : string -> t
val of_bytes : string -> t option
val of_string_exn : string -> t
val of_string : string -> t option
val to_bytes : t -> string
val to_string : ?sep:char -> t -> string
val broadcast : t
val make_local : (int -> int) -> t
val get_oui : t -> int
val is_local : t -> bool
val is_unicast : t -> bool
val compare : t -> t -> int
