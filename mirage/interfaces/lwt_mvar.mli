(** Boxes that hold one value or none (lwt 2.7.0 to 5.6.1). *)

[@@@complete]

type 'a t

val create : 'a -> 'a t
val create_empty : unit -> 'a t
val put : 'a t -> 'a -> unit Lwt.t
val take : 'a t -> 'a Lwt.t
val take_available : 'a t -> 'a option [@@since "3.7"]
val is_empty : 'a t -> bool [@@since "3.7"]
