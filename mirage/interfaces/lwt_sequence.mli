(** Mutable sequences (lwt 2.7.0). *)

[@@@complete]

type 'a t
type 'a node

val get : 'a node -> 'a
val set : 'a node -> 'a -> unit
val remove : 'a node -> unit
val create : unit -> 'a t
val is_empty : 'a t -> bool
val length : 'a t -> int
val add_l : 'a -> 'a t -> 'a node
val add_r : 'a -> 'a t -> 'a node

exception Empty

val take_l : 'a t -> 'a
val take_r : 'a t -> 'a
val take_opt_l : 'a t -> 'a option
val take_opt_r : 'a t -> 'a option
val transfer_l : 'a t -> 'a t -> unit
val transfer_r : 'a t -> 'a t -> unit
val iter_l : ('a -> unit) -> 'a t -> unit
val iter_r : ('a -> unit) -> 'a t -> unit
val iter_node_l : ('a node -> unit) -> 'a t -> unit
val iter_node_r : ('a node -> unit) -> 'a t -> unit
val fold_l : ('a -> 'b -> 'b) -> 'a t -> 'b -> 'b
val fold_r : ('a -> 'b -> 'b) -> 'a t -> 'b -> 'b
val find_node_opt_l : ('a -> bool) -> 'a t -> 'a node option
val find_node_opt_r : ('a -> bool) -> 'a t -> 'a node option
val find_node_l : ('a -> bool) -> 'a t -> 'a node
val find_node_r : ('a -> bool) -> 'a t -> 'a node
val clear : 'a t -> unit [@@since "3.10"]
