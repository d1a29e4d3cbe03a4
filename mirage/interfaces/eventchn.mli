(** Event channels of Xen (xen-evtchn 1.0.4 to 1.0.7). *)

type handle
type t

val to_int : t -> int
val of_int : int -> t
val init : unit -> handle
val close : handle -> int
val notify : handle -> t -> unit
val bind_interdomain : handle -> int -> int -> t
val bind_unbound_port : handle -> int -> t
val bind_dom_exc_virq : handle -> t
val unbind : handle -> t -> unit
val unmask : handle -> t -> unit
val is_valid : t -> bool
