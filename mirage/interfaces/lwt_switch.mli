(** Switches that turn resources off (lwt 2.7.0 to 5.6.1). *)

[@@@complete]

type t

val create : unit -> t
val with_switch : (t -> 'a Lwt.t) -> 'a Lwt.t
val is_on : t -> bool
val turn_off : t -> unit Lwt.t

exception Off

val check : t option -> unit
val add_hook : t option -> (unit -> unit Lwt.t) -> unit
val add_hook_or_exec : t option -> (unit -> unit Lwt.t) -> unit Lwt.t
