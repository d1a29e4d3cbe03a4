(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/int32.mli). *)

val format : string -> int32 -> string [@@port "stdlib-integer-format"] [@@until "4.14"]
