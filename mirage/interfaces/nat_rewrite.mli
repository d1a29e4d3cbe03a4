(** Translation of frames (mirage-nat 0.2 to 0.4); `Make`, over a table, is what mirage-nat 1.0 has of
    it. *)

type direction = Source | Destination [@@until "2.9.1"]
type insert_result = Ok of Nat_lookup.t | Overlap | Unparseable [@@until "2.9.1"]

val translate : Nat_lookup.t -> direction -> Cstruct.t -> Cstruct.t option
[@@port "nat-tables"]
[@@until "2.9.1"]

val make_nat_entry : Nat_lookup.t -> Cstruct.t -> Ipaddr.t -> int -> insert_result
[@@port "nat-tables"]
[@@until "2.9.1"]

val make_redirect_entry :
  Nat_lookup.t -> Cstruct.t -> Ipaddr.t * int -> Ipaddr.t * int -> insert_result
[@@port "nat-tables"]
[@@until "2.9.1"]

type 'a layer = Cstruct.t [@@until "2.9.1"]
type ethernet [@@until "2.9.1"]
type ip [@@until "2.9.1"]
type transport [@@until "2.9.1"]

val layers : Cstruct.t -> (ethernet layer * ip layer * transport layer) option
[@@port "nat-tables"]
[@@until "2.9.1"]

val addresses_of_ip : ip layer -> Ipaddr.t * Ipaddr.t [@@port "nat-tables"] [@@until "2.9.1"]
val proto_of_ip : ip layer -> int [@@port "nat-tables"] [@@until "2.9.1"]
val ports_of_transport : transport layer -> int * int [@@port "nat-tables"] [@@until "2.9.1"]

val recalculate_transport_checksum :
  (Cstruct.t -> Cstruct.t list -> int) ->
  ethernet layer * ip layer * transport layer ->
  Cstruct.t * Cstruct.t
[@@port "nat-tables"]
[@@until "2.9.1"]

val set_smac : ethernet layer -> Macaddr.t -> ethernet layer
[@@port "nat-tables"]
[@@until "2.9.1"]

val rewrite_ip : bool -> ip layer -> direction -> Ipaddr.t * Ipaddr.t -> unit
[@@port "nat-tables"]
[@@until "2.9.1"]
