(** Resolving names, with Lwt (conduit 0.15.0 to 8.0.0). *)

[@@@complete]

module IO : sig
  type 'a t = 'a Lwt.t

  val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
  val return : 'a -> 'a t
end

module type S = sig
  type 'a io = 'a Lwt.t
  type t

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t

  type svc = Resolver.service

  val sexp_of_svc : svc -> Sexplib.Sexp.t
  val svc_of_sexp : Sexplib.Sexp.t -> svc

  type rewrite_fn = svc -> Uri.t -> Conduit.endp io
  type service_fn = string -> svc option io

  val ( ++ ) : service_fn -> service_fn -> service_fn
  val init : ?service:service_fn -> ?rewrites:(string * rewrite_fn) list -> unit -> t
  val add_rewrite : host:string -> f:rewrite_fn -> t -> unit
  val set_service : f:service_fn -> t -> unit
  val service : t -> service_fn
  val resolve_uri : ?rewrites:(string * rewrite_fn) list -> uri:Uri.t -> t -> Conduit.endp io
end

type 'a io = 'a Lwt.t
type t

val t_of_sexp : Sexplib.Sexp.t -> t
val sexp_of_t : t -> Sexplib.Sexp.t

type svc = Resolver.service

val sexp_of_svc : svc -> Sexplib.Sexp.t
val svc_of_sexp : Sexplib.Sexp.t -> svc

type rewrite_fn = svc -> Uri.t -> Conduit.endp io
type service_fn = string -> svc option io

val ( ++ ) : service_fn -> service_fn -> service_fn
val init : ?service:service_fn -> ?rewrites:(string * rewrite_fn) list -> unit -> t
val add_rewrite : host:string -> f:rewrite_fn -> t -> unit
val set_service : f:service_fn -> t -> unit
val service : t -> service_fn
val resolve_uri : ?rewrites:(string * rewrite_fn) list -> uri:Uri.t -> t -> Conduit.endp io
