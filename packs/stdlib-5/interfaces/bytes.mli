(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/bytes.mli). *)

val uppercase : bytes -> bytes [@@port "stdlib-ascii"] [@@port.to uppercase_ascii] [@@until "4.14"]
val lowercase : bytes -> bytes [@@port "stdlib-ascii"] [@@port.to lowercase_ascii] [@@until "4.14"]
val capitalize : bytes -> bytes [@@port "stdlib-ascii"] [@@port.to capitalize_ascii] [@@until "4.14"]
val uncapitalize : bytes -> bytes [@@port "stdlib-ascii"] [@@port.to uncapitalize_ascii] [@@until "4.14"]
val uppercase_ascii : bytes -> bytes [@@since "4.03"]
val lowercase_ascii : bytes -> bytes [@@since "4.03"]
val capitalize_ascii : bytes -> bytes [@@since "4.03"]
val uncapitalize_ascii : bytes -> bytes [@@since "4.03"]
