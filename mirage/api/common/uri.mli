(** Addresses of resources. *)

type t

val of_string : string -> t
val to_string : t -> string
val path : t -> string
val host : t -> string option
val port : t -> int option
val scheme : t -> string option
val query : t -> (string * string list) list
val get_query_param : t -> string -> string option
val with_path : t -> string -> t
