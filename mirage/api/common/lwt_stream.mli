(** Streams of values to come. *)

type 'a t

val from : (unit -> 'a option Lwt.t) -> 'a t
val of_list : 'a list -> 'a t
val create : unit -> 'a t * ('a option -> unit)
val get : 'a t -> 'a option Lwt.t
val next : 'a t -> 'a Lwt.t
val to_list : 'a t -> 'a list Lwt.t
val iter : ('a -> unit) -> 'a t -> unit Lwt.t
val iter_s : ('a -> unit Lwt.t) -> 'a t -> unit Lwt.t
val map : ('a -> 'b) -> 'a t -> 'b t
val map_s : ('a -> 'b Lwt.t) -> 'a t -> 'b t
val fold_s : ('a -> 'b -> 'b Lwt.t) -> 'a t -> 'b -> 'b Lwt.t
