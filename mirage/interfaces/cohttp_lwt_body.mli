(** Bodies of requests and responses (cohttp 0.21.1). *)

[@@@until "3.4"]

[@@@port "cohttp-lwt-body"]

[@@@complete]

type t = [ `Empty | `String of string | `Strings of string list | `Stream of string Lwt_stream.t ]

val sexp_of_t : t -> Sexplib.Sexp.t
val t_of_sexp : Sexplib.Sexp.t -> t
val empty : t
val of_string : string -> t
val of_string_list : string list -> t
val map : (string -> string) -> t -> t
val transfer_encoding : t -> Cohttp.Transfer.encoding
val is_empty : t -> bool Lwt.t
val to_string : t -> string Lwt.t
val to_string_list : t -> string list Lwt.t
val to_stream : t -> string Lwt_stream.t
val of_stream : string Lwt_stream.t -> t
val create_stream : ('a -> Cohttp.Transfer.chunk Lwt.t) -> 'a -> string Lwt_stream.t
val length : t -> (int64 * t) Lwt.t
val write_body : (string -> unit Lwt.t) -> t -> unit Lwt.t
val drain_body : t -> unit Lwt.t
