(** Resolving names, on Unix (conduit 0.15.0). *)

[@@@complete]

val system : Resolver_lwt.t
val static : (string, Conduit.endp) Hashtbl.t -> Resolver_lwt.t
val system_service : string -> Resolver_lwt.svc option Lwt.t
val static_service : string -> Resolver_lwt.svc option Lwt.t
val system_resolver : Resolver_lwt.rewrite_fn
val debug : bool ref
val debug_print :
  ((string -> string -> string -> string -> unit, out_channel, unit) format -> string -> string ->
    string -> string -> unit) ref
