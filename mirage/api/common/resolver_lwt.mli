(** Resolving names (conduit 0.12 to 0.15). *)

type svc = { name : string; port : int; tls : bool }
type rewrite_fn = svc -> Uri.t -> Conduit.endp Lwt.t
type service_fn = string -> svc option Lwt.t

module type S = sig
  type t

  val init : ?service:service_fn -> ?rewrites:(string * rewrite_fn) list -> unit -> t
  val add_rewrite : host:string -> f:rewrite_fn -> t -> unit
  val set_service : f:service_fn -> t -> unit
  val resolve_uri : ?rewrites:(string * rewrite_fn) list -> uri:Uri.t -> t -> Conduit.endp Lwt.t
end

include S
