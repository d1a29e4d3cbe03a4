(** A server for DHCP (charrua-core 0.4). *)

(** Until 2.9.1: A server for DHCP (charrua-core 0.3). *)

[@@@complete "3.0"]

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
[@@until "2.9.1"]

module Config : sig
  type host = {
    hostname : string;
    options : Dhcp_wire.dhcp_option list;
    fixed_addr : Ipaddr.V4.t option;
    hw_addr : Macaddr.t;
  }

  val host_of_sexp : Sexplib.Sexp.t -> host [@@until "4.7"]
  val sexp_of_host : host -> Sexplib.Sexp.t [@@until "4.7"]

  type t = {
    options : Dhcp_wire.dhcp_option list;
    hostname : string;
    default_lease_time : int32;
    max_lease_time : int32;
    ip_addr : Ipaddr.V4.t;
    mac_addr : Macaddr.t;
    network : Ipaddr.V4.Prefix.t;
    range : (Ipaddr.V4.t * Ipaddr.V4.t) option;
    hosts : host list;
  }

  val t_of_sexp : Sexplib.Sexp.t -> t [@@until "4.7"]
  val sexp_of_t : t -> Sexplib.Sexp.t [@@until "4.7"]
  val parse : string -> Ipaddr.V4.t * Macaddr.t -> t
  val make :
    ?hostname:string ->
    ?default_lease_time:int ->
    ?max_lease_time:int ->
    ?hosts:host list ->
    addr_tuple:Ipaddr.V4.t * Macaddr.t ->
    network:Ipaddr.V4.Prefix.t ->
    range:(Ipaddr.V4.t * Ipaddr.V4.t) option ->
    options:Dhcp_wire.dhcp_option list ->
    t
  [@@port "dhcp-config-unit"]
  [@@until "3.9"]

  val make :
    ?hostname:string ->
    ?default_lease_time:int ->
    ?max_lease_time:int ->
    ?hosts:host list ->
    addr_tuple:Ipaddr.V4.t * Macaddr.t ->
    network:Ipaddr.V4.Prefix.t ->
    range:(Ipaddr.V4.t * Ipaddr.V4.t) option ->
    options:Dhcp_wire.dhcp_option list ->
    unit ->
    t
  [@@since "3.10"]
end
[@@since "3.0"]

module Lease : sig
  type t = { tm_start : int32; tm_end : int32; addr : Ipaddr.V4.t; client_id : Dhcp_wire.client_id }
  [@@since "3.0"]

  val sexp_of_t : t -> Sexplib.Sexp.t [@@since "3.0"] [@@until "4.7"]
  val make : Dhcp_wire.client_id -> Ipaddr.V4.t -> duration:int32 -> now:int32 -> t [@@since "3.10"]
  val t_of_sexp : Sexplib.Sexp.t -> t [@@since "3.0"] [@@until "4.7"]
  val make_fixed : Macaddr.t -> Ipaddr.V4.t -> duration:int32 -> now:float -> t
  [@@since "3.0"] [@@until "3.4"]

  val make_fixed : Macaddr.t -> Ipaddr.V4.t -> duration:int32 -> now:int32 -> t [@@since "3.5"]
  val timeleft : t -> now:float -> int32 [@@since "3.0"] [@@until "3.4"]
  val timeleft : t -> now:int32 -> int32 [@@since "3.5"]
  val timeleft_exn : t -> now:float -> int32 [@@since "3.0"] [@@until "3.4"]
  val timeleft_exn : t -> now:int32 -> int32 [@@since "3.5"]
  val timeleft3 : t -> float -> float -> now:float -> int32 * int32 * int32
  [@@since "3.0"] [@@until "3.4"]

  val timeleft3 : t -> float -> float -> now:int32 -> int32 * int32 * int32 [@@since "3.5"]
  val extend : t -> now:float -> t [@@since "3.0"] [@@until "3.4"]
  val extend : t -> now:int32 -> t [@@since "3.5"]
  val expired : t -> now:float -> bool [@@since "3.0"] [@@until "3.4"]
  val expired : t -> now:int32 -> bool [@@since "3.5"]
  val to_string : t -> string [@@since "3.0"]

  type database

  val make_db : unit -> database
  val db_to_string : database -> string [@@since "3.10"]
  val db_of_string : string -> database [@@since "3.10"]
  val db_to_list : database -> t list [@@since "3.10"]
  val db_equal : database -> database -> bool [@@since "3.10"]
  val to_list : database -> t list [@@since "3.0"] [@@until "3.9"]
  val garbage_collect : database -> now:float -> database [@@since "3.0"] [@@until "3.4"]
  val garbage_collect : database -> now:int32 -> database [@@since "3.5"]
  val remove : t -> database -> database [@@since "3.0"]
  val replace : t -> database -> database [@@since "3.0"]
  val lease_of_client_id : Dhcp_wire.client_id -> database -> t option [@@since "3.0"]
  val lease_of_addr : Ipaddr.V4.t -> database -> t option [@@since "3.0"] [@@until "3.9"]
  val lease_of_addr : Ipaddr.V4.t -> database -> Dhcp_wire.client_id option [@@since "3.10"]
  val addr_allocated : Ipaddr.V4.t -> database -> bool [@@since "3.0"]
  val addr_free : Ipaddr.V4.t -> database -> bool [@@since "3.10"]
  val addr_available : Ipaddr.V4.t -> database -> now:float -> bool [@@since "3.0"] [@@until "3.4"]
  val addr_available : Ipaddr.V4.t -> database -> now:int32 -> bool [@@since "3.5"] [@@until "3.9"]

  val get_usable_addr :
    Dhcp_wire.client_id ->
    database ->
    (Ipaddr.V4.t * Ipaddr.V4.t) option ->
    now:float ->
    Ipaddr.V4.t option
  [@@since "3.0"] [@@until "3.4"]

  val get_usable_addr :
    Dhcp_wire.client_id ->
    database ->
    (Ipaddr.V4.t * Ipaddr.V4.t) option ->
    now:int32 ->
    Ipaddr.V4.t option
  [@@since "3.5"] [@@until "3.9"]

  val get_usable_addr :
    Dhcp_wire.client_id -> database -> (Ipaddr.V4.t * Ipaddr.V4.t) option -> Ipaddr.V4.t option
  [@@since "3.10"]
end

module Input : sig
  type result =
    | Silence
    | Update of Lease.database
    | Warning of string
    | Error of string
    | Reply of Dhcp_wire.pkt * Lease.database
  [@@until "2.9.1"]

  type result =
    | Silence
    | Update of Lease.database
    | Reply of Dhcp_wire.pkt * Lease.database
    | Warning of string
    | Error of string
  [@@since "3.0"] [@@until "4.9"]

  type result =
    | Silence
    | Update of Lease.t option * Lease.database
    | Reply of Dhcp_wire.pkt * (Lease.t * Dhcp_wire.dhcp_option list) option * Lease.database
    | Warning of string
    | Error of string
  [@@since "4.10"]

  val for_us : Config.t -> Dhcp_wire.pkt -> bool [@@since "3.0"]
  val input_pkt : Config.t -> Lease.database -> Dhcp_wire.pkt -> float -> result [@@until "3.4"]
  val input_pkt : Config.t -> Lease.database -> Dhcp_wire.pkt -> int32 -> result
  [@@port "dhcp-server-result"]
  [@@since "3.5"] [@@until "4.9"]

  val input_pkt : Config.t -> Lease.database -> Dhcp_wire.pkt -> int32 -> result [@@since "4.10"]

  val collect_replies_test :
    Config.t -> Macaddr.t -> Dhcp_wire.option_code list -> Dhcp_wire.dhcp_option list
  [@@since "3.0"]
end
