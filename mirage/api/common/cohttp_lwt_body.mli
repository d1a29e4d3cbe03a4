(** Bodies of requests and responses. *)

type t

val empty : t
val of_string : string -> t
val of_string_list : string list -> t
val to_string : t -> string Lwt.t
