(** Parameters of the command line: `argv` is on all targets, the rest is Xen's
    (mirage-bootvar-unix 0.1.0, mirage-bootvar-xen 0.4.0). *)

type t

exception Parameter_not_found of string

val create : unit -> t Lwt.t
val get : t -> string -> string option
val get_exn : t -> string -> string
val parameters : t -> (string * string) list
val argv : unit -> string array Lwt.t
