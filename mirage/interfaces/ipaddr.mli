(** Addresses (ipaddr 2.7.2 to 5.3.1). *)

[@@@complete]

exception Parse_error of string * string

type scope = Point | Interface | Link | Admin | Site | Organization | Global

val string_of_scope : scope -> string [@@since "3.4"]
val scope_of_string : string -> (scope, [> `Msg of string ]) result [@@since "3.4"]
val pp_scope : Format.formatter -> scope -> unit [@@since "3.4"]

val sexp_of_scope : scope -> Sexplib.Sexp.t [@@until "3.3"]
val scope_of_sexp : Sexplib.Sexp.t -> scope [@@until "3.3"]

module V4 : sig
  type t

  val t_of_sexp : Sexplib.Sexp.t -> t [@@until "3.3"]
  val sexp_of_t : t -> Sexplib.Sexp.t [@@until "3.3"]
  val make : int -> int -> int -> int -> t
  val of_string_exn : string -> t
  val of_string : string -> t option [@@port "ipaddr-of-string"] [@@until "3.3"]
  val of_string : string -> (t, [> `Msg of string ]) result [@@since "3.4"]
  val of_string_raw : string -> int ref -> t

  val with_port_of_string : default:int -> string -> (t * int, [> `Msg of string ]) result
  [@@since "3.4"]

  val to_string : t -> string
  val to_buffer : Buffer.t -> t -> unit
  val pp : Format.formatter -> t -> unit [@@since "3.4"]
  val of_octets : ?off:int -> string -> (t, [> `Msg of string ]) result
  [@@port "ipaddr-of-string"] [@@since "3.4"]
  val of_octets_exn : ?off:int -> string -> t [@@since "3.4"]
  val write_octets : ?off:int -> t -> bytes -> (unit, [> `Msg of string ]) result [@@since "3.4"]
  val write_octets_exn : ?off:int -> t -> bytes -> unit [@@since "3.4"]
  val to_octets : t -> string [@@since "3.4"]
  val pp_hum : Format.formatter -> t -> unit [@@port "ipaddr-names"] [@@port.to pp] [@@until "3.3"]
  val of_bytes_exn : string -> t [@@port "ipaddr-names"] [@@port.to of_octets_exn] [@@until "3.3"]
  val of_bytes : string -> t option [@@port "ipaddr-of-bytes"] [@@port.to of_octets]
  [@@until "3.3"]
  val of_bytes_raw : string -> int -> t [@@until "3.3"]
  val to_bytes : t -> string [@@port "ipaddr-names"] [@@port.to to_octets] [@@until "3.3"]
  val to_bytes_raw : t -> Bytes.t -> int -> unit [@@until "3.3"]
  val of_int32 : int32 -> t
  val to_int32 : t -> int32
  val of_int16 : int * int -> t
  val to_int16 : t -> int * int
  val multicast_to_mac : t -> Macaddr.t
  val to_domain_name : t -> string list [@@until "3.3"]
  val to_domain_name : t -> [ `host ] Domain_name.t [@@since "3.4"]
  val of_domain_name : 'a Domain_name.t -> t option [@@since "3.4"]
  val succ : t -> (t, [> `Msg of string ]) result [@@since "3.4"]
  val pred : t -> (t, [> `Msg of string ]) result [@@since "3.4"]
  val any : t
  val unspecified : t
  val broadcast : t
  val nodes : t
  val routers : t
  val localhost : t

  module Prefix : sig
    type addr = t

    val sexp_of_addr : addr -> Sexplib.Sexp.t [@@until "3.7"]
    val addr_of_sexp : Sexplib.Sexp.t -> addr [@@until "3.7"]

    type t

    val t_of_sexp : Sexplib.Sexp.t -> t [@@until "3.7"]
    val sexp_of_t : t -> Sexplib.Sexp.t [@@until "3.7"]
    val mask : int -> addr
    val make : int -> addr -> t
    val prefix : t -> t [@@since "3.8"]
    val network_address : t -> addr -> addr
    val of_string_exn : string -> t
    val of_string : string -> t option [@@port "ipaddr-of-string"] [@@until "3.7"]
    val of_string : string -> (t, [> `Msg of string ]) result [@@since "3.8"]
    val of_string_raw : string -> int ref -> t
    val to_string : t -> string
    val pp : Format.formatter -> t -> unit [@@since "3.8"]
    val pp_hum : Format.formatter -> t -> unit [@@port "ipaddr-names"] [@@port.to pp] [@@until "3.7"]
    val of_address_string_exn : string -> t * addr [@@port "ipaddr-address-string"] [@@until "3.7"]
    val of_address_string : string -> (t * addr) option [@@port "ipaddr-address-string"] [@@until "3.7"]
    val to_address_string : t -> addr -> string [@@port "ipaddr-address-string"] [@@until "3.7"]
    val to_buffer : Buffer.t -> t -> unit
    val of_netmask_exn : netmask:addr -> address:addr -> t [@@since "3.8"]
    val to_address_buffer : Buffer.t -> t -> addr -> unit [@@port "ipaddr-address-string"] [@@until "3.7"]
    val of_netmask : addr -> addr -> t [@@port "ipaddr-of-netmask"] [@@until "3.7"]
    val of_netmask : netmask:addr -> address:addr -> (t, [> `Msg of string ]) result [@@since "3.8"]
    val mem : addr -> t -> bool
    val subset : subnet:t -> network:t -> bool
    val of_addr : addr -> t
    val global : t
    val loopback : t
    val link : t
    val relative : t
    val multicast : t
    val private_10 : t
    val private_172 : t
    val private_192 : t
    val private_blocks : t list
    val broadcast : t -> addr
    val network : t -> addr
    val netmask : t -> addr
    val address : t -> addr [@@since "3.8"]
    val bits : t -> int
    val first : t -> addr [@@since "3.8"]
    val last : t -> addr [@@since "3.8"]
    val compare : t -> t -> int
  end

  val scope : t -> scope
  val is_global : t -> bool
  val is_multicast : t -> bool
  val is_private : t -> bool
  val compare : t -> t -> int

  module Set : Set.S with type elt = t [@@since "3.4"]
  module Map : Map.S with type key = t [@@since "3.4"]
end

module V6 : sig
  type t

  val t_of_sexp : Sexplib.Sexp.t -> t [@@until "3.3"]
  val sexp_of_t : t -> Sexplib.Sexp.t [@@until "3.3"]
  val make : int -> int -> int -> int -> int -> int -> int -> int -> t
  val of_string_exn : string -> t
  val of_string : string -> t option [@@port "ipaddr-of-string"] [@@until "3.3"]
  val of_string : string -> (t, [> `Msg of string ]) result [@@since "3.4"]

  val with_port_of_string : default:int -> string -> (t * int, [> `Msg of string ]) result
  [@@since "3.4"]

  val of_string_raw : string -> int ref -> t
  val to_string : ?v4:bool -> t -> string [@@until "3.3"]
  val to_string : t -> string [@@since "3.4"]
  val to_buffer : ?v4:bool -> Buffer.t -> t -> unit [@@until "3.3"]
  val to_buffer : Buffer.t -> t -> unit [@@since "3.4"]
  val pp : Format.formatter -> t -> unit [@@since "3.4"]
  val of_octets_exn : ?off:int -> string -> t [@@since "3.4"]
  val of_octets : ?off:int -> string -> (t, [> `Msg of string ]) result
  [@@port "ipaddr-of-string"] [@@since "3.4"]
  val write_octets_exn : ?off:int -> t -> bytes -> unit [@@since "3.4"]
  val write_octets : ?off:int -> t -> bytes -> (unit, [> `Msg of string ]) result [@@since "3.4"]
  val to_octets : t -> string [@@since "3.4"]
  val pp_hum : Format.formatter -> t -> unit [@@port "ipaddr-names"] [@@port.to pp] [@@until "3.3"]
  val of_bytes_exn : string -> t [@@port "ipaddr-names"] [@@port.to of_octets_exn] [@@until "3.3"]
  val of_bytes : string -> t option [@@port "ipaddr-of-bytes"] [@@port.to of_octets]
  [@@until "3.3"]
  val of_bytes_raw : string -> int -> t [@@until "3.3"]
  val to_bytes : t -> string [@@port "ipaddr-names"] [@@port.to to_octets] [@@until "3.3"]
  val to_bytes_raw : t -> Bytes.t -> int -> unit [@@until "3.3"]
  val of_int64 : int64 * int64 -> t
  val to_int64 : t -> int64 * int64
  val of_int32 : int32 * int32 * int32 * int32 -> t
  val to_int32 : t -> int32 * int32 * int32 * int32
  val of_int16 : int * int * int * int * int * int * int * int -> t
  val to_int16 : t -> int * int * int * int * int * int * int * int
  val multicast_to_mac : t -> Macaddr.t
  val to_domain_name : t -> string list [@@until "3.3"]
  val to_domain_name : t -> [ `host ] Domain_name.t [@@since "3.4"]
  val of_domain_name : 'a Domain_name.t -> t option [@@since "3.4"]
  val succ : t -> (t, [> `Msg of string ]) result [@@since "3.4"]
  val pred : t -> (t, [> `Msg of string ]) result [@@since "3.4"]
  val unspecified : t
  val localhost : t
  val interface_nodes : t
  val link_nodes : t
  val interface_routers : t
  val link_routers : t
  val site_routers : t

  module Prefix : sig
    type addr = t

    val sexp_of_addr : addr -> Sexplib.Sexp.t [@@until "3.7"]
    val addr_of_sexp : Sexplib.Sexp.t -> addr [@@until "3.7"]

    type t

    val t_of_sexp : Sexplib.Sexp.t -> t [@@until "3.7"]
    val sexp_of_t : t -> Sexplib.Sexp.t [@@until "3.7"]
    val mask : int -> addr
    val make : int -> addr -> t
    val prefix : t -> t [@@since "3.8"]
    val network_address : t -> addr -> addr
    val of_string_exn : string -> t
    val of_string : string -> t option [@@port "ipaddr-of-string"] [@@until "3.7"]
    val of_string : string -> (t, [> `Msg of string ]) result [@@since "3.8"]
    val of_string_raw : string -> int ref -> t
    val to_string : t -> string
    val pp : Format.formatter -> t -> unit [@@since "3.8"]
    val pp_hum : Format.formatter -> t -> unit [@@port "ipaddr-names"] [@@port.to pp] [@@until "3.7"]
    val of_address_string_exn : string -> t * addr [@@port "ipaddr-address-string"] [@@until "3.7"]
    val of_address_string : string -> (t * addr) option [@@port "ipaddr-address-string"] [@@until "3.7"]
    val to_address_string : t -> addr -> string [@@port "ipaddr-address-string"] [@@until "3.7"]
    val to_buffer : Buffer.t -> t -> unit
    val of_netmask_exn : netmask:addr -> address:addr -> t [@@since "3.8"]
    val to_address_buffer : Buffer.t -> t -> addr -> unit [@@port "ipaddr-address-string"] [@@until "3.7"]
    val of_netmask : addr -> addr -> t [@@port "ipaddr-of-netmask"] [@@until "3.7"]
    val of_netmask : netmask:addr -> address:addr -> (t, [> `Msg of string ]) result [@@since "3.8"]
    val mem : addr -> t -> bool
    val subset : subnet:t -> network:t -> bool
    val of_addr : addr -> t
    val global_unicast_001 : t
    val unique_local : t
    val link : t
    val multicast : t
    val ipv4_mapped : t
    val noneui64_interface : t
    val solicited_node : t
    val network : t -> addr
    val netmask : t -> addr
    val address : t -> addr [@@since "3.8"]
    val bits : t -> int
    val first : t -> addr [@@since "3.8"]
    val last : t -> addr [@@since "3.8"]
    val compare : t -> t -> int
  end

  val scope : t -> scope
  val link_address_of_mac : Macaddr.t -> t
  val is_global : t -> bool
  val is_multicast : t -> bool
  val is_private : t -> bool
  val compare : t -> t -> int

  module Set : Set.S with type elt = t [@@since "3.4"]
  module Map : Map.S with type key = t [@@since "3.4"]
end

type ('v4, 'v6) v4v6 = V4 of 'v4 | V6 of 'v6

val sexp_of_v4v6 :
  ('v4 -> Sexplib.Sexp.t) -> ('v6 -> Sexplib.Sexp.t) -> ('v4, 'v6) v4v6 -> Sexplib.Sexp.t
[@@until "3.3"]
val v4v6_of_sexp :
  (Sexplib.Sexp.t -> 'v4) -> (Sexplib.Sexp.t -> 'v6) -> Sexplib.Sexp.t -> ('v4, 'v6) v4v6
[@@until "3.3"]

type t = (V4.t, V6.t) v4v6

val t_of_sexp : Sexplib.Sexp.t -> t [@@until "3.3"]
val sexp_of_t : t -> Sexplib.Sexp.t [@@until "3.3"]
val to_string : t -> string
val to_buffer : Buffer.t -> t -> unit
val pp : Format.formatter -> t -> unit [@@since "3.4"]
val pp_hum : Format.formatter -> t -> unit [@@port "ipaddr-names"] [@@port.to pp] [@@until "3.3"]
val of_string_exn : string -> t
val of_string : string -> t option [@@port "ipaddr-of-string"] [@@until "3.3"]
val of_string : string -> (t, [> `Msg of string ]) result [@@since "3.4"]
val of_string_raw : string -> int ref -> t

val with_port_of_string : default:int -> string -> (t * int, [> `Msg of string ]) result
[@@since "3.4"]

val v4_of_v6 : V6.t -> V4.t option
val to_v4 : t -> V4.t option
val v6_of_v4 : V4.t -> V6.t
val to_v6 : t -> V6.t
val scope : t -> scope
val is_global : t -> bool
val is_multicast : t -> bool
val is_private : t -> bool
val multicast_to_mac : t -> Macaddr.t
val to_domain_name : t -> string list [@@until "3.3"]
val to_domain_name : t -> [ `host ] Domain_name.t [@@since "3.4"]
val of_domain_name : 'a Domain_name.t -> t option [@@since "3.4"]
val succ : t -> (t, [> `Msg of string ]) result [@@since "3.4"]
val pred : t -> (t, [> `Msg of string ]) result [@@since "3.4"]

module Prefix : sig
  type addr = t

  val sexp_of_addr : addr -> Sexplib.Sexp.t [@@until "3.7"]
  val addr_of_sexp : Sexplib.Sexp.t -> addr [@@until "3.7"]

  type t = (V4.Prefix.t, V6.Prefix.t) v4v6

  val t_of_sexp : Sexplib.Sexp.t -> t [@@until "3.7"]
  val sexp_of_t : t -> Sexplib.Sexp.t [@@until "3.7"]
  val to_string : t -> string
  val to_buffer : Buffer.t -> t -> unit
  val pp : Format.formatter -> t -> unit [@@since "3.8"]
  val pp_hum : Format.formatter -> t -> unit [@@port "ipaddr-names"] [@@port.to pp] [@@until "3.7"]
  val of_string_exn : string -> t
  val of_string : string -> t option [@@port "ipaddr-of-string"] [@@until "3.7"]
  val of_string : string -> (t, [> `Msg of string ]) result [@@since "3.8"]
  val of_string_raw : string -> int ref -> t
  val v4_of_v6 : V6.Prefix.t -> V4.Prefix.t option
  val to_v4 : t -> V4.Prefix.t option
  val v6_of_v4 : V4.Prefix.t -> V6.Prefix.t
  val to_v6 : t -> V6.Prefix.t
  val mem : addr -> t -> bool
  val subset : subnet:t -> network:t -> bool
  val of_addr : addr -> t
  val network : t -> addr
  val netmask : t -> addr
  val first : t -> addr [@@since "3.8"]
  val last : t -> addr [@@since "3.8"]
  val compare : t -> t -> int
end

val compare : t -> t -> int

module Set : Set.S with type elt = t [@@since "3.4"]
module Map : Map.S with type key = t [@@since "3.4"]
