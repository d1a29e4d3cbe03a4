(** Tables of translated addresses (mirage-nat 0.2 to 0.4). *)

[@@@until "2.9.1"]

[@@@port "nat-tables"]

type protocol
type port = int
type t
type mode = Redirect | Nat

val empty : unit -> t

val lookup :
  t -> protocol -> Ipaddr.t * port -> Ipaddr.t * port -> ((Ipaddr.t * port) * (Ipaddr.t * port)) option

module type S = sig
  type t
end

module Make (Store : sig end) : S
