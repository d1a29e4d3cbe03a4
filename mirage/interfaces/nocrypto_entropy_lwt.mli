(** Entropy for ciphers, with Lwt on Unix (nocrypto 0.5.4). *)

[@@@until "3.7.4"]

[@@@complete]

val initialize : unit -> unit Lwt.t

type t

val attach : period:int -> ?device:string -> Nocrypto.Rng.g -> t Lwt.t
val stop : t -> unit Lwt.t
