(** Hardware addresses. *)

exception Parse_error of string * string

type t

val compare : t -> t -> int
val of_string_exn : ?sep:char -> string -> t
val of_string : ?sep:char -> string -> t option
val of_bytes_exn : string -> t
val of_bytes : string -> t option
val to_string : ?sep:char -> t -> string
val to_bytes : t -> string
val broadcast : t
