(** Kinds of files by their names (magic-mime 1.0). *)

val lookup : string -> string [@@until "3.4"]
val lookup : ?default:string -> string -> string [@@since "3.5"]
val map_extension : string -> string
