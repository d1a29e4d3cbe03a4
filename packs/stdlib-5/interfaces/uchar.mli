(** What became of it between OCaml 4.04 and 5.0.0 (stdlib/uchar.mli). *)

val dump : Format.formatter -> t -> unit [@@port "stdlib-uchar-dump"] [@@port.becomes (fun formatter character -> Format.fprintf formatter "U+%04X" (Rel.to_int character))] [@@until "4.04"]
