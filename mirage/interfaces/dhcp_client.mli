(** A client for DHCP (charrua-client 0.1.0). *)

[@@@since "3.0"]

[@@@complete]

type t
type buffer = Cstruct.t

val pp : Format.formatter -> t -> unit
val create :
  ?with_xid:Cstruct.uint32 -> ?requests:Dhcp_wire.option_code list -> Macaddr.t -> t * buffer
val input : t -> buffer -> [ `New_lease of t * Dhcp_wire.pkt | `Noop | `Response of t * buffer ]
val lease : t -> Dhcp_wire.pkt option
val renew : t -> [ `Noop | `Response of t * buffer ]
