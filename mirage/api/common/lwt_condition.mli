(** Conditions to wait for. *)

type 'a t

val create : unit -> 'a t
val wait : ?mutex:Lwt_mutex.t -> 'a t -> 'a Lwt.t
val signal : 'a t -> 'a -> unit
val broadcast : 'a t -> 'a -> unit
