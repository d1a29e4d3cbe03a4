(** Boxes that hold one value or none (lwt 2.7.0). *)

[@@@complete]

type 'a t

val create : 'a -> 'a t
val create_empty : unit -> 'a t
val put : 'a t -> 'a -> unit Lwt.t
val take : 'a t -> 'a Lwt.t
