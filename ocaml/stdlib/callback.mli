(** Values that C code calls (OCaml 4.03.0 stdlib/callback.mli). *)

[@@@complete]
[@@@later ""]

val register : string -> 'a -> unit
val register_exception : string -> exn -> unit
