(** Bodies of requests and responses. *)

type t =
  [ `Empty | `String of string | `Strings of string list | `Stream of string Lwt_stream.t ]

val empty : t
val of_string : string -> t
val of_string_list : string list -> t
val to_string : t -> string Lwt.t
val to_stream : t -> string Lwt_stream.t
val of_stream : string Lwt_stream.t -> t
val to_string_list : t -> string list Lwt.t
