(** The layers of a frame (mirage-nat 0.4). *)

[@@@until "2.9.1"]

[@@@port "nat-tables"]

type 'a layer = Cstruct.t
type protocol = int
type ethernet
type ip
type transport
type payload
