(** Connections by name (conduit 0.15). *)

type client
type server
type t

module Flow : sig
  include Mirage_flow_lwt.S
end

val empty : t
val connect : t -> client -> Flow.flow Lwt.t
val listen : t -> server -> (Flow.flow -> unit Lwt.t) -> unit Lwt.t
