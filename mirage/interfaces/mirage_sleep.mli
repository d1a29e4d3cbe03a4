(** Delays (mirage-sleep 4.0.0). *)

[@@@since "4.9"]

[@@@complete]

val ns : int64 -> unit Lwt.t

type t = { time : int64; mutable canceled : bool; thread : unit Lwt.u }

val new_sleepers : unit -> t list
