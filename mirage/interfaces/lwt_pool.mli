(** Pools of resources (lwt 2.7.0 to 5.6.1). *)

[@@@complete]

type 'a t

val create :
  int ->
  ?check:('a -> (bool -> unit) -> unit) ->
  ?validate:('a -> bool Lwt.t) ->
  (unit -> 'a Lwt.t) ->
  'a t
[@@until "3.6"]

val create :
  int ->
  ?validate:('a -> bool Lwt.t) ->
  ?check:('a -> (bool -> unit) -> unit) ->
  ?dispose:('a -> unit Lwt.t) ->
  (unit -> 'a Lwt.t) ->
  'a t
[@@since "3.7"]

val use : 'a t -> ('a -> 'b Lwt.t) -> 'b Lwt.t
val clear : 'a t -> unit Lwt.t [@@since "3.7"]
val wait_queue_length : 'a t -> int [@@since "3.7"]
