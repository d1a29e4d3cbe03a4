(** Conditions to wait for (lwt 2.7.0 to 5.6.1). *)

[@@@complete]

type 'a t

val create : unit -> 'a t
val wait : ?mutex:Lwt_mutex.t -> 'a t -> 'a Lwt.t
val signal : 'a t -> 'a -> unit
val broadcast : 'a t -> 'a -> unit
val broadcast_exn : 'a t -> exn -> unit
