(** The language of config.ml, as Mirage 3.0.0 has it (with functoria 2.0.1). *)

type _ typ =
  | Type : 'a -> 'a typ
  | Function : 'a typ * 'b typ -> ('a -> 'b) typ

type 'a impl
type job
type argv
type abstract_impl
type package

module Key : sig
  type t
  type +'a value
  type 'a key
  type mode = [ `Unix | `Xen | `Qubes | `MacOSX | `Virtio | `Ukvm ]
  module Arg : sig
    type stage = [ `Configure | `Run | `Both ]
    type info
    type 'a converter
    type 'a t

    val bool : bool converter
    val flag : ?stage:stage -> info -> bool t
    val info : ?docs:string -> ?docv:string -> ?doc:string -> ?env:string -> string list -> info
    val int : int converter
    val ipv4 : (Ipaddr.V4.Prefix.t * Ipaddr.V4.t) converter
    val ipv4_address : Ipaddr.V4.t converter
    val ipv6 : Ipaddr.V6.t converter
    val ipv6_prefix : Ipaddr.V6.Prefix.t converter
    val list : 'a converter -> 'a list converter
    val opt : ?stage:stage -> 'a converter -> 'a -> info -> 'a t
    val required : ?stage:stage -> 'a converter -> info -> 'a option t
    val some : 'a converter -> 'a option converter
    val string : string converter
  end

  module V4 : sig
    open Ipaddr.V4

    val gateway : ?group:string -> t option -> t option key
    val interfaces : ?group:string -> t list -> t list key
    val network : ?group:string -> (Prefix.t * t)-> (Prefix.t * t) key
    val socket : ?group:string -> t option -> t option key
  end

  module V6 : sig
    open Ipaddr.V6

    val gateways : ?group:string -> t list -> t list key
    val ips : ?group:string -> t list -> t list key
    val netmasks : ?group:string -> Prefix.t list -> Prefix.t list key
  end

  val abstract : 'a key -> t
  val create : string -> 'a Arg.t -> 'a key
  val default : 'a value -> 'a
  val dhcp : ?group:string -> unit -> bool key
  val if_ : bool value -> 'a -> 'a -> 'a value
  val interface : ?group:string -> string -> string key
  val is_unix : bool value
  val kv_ro : ?group:string -> unit -> [ `Archive | `Crunch | `Direct | `Fat ] key
  val logs : string list key
  val map : ('a -> 'b) -> 'a value -> 'b value
  val match_ : 'a value -> ('a -> 'b) -> 'b value
  val net : ?group:string -> unit -> [ `Direct | `Socket ] key
  val prng : ?group:string -> unit -> [ `Stdlib | `Nocrypto ] key
  val pure : 'a -> 'a value
  val target : mode key
  val tracing_size : int -> int key
  val value : 'a key -> 'a value
  val warn_error : bool key
end

type arpv4
type block
type conduit
type console
type ethernet
type fs
type http
type info
type io_page
type 'a ip
type kv_ro
type mclock
type network
type pclock
type qubesdb
type random
type reporter
type resolver
type stackv4
type syslog
type 'a tcp
type time
type tracing
type 'a udp
type v4
type v6

type ipv4 = v4 ip
type ipv6 = v6 ip
type tcpv4 = v4 tcp
type tcpv6 = v6 tcp
type udpv4 = v4 udp
type udpv6 = v6 udp
type ipv4_config = { network : Ipaddr.V4.Prefix.t * Ipaddr.V4.t; gateway : Ipaddr.V4.t option; }
type ipv6_config = { addresses : Ipaddr.V6.t list; netmasks : Ipaddr.V6.Prefix.t list; gateways : Ipaddr.V6.t list; }
type syslog_config = { hostname : string; server : Ipaddr.V4.t; port : int option; truncate : int option }

val job : job typ
val ( @-> ) : 'a typ -> 'b typ -> ('a -> 'b) typ
val ( $ ) : ('a -> 'b) impl -> 'a impl -> 'b impl
val abstract : 'a impl -> abstract_impl
val if_impl : bool Key.value -> 'a impl -> 'a impl -> 'a impl
val match_impl : 'b Key.value -> default:'a impl -> ('b * 'a impl) list -> 'a impl

val package :
  ?build:bool ->
  ?sublibs:string list ->
  ?ocamlfind:string list ->
  ?min:string ->
  ?max:string ->
  string ->
  package

val foreign :
  ?packages:package list ->
  ?keys:Key.t list ->
  ?deps:abstract_impl list ->
  string ->
  'a typ ->
  'a impl

val app_info : info impl
val archive : block impl -> kv_ro impl
val archive_of_files : ?dir:string -> unit -> kv_ro impl
val arp : ?clock:mclock impl -> ?time:time impl -> ethernet impl -> arpv4 impl
val arpv4 : arpv4 typ
val block : block typ
val block_of_file : string -> block impl
val conduit : conduit typ
val conduit_direct : ?tls:bool -> stackv4 impl -> conduit impl
val console : console typ
val create_ipv4 :
  ?group:string ->
  ?config:ipv4_config ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl
val create_ipv6 :
  ?time:time impl ->
  ?clock:mclock impl ->
  ?group:string ->
  ethernet impl ->
  ipv6_config ->
  ipv6 impl
val crunch : string -> kv_ro impl
val custom_console : string -> console impl
val default_argv : argv impl
val default_console : console impl
val default_io_page : io_page impl
val default_monotonic_clock : mclock impl
val default_network : network impl
val default_posix_clock : pclock impl
val default_qubesdb : qubesdb impl
val default_random : random impl
val default_reporter :
  ?clock:pclock impl ->
  ?ring_size:int ->
  ?level:Logs.level ->
  unit ->
  reporter impl
val default_time : time impl
val dhcp_ipv4_stack :
  ?group:string ->
  ?time:time impl ->
  ?arp:(ethernet impl ->
  arpv4 impl) ->
  network impl ->
  stackv4 impl
val direct_kv_ro : string -> kv_ro impl
val direct_stackv4 :
  ?clock:mclock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ?group:string ->
  network impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl ->
  stackv4 impl
val direct_tcp :
  ?clock:mclock impl ->
  ?random:random impl ->
  ?time:time impl ->
  'a ip impl ->
  'a tcp impl
val direct_udp : ?random:random impl -> 'a ip impl -> 'a udp impl
val ethernet : ethernet typ
val etif : network impl -> ethernet impl
val farp : ?clock:mclock impl -> ?time:time impl -> ethernet impl -> arpv4 impl
val fat : block impl -> fs impl
val fat_of_files : ?dir:string -> ?regexp:string -> unit -> fs impl
val fs : fs typ
val generic_kv_ro :
  ?key:[ `Archive | `Crunch | `Direct | `Fat ] Key.value ->
  string ->
  kv_ro impl
val generic_stackv4 :
  ?group:string ->
  ?config:ipv4_config ->
  ?dhcp_key:bool Key.value ->
  ?net_key:[ `Direct | `Socket ] Key.value ->
  network impl ->
  stackv4 impl
val http : http typ
val http_server : conduit impl -> http impl
val info : info typ
val io_page : io_page typ
val ipv4 : ipv4 typ
val ipv4_qubes : qubesdb impl -> ethernet impl -> arpv4 impl -> ipv4 impl
val ipv6 : ipv6 typ
val kv_ro : kv_ro typ
val kv_ro_of_fs : fs impl -> kv_ro impl
val mclock : mclock typ
val mprof_trace : size:int -> unit -> tracing impl
val netif : ?group:string -> string -> network impl
val network : network typ
val no_argv : argv impl
val no_reporter : reporter impl
val nocrypto : job impl
val nocrypto_random : random impl
val noop : job impl
val pclock : pclock typ
val qubes_ipv4_stack :
  ?group:string ->
  ?qubesdb:qubesdb impl ->
  ?arp:(ethernet impl ->
  arpv4 impl) ->
  network impl ->
  stackv4 impl
val qubesdb : qubesdb typ
val random : random typ
val register :
  ?argv:argv impl ->
  ?tracing:tracing impl ->
  ?reporter:reporter impl ->
  ?keys:Key.t list ->
  ?packages:package list ->
  string ->
  job impl list ->
  unit
val reporter : reporter typ
val resolver : resolver typ
val resolver_dns :
  ?ns:Ipaddr.V4.t ->
  ?ns_port:int ->
  ?time:time impl ->
  stackv4 impl ->
  resolver impl
val resolver_unix_system : resolver impl
val run : unit -> unit
val socket_stackv4 : ?group:string -> Ipaddr.V4.t list -> stackv4 impl
val socket_tcpv4 : ?group:string -> Ipaddr.V4.t option -> tcpv4 impl
val socket_udpv4 : ?group:string -> Ipaddr.V4.t option -> udpv4 impl
val stackv4 : stackv4 typ
val static_ipv4_stack :
  ?group:string ->
  ?config:ipv4_config ->
  ?arp:(ethernet impl ->
  arpv4 impl) ->
  network impl ->
  stackv4 impl
val stdlib_random : random impl
val syslog : syslog typ
val syslog_config : ?port:int -> ?truncate:int -> string -> Ipaddr.V4.t -> syslog_config
val syslog_tcp :
  syslog_config ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4 impl ->
  syslog impl
val syslog_tls :
  syslog_config ->
  ?keyname:string ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4 impl ->
  kv_ro impl ->
  syslog impl
val syslog_udp :
  syslog_config ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4 impl ->
  syslog impl
val tcp : 'a tcp typ
val tcpv4 : tcpv4 typ
val tcpv6 : tcpv6 typ
val time : time typ
val tracing : tracing typ
val udp : 'a udp typ
val udpv4 : udpv4 typ
val udpv6 : udpv6 typ

module Info : sig
  type t

  val libraries : t -> string list
  val name : t -> string
  val package_names : t -> string list
  val packages : t -> package list
  val root : t -> Fpath.t
end

(* Devices of a project's own are objects. *)

class type ['ty] configurable = object
  method ty : 'ty typ
  method name : string
  method module_name : string
  method keys : Key.t list
  method packages : package list Key.value
  method connect : Info.t -> string -> string list -> string
  method configure : Info.t -> (unit, [ `Msg of string ]) result
  method build : Info.t -> (unit, [ `Msg of string ]) result
  method clean : Info.t -> (unit, [ `Msg of string ]) result
  method deps : abstract_impl list
end

class base_configurable : object
  method packages : package list Key.value
  method keys : Key.t list
  method connect : Info.t -> string -> string list -> string
  method configure : Info.t -> (unit, [ `Msg of string ]) result
  method build : Info.t -> (unit, [ `Msg of string ]) result
  method clean : Info.t -> (unit, [ `Msg of string ]) result
  method deps : abstract_impl list
end

val impl : 'ty configurable -> 'ty impl
val typ : 'a -> 'a typ
