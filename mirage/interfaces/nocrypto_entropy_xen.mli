(** Entropy for ciphers on Xen (nocrypto 0.5.3). *)

[@@@until "2.9.1"]

[@@@port "nocrypto-entropy-xen"]

val initialize : unit -> unit Lwt.t
