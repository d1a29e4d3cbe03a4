(** Connections by name (conduit 0.12). *)

type client
type server
type t

module Flow : sig
  include V1_LWT.FLOW
end

val empty : t
val connect : t -> client -> Flow.flow Lwt.t
val listen : t -> server -> (Flow.flow -> unit Lwt.t) -> unit Lwt.t
