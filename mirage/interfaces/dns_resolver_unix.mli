(** Questions to a server of names, on Unix (dns 0.19.1). *)

[@@@until "3.4"]

[@@@complete]

type t = {
  client : (module Dns.Protocol.CLIENT);
  servers : (Ipaddr.t * int) list;
  search_domains : string list;
}
type config = [ `Resolv_conf of string | `Static of (Ipaddr.t * int) list * string list ]

val create : ?client:(module Dns.Protocol.CLIENT) -> ?config:config -> unit -> t Lwt.t
val gethostbyname :
  t -> ?q_class:Dns.Packet.q_class -> ?q_type:Dns.Packet.q_type -> string -> Ipaddr.t list Lwt.t
val gethostbyaddr :
  t -> ?q_class:Dns.Packet.q_class -> ?q_type:Dns.Packet.q_type -> Ipaddr.V4.t -> string list Lwt.t
val resolve :
  t -> ?dnssec:bool -> Dns.Packet.q_class -> Dns.Packet.q_type -> Dns.Name.t -> Dns.Packet.t Lwt.t
