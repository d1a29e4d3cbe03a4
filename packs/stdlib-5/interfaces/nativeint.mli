(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/nativeint.mli). *)

val format : string -> nativeint -> string [@@port "stdlib-integer-format"] [@@until "4.14"]
