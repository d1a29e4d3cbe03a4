(** A server for DHCP (charrua-core 0.3). *)

module Config : sig
  type host = {
    hostname : string;
    options : Dhcp_wire.dhcp_option list;
    fixed_addr : Ipaddr.V4.t option;
    hw_addr : Macaddr.t option;
  }

  type t

  val make :
    ?hostname:string ->
    ?default_lease_time:int ->
    ?max_lease_time:int ->
    ?hosts:host list ->
    addr_tuple:Ipaddr.V4.t * Macaddr.t ->
    network:Ipaddr.V4.Prefix.t ->
    range:Ipaddr.V4.t * Ipaddr.V4.t ->
    options:Dhcp_wire.dhcp_option list ->
    t
  [@@port "dhcp-range"]
end

module Lease : sig
  type database

  val make_db : unit -> database
end

module Input : sig
  type result =
    | Silence
    | Update of Lease.database
    | Warning of string
    | Error of string
    | Reply of Dhcp_wire.pkt * Lease.database

  val input_pkt : Config.t -> Lease.database -> Dhcp_wire.pkt -> float -> result
end
