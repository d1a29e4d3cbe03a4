(** Parameters of the command line: `argv` is on all targets, the rest is Xen's
    (mirage-bootvar-unix 0.1.0, mirage-bootvar-xen 0.4.0). *)

(** Until 2.9.1: Parameters of Xen's command line (mirage-bootvar-xen 0.3.2). *)

type t

exception Parameter_not_found of string

val create : unit -> [ `Ok of t | `Error of string ] Lwt.t
[@@port "connect-result"]
[@@until "2.9.1"]
val create : unit -> t Lwt.t [@@since "3.0"]
val get : t -> string -> string option
val get_exn : t -> string -> string
val parameters : t -> (string * string) list
val argv : unit -> [ `Ok of string array | `Error of string ] Lwt.t
[@@port "connect-result"]
[@@until "2.9.1"]
val argv : unit -> string array Lwt.t [@@since "3.0"]
