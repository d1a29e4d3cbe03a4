(** More functions on strings (stringext 1.4). *)

val string_after : string -> int -> string
val quote : string -> string
val split : ?max:int -> string -> on:char -> string list
val full_split : string -> on:char -> string list
val trim_left : string -> string
val split_trim_left : string -> on:string -> trim:string -> string list
val of_char : char -> string
val of_list : char list -> string
val to_list : string -> char list
val to_array : string -> char array
val of_array : char array -> string
val find_from : ?start:int -> string -> pattern:string -> int option
val replace_all : string -> pattern:string -> with_:string -> string
val replace_all_assoc : string -> (string * string) list -> string
val cut : string -> on:string -> (string * string) option
val rcut : string -> on:string -> (string * string) option
val chop_prefix : string -> prefix:string -> string option
val drop : string -> int -> string
val take : string -> int -> string
val trim_left_sub : string -> pos:int -> len:int -> chars:string -> string
