(** Paths of files. The part of fpath 0.7 that configurations call. *)

type t

val v : string -> t
val ( / ) : t -> string -> t
val ( // ) : t -> t -> t
val to_string : t -> string
