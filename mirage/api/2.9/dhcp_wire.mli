(** Messages of DHCP (charrua-core 0.3). *)

type dhcp_option =
  | Subnet_mask of Ipaddr.V4.t
  | Routers of Ipaddr.V4.t list
  | Dns_servers of Ipaddr.V4.t list
  | Domain_name of string
  | Client_id of string

type pkt

val pkt_of_buf : Cstruct.t -> int -> [ `Ok of pkt | `Error of string ]
[@@port "dhcp-packet"]

val buf_of_pkt : pkt -> Cstruct.t
val is_dhcp : Cstruct.t -> int -> bool
