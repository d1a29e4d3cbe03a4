(** Strings without regular expressions (astring 0.8). *)

module String : sig
  val cut : ?rev:bool -> sep:string -> string -> (string * string) option
  val cuts : ?rev:bool -> ?empty:bool -> sep:string -> string -> string list
  val is_prefix : affix:string -> string -> bool
  val is_suffix : affix:string -> string -> bool
end
