(** Locks (lwt 2.7.0 to 5.6.1). *)

[@@@complete]

type t

val create : unit -> t
val lock : t -> unit Lwt.t
val unlock : t -> unit
val is_locked : t -> bool
val is_empty : t -> bool
val with_lock : t -> (unit -> 'a Lwt.t) -> 'a Lwt.t
