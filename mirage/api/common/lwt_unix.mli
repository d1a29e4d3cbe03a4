(** Files and delays of Unix, as far as unikernels call them there (lwt 2.5). *)

type file_descr

val openfile : string -> Unix.open_flag list -> Unix.file_perm -> file_descr Lwt.t
val read : file_descr -> bytes -> int -> int -> int Lwt.t
val write : file_descr -> bytes -> int -> int -> int Lwt.t
val close : file_descr -> unit Lwt.t
val mkdir : string -> Unix.file_perm -> unit Lwt.t
val sleep : float -> unit Lwt.t
