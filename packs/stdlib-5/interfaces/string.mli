(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/string.mli). *)

val create : int -> bytes [@@port "stdlib-bytes"] [@@port.to Bytes.create] [@@until "4.14"]
val set : bytes -> int -> char -> unit [@@port "stdlib-bytes"] [@@port "stdlib-assignment"] [@@port.to Bytes.set] [@@until "4.14"]
val fill : bytes -> int -> int -> char -> unit [@@port "stdlib-bytes"] [@@port.to Bytes.fill] [@@until "4.14"]
val unsafe_set : bytes -> int -> char -> unit [@@port "stdlib-bytes"] [@@port.to Bytes.unsafe_set] [@@until "4.14"]
val unsafe_fill : bytes -> int -> int -> char -> unit [@@port "stdlib-bytes"] [@@port.to Bytes.unsafe_fill] [@@until "4.14"]
val copy : string -> string [@@port "stdlib-string-copy"] [@@port.becomes (fun text -> text)] [@@until "4.14"]
val uppercase : string -> string [@@port "stdlib-ascii"] [@@port.to uppercase_ascii] [@@until "4.14"]
val lowercase : string -> string [@@port "stdlib-ascii"] [@@port.to lowercase_ascii] [@@until "4.14"]
val capitalize : string -> string [@@port "stdlib-ascii"] [@@port.to capitalize_ascii] [@@until "4.14"]
val uncapitalize : string -> string [@@port "stdlib-ascii"] [@@port.to uncapitalize_ascii] [@@until "4.14"]
