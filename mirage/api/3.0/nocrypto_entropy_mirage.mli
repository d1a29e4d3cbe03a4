(** Entropy for ciphers in unikernels (nocrypto 0.5.4). *)

val initialize : unit -> unit Lwt.t
