(** Entropy for ciphers in unikernels (nocrypto 0.5.4). *)

[@@@since "3.0"]

[@@@until "3.7.4"]

[@@@complete]

val initialize : unit -> unit Lwt.t
val sources : unit -> Entropy.source list option
val attach : Entropy.t -> Nocrypto.Rng.g -> Entropy.token Lwt.t
