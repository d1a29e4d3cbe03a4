(** What OCaml 5.0.0 removed of otherlibs/systhreads/thread.mli (4.14.2). *)

type t

val kill : t -> unit [@@port "stdlib-thread-kill"] [@@until "4.14"]
val wait_read : Unix.file_descr -> unit [@@port "stdlib-thread-wait"] [@@port.becomes (fun _descriptor -> ())] [@@until "4.14"]
val wait_write : Unix.file_descr -> unit [@@port "stdlib-thread-wait"] [@@port.becomes (fun _descriptor -> ())] [@@until "4.14"]
