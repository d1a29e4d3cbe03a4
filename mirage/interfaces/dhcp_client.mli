(** A client for DHCP (charrua-client 0.1.0). *)

[@@@since "3.0"]

[@@@complete]

type t
type buffer = Cstruct.t [@@until "3.4"]

val pp : Format.formatter -> t -> unit
val create :
  ?with_xid:Cstruct.uint32 -> ?requests:Dhcp_wire.option_code list -> Macaddr.t -> t * buffer
[@@until "3.4"]

val create :
  ?requests:Dhcp_wire.option_code list -> Cstruct.uint32 -> Macaddr.t -> t * Dhcp_wire.pkt
[@@since "3.5"] [@@until "4.8"]

val create :
  ?options:Dhcp_wire.dhcp_option list ->
  ?requests:Dhcp_wire.option_code list ->
  Cstruct.uint32 ->
  Macaddr.t ->
  t * Dhcp_wire.pkt
[@@since "4.9"]

val input : t -> buffer -> [ `New_lease of t * Dhcp_wire.pkt | `Noop | `Response of t * buffer ]
[@@until "3.4"]

val input :
  t -> Cstruct.t -> [ `New_lease of t * Dhcp_wire.pkt | `Noop | `Response of t * Dhcp_wire.pkt ]
[@@since "3.5"] [@@until "4.8"]

val input :
  t ->
  Cstruct.t ->
  [ `New_lease of t * Dhcp_wire.pkt | `Noop | `Not_dhcp | `Response of t * Dhcp_wire.pkt ]
[@@since "4.9"]

val lease : t -> Dhcp_wire.pkt option
val renew : t -> [ `Noop | `Response of t * buffer ] [@@until "3.4"]
val renew : t -> [ `Noop | `Response of t * Dhcp_wire.pkt ] [@@since "3.5"]
