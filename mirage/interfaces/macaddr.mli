(** Hardware addresses (ipaddr 2.7.2 to 5.3.1). *)

[@@@complete]

exception Parse_error of string * string

type t

val of_octets_exn : string -> t [@@since "3.4"]
val of_octets : string -> (t, [> `Msg of string ]) result
[@@port "ipaddr-of-string"] [@@since "3.4"]

val t_of_sexp : Sexplib.Sexp.t -> t [@@until "3.3"]
val sexp_of_t : t -> Sexplib.Sexp.t [@@until "3.3"]
val of_bytes_exn : string -> t [@@port "ipaddr-names"] [@@port.to of_octets_exn] [@@until "3.3"]
val of_bytes : string -> t option [@@port "ipaddr-of-bytes"] [@@port.to of_octets]
[@@until "3.3"]
val of_string_exn : string -> t
val of_string : string -> t option [@@port "ipaddr-of-string"] [@@until "3.3"]
val of_string : string -> (t, [> `Msg of string ]) result [@@since "3.4"]
val to_octets : t -> string [@@since "3.4"]
val to_bytes : t -> string [@@port "ipaddr-names"] [@@port.to to_octets] [@@until "3.3"]
val to_string : ?sep:char -> t -> string
val pp : Format.formatter -> t -> unit [@@since "3.4"]
val broadcast : t
val make_local : (int -> int) -> t
val get_oui : t -> int
val is_local : t -> bool
val is_unicast : t -> bool
val compare : t -> t -> int
