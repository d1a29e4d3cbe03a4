(** Parameters of Xen's command line (mirage-bootvar-xen 0.3.2). *)

type t

exception Parameter_not_found of string

val create : unit -> [ `Ok of t | `Error of string ] Lwt.t
[@@port "connect-result"]
val get : t -> string -> string option
val get_exn : t -> string -> string
val parameters : t -> (string * string) list
val argv : unit -> [ `Ok of string array | `Error of string ] Lwt.t
[@@port "connect-result"]
