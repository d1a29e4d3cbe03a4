(** Kinds of files by their names (magic-mime 1.0). *)

val lookup : string -> string
val map_extension : string -> string
