(** Removed in OCaml 4.12. *)

[@@@port "stdlib-spacetime"]
[@@@until "4.11"]

val enabled : bool
val save_event_for_automatic_snapshots : event_name:string -> unit
