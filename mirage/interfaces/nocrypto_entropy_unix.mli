(** Entropy for ciphers on Unix (nocrypto 0.5.4). *)

[@@@until "3.7.4"]

[@@@complete]

val initialize : unit -> unit
val sys_rng : string
val reseed : ?bytes:int -> ?device:string -> Nocrypto.Rng.g -> unit
