(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/gc.mli). *)

val get_credit : unit -> int [@@port "stdlib-gc"] [@@until "4.14"]
val get_bucket : int -> int [@@port "stdlib-gc"] [@@until "4.14"]
val huge_fallback_count : unit -> int [@@port "stdlib-gc"] [@@until "4.14"]
