(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/array.mli). *)

val create : int -> 'a -> 'a array [@@port "stdlib-array"] [@@port.to make] [@@until "4.14"]
val create_matrix : int -> int -> 'a -> 'a array array [@@port "stdlib-array"] [@@port.to make_matrix] [@@until "4.14"]
val make_float : int -> float array [@@port "stdlib-array"] [@@port.to create_float] [@@until "4.14"]
val create_float : int -> float array [@@since "4.03"]
