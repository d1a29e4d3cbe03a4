(** Entropy for ciphers on Xen (nocrypto 0.5.3). *)

[@@@port "nocrypto-entropy-xen"]

val initialize : unit -> unit Lwt.t
