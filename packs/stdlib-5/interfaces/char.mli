(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/char.mli). *)

val uppercase : char -> char [@@port "stdlib-ascii"] [@@port.to uppercase_ascii] [@@until "4.14"]
val lowercase : char -> char [@@port "stdlib-ascii"] [@@port.to lowercase_ascii] [@@until "4.14"]
val uppercase_ascii : char -> char [@@since "4.03"]
val lowercase_ascii : char -> char [@@since "4.03"]
