(** Locks. *)

type t

val create : unit -> t
val lock : t -> unit Lwt.t
val unlock : t -> unit
val with_lock : t -> (unit -> 'a Lwt.t) -> 'a Lwt.t
