(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/lazy.mli). *)

val lazy_from_fun : (unit -> 'a) -> 'a t [@@port "stdlib-lazy"] [@@port.to from_fun] [@@until "4.14"]
val lazy_from_val : 'a -> 'a t [@@port "stdlib-lazy"] [@@port.to from_val] [@@until "4.14"]
val lazy_is_val : 'a t -> bool [@@port "stdlib-lazy"] [@@port.to is_val] [@@until "4.14"]
