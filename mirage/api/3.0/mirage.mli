(** The language of config.ml (mirage 3.0.0, functoria 2.0.2). *)

[@@@complete]

module Key : sig
  module Arg : sig
    type 'a serialize = Format.formatter -> 'a -> unit
    type 'a runtime_conv = string
    type 'a converter

    val conv :
      conv:'a Cmdliner.Arg.converter ->
      serialize:'a serialize ->
      runtime_conv:'a runtime_conv ->
      'a converter
    val string : string converter
    val bool : bool converter
    val int : int converter
    val list : 'a converter -> 'a list converter
    val some : 'a converter -> 'a option converter

    type 'a t
    type info

    val info : ?docs:string -> ?docv:string -> ?doc:string -> ?env:string -> string list -> info

    type stage = [ `Configure | `Run | `Both ]

    val opt : ?stage:stage -> 'a converter -> 'a -> info -> 'a t
    val required : ?stage:stage -> 'a converter -> info -> 'a option t
    val flag : ?stage:stage -> info -> bool t
    val ipv4_address : Ipaddr.V4.t converter
    val ipv4 : (Ipaddr.V4.Prefix.t * Ipaddr.V4.t) converter
    val ipv6 : Ipaddr.V6.t converter
    val ipv6_prefix : Ipaddr.V6.Prefix.t converter
  end

  type +'a value

  val pure : 'a -> 'a value
  val ( $ ) : ('a -> 'b) value -> 'a value -> 'b value
  val map : ('a -> 'b) -> 'a value -> 'b value
  val if_ : bool value -> 'a -> 'a -> 'a value
  val match_ : 'a value -> ('a -> 'b) -> 'b value
  val default : 'a value -> 'a

  type 'a key

  val create : string -> 'a Arg.t -> 'a key
  val value : 'a key -> 'a value

  type t

  module Set : sig
    include Set.S with type elt = t

    val pp : elt Fmt.t -> t Fmt.t
  end

  val abstract : 'a key -> t
  val compare : t -> t -> int
  val pp : t Fmt.t
  val of_deps : Set.t -> unit value
  val deps : 'a value -> Set.t
  val pp_deps : 'a value Fmt.t
  val is_runtime : t -> bool
  val is_configure : t -> bool
  val filter_stage : Arg.stage -> Set.t -> Set.t

  module Alias : sig
    type 'a t

    val add : 'b key -> ('a -> 'b option) -> 'a t -> 'a t
    val flag : Arg.info -> bool t
  end

  val alias : string -> 'a Alias.t -> 'a key
  val aliases : t -> Set.t
  val name : t -> string

  type context

  val empty_context : context
  val merge_context : default:context -> context -> context
  val context : ?stage:Arg.stage -> with_required:bool -> Set.t -> context Cmdliner.Term.t
  val mem : context -> 'a value -> bool
  val peek : context -> 'a value -> 'a option
  val eval : context -> 'a value -> 'a
  val get : context -> 'a key -> 'a
  val pps : context -> Set.t Fmt.t
  val ocaml_name : t -> string
  val serialize_call : t Fmt.t
  val serialize : context -> t Fmt.t
  val module_name : string

  type mode = [ `Unix | `Xen | `Qubes | `MacOSX | `Virtio | `Ukvm ]

  val target : mode key
  val pp_target : mode Fmt.t
  val is_unix : bool value
  val warn_error : bool key
  val tracing_size : int -> int key
  val kv_ro : ?group:string -> unit -> [ `Archive | `Crunch | `Direct | `Fat ] key
  val prng : ?group:string -> unit -> [ `Stdlib | `Nocrypto ] key
  val dhcp : ?group:string -> unit -> bool key
  val net : ?group:string -> unit -> [ `Direct | `Socket ] key
  val interface : ?group:string -> string -> string key

  module V4 : sig
    val network :
      ?group:string -> Ipaddr.V4.Prefix.t * Ipaddr.V4.t -> (Ipaddr.V4.Prefix.t * Ipaddr.V4.t) key
    val gateway : ?group:string -> Ipaddr.V4.t option -> Ipaddr.V4.t option key
    val socket : ?group:string -> Ipaddr.V4.t option -> Ipaddr.V4.t option key
    val interfaces : ?group:string -> Ipaddr.V4.t list -> Ipaddr.V4.t list key
  end

  module V6 : sig
    val ips : ?group:string -> Ipaddr.V6.t list -> Ipaddr.V6.t list key
    val netmasks : ?group:string -> Ipaddr.V6.Prefix.t list -> Ipaddr.V6.Prefix.t list key
    val gateways : ?group:string -> Ipaddr.V6.t list -> Ipaddr.V6.t list key
  end

  val logs : Mirage_runtime.log_threshold list key
end

type _ typ = Type : 'a -> 'a typ | Function : 'b typ * 'c typ -> ('b -> 'c) typ

val typ : 'a -> 'a typ
val ( @-> ) : 'a typ -> 'b typ -> ('a -> 'b) typ

type job

val job : job typ

type 'a impl

val ( $ ) : ('a -> 'b) impl -> 'a impl -> 'b impl

type abstract_impl = Abstract : 'a impl -> abstract_impl

val abstract : 'a impl -> abstract_impl

type key = Key.t
type context = Key.context
type 'a value = 'a Key.value

val if_impl : bool value -> 'a impl -> 'a impl -> 'a impl
val match_impl : 'b value -> default:'a impl -> ('b * 'a impl) list -> 'a impl

module type KEY = sig
  module Arg : sig
    type 'a serialize = Format.formatter -> 'a -> unit
    type 'a runtime_conv = string
    type 'a converter = 'a Key.Arg.converter

    val conv :
      conv:'a Cmdliner.Arg.converter ->
      serialize:'a serialize ->
      runtime_conv:'a runtime_conv ->
      'a converter
    val string : string converter
    val bool : bool converter
    val int : int converter
    val list : 'a converter -> 'a list converter
    val some : 'a converter -> 'a option converter

    type 'a t = 'a Key.Arg.t
    type info = Key.Arg.info

    val info : ?docs:string -> ?docv:string -> ?doc:string -> ?env:string -> string list -> info

    type stage = [ `Configure | `Run | `Both ]

    val opt : ?stage:stage -> 'a converter -> 'a -> info -> 'a t
    val required : ?stage:stage -> 'a converter -> info -> 'a option t
    val flag : ?stage:stage -> info -> bool t
  end

  type 'a value = 'a Key.value

  val pure : 'a -> 'a value
  val ( $ ) : ('a -> 'b) value -> 'a value -> 'b value
  val map : ('a -> 'b) -> 'a value -> 'b value
  val if_ : bool value -> 'a -> 'a -> 'a value
  val match_ : 'a value -> ('a -> 'b) -> 'b value
  val default : 'a value -> 'a

  type 'a key = 'a Key.key

  val create : string -> 'a Arg.t -> 'a key
  val value : 'a key -> 'a value

  type t = Key.t

  module Set : sig
    include Set.S with type elt = Key.t

    val pp : elt Fmt.t -> t Fmt.t
  end

  val abstract : 'a key -> t
  val compare : t -> t -> int
  val pp : t Fmt.t
  val of_deps : Set.t -> unit value
  val deps : 'a value -> Set.t
  val pp_deps : 'a value Fmt.t
  val is_runtime : t -> bool
  val is_configure : t -> bool
  val filter_stage : Arg.stage -> Set.t -> Set.t

  module Alias : sig
    type 'a t = 'a Key.Alias.t

    val add : 'b Key.key -> ('a -> 'b option) -> 'a t -> 'a t
    val flag : Key.Arg.info -> bool t
  end

  val alias : string -> 'a Alias.t -> 'a key
  val aliases : t -> Set.t
  val name : t -> string

  type context = Key.context

  val empty_context : context
  val merge_context : default:context -> context -> context
  val context : ?stage:Arg.stage -> with_required:bool -> Set.t -> context Cmdliner.Term.t
  val mem : context -> 'a value -> bool
  val peek : context -> 'a value -> 'a option
  val eval : context -> 'a value -> 'a
  val get : context -> 'a key -> 'a
  val pps : context -> Set.t Fmt.t
  val ocaml_name : t -> string
  val serialize_call : t Fmt.t
  val serialize : context -> t Fmt.t
  val module_name : string
end

type package = private {
  opam : string;
  build : bool;
  ocamlfind : Astring.String.Set.t;
  min : string option;
  max : string option;
}

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
  ?keys:key list ->
  ?deps:abstract_impl list ->
  string ->
  'a typ ->
  'a impl

module Info : sig
  type t

  val name : t -> string
  val root : t -> Fpath.t
  val libraries : t -> string list
  val package_names : t -> string list
  val packages : t -> package list
  val keys : t -> key list
  val context : t -> context
  val create :
    packages:package list -> keys:key list -> context:context -> name:string -> root:Fpath.t -> t
  val pp : bool -> t Fmt.t
  val opam : ?name:string -> t Fmt.t
end

class type ['ty] configurable = object
  method build : Info.t -> (unit, [ `Msg of string ]) result
  method clean : Info.t -> (unit, [ `Msg of string ]) result
  method configure : Info.t -> (unit, [ `Msg of string ]) result
  method connect : Info.t -> string -> string list -> string
  method deps : abstract_impl list
  method keys : key list
  method module_name : string
  method name : string
  method packages : package list value
  method ty : 'ty typ
end

val impl : 'a configurable -> 'a impl

class base_configurable : object
  method build : Info.t -> (unit, [ `Msg of string ]) result
  method clean : Info.t -> (unit, [ `Msg of string ]) result
  method configure : Info.t -> (unit, [ `Msg of string ]) result
  method connect : Info.t -> string -> string list -> string
  method deps : abstract_impl list
  method keys : key list
  method packages : package list value
end

class ['a] foreign : ?packages:package list -> ?keys:key list -> ?deps:abstract_impl list ->
  string -> 'a typ -> ['a] configurable

val hash : 'a impl -> int
val equal : 'a impl -> 'a impl -> bool

module ImplTbl : Hashtbl.S with type key = abstract_impl

val explode :
  'a impl ->
  [ `App of abstract_impl * abstract_impl | `If of bool value * 'a impl * 'a impl
    | `Impl of 'a configurable ]

type tracing

val tracing : tracing typ
val mprof_trace : size:int -> unit -> tracing impl

type qubesdb

val qubesdb : qubesdb typ
val default_qubesdb : qubesdb impl

type time

val time : time typ
val default_time : time impl

type pclock

val pclock : pclock typ
val default_posix_clock : pclock impl

type mclock

val mclock : mclock typ
val default_monotonic_clock : mclock impl

type reporter

val reporter : reporter typ
val default_reporter :
  ?clock:pclock impl -> ?ring_size:int -> ?level:Logs.level -> unit -> reporter impl
val no_reporter : reporter impl

type random

val random : random typ
val stdlib_random : random impl
val nocrypto_random : random impl
val default_random : random impl

type console

val console : console typ
val default_console : console impl
val custom_console : string -> console impl

type io_page

val io_page : io_page typ
val default_io_page : io_page impl

type block

val block : block typ
val block_of_file : string -> block impl

type kv_ro

val kv_ro : kv_ro typ
val crunch : string -> kv_ro impl
val archive : block impl -> kv_ro impl
val archive_of_files : ?dir:string -> unit -> kv_ro impl
val direct_kv_ro : string -> kv_ro impl

type fs

val fs : fs typ
val fat : block impl -> fs impl
val fat_of_files : ?dir:string -> ?regexp:string -> unit -> fs impl
val kv_ro_of_fs : fs impl -> kv_ro impl
val generic_kv_ro : ?key:[ `Archive | `Crunch | `Direct | `Fat ] value -> string -> kv_ro impl

type network

val network : network typ
val default_network : network impl
val netif : ?group:string -> string -> network impl

type ethernet

val ethernet : ethernet typ
val etif : network impl -> ethernet impl

type arpv4

val arpv4 : arpv4 typ
val arp : ?clock:mclock impl -> ?time:time impl -> ethernet impl -> arpv4 impl
val farp : ?clock:mclock impl -> ?time:time impl -> ethernet impl -> arpv4 impl

type v4
type v6
type 'a ip
type ipv4 = v4 ip
type ipv6 = v6 ip

val ipv4 : ipv4 typ
val ipv6 : ipv6 typ

type ipv4_config = { network : Ipaddr.V4.Prefix.t * Ipaddr.V4.t; gateway : Ipaddr.V4.t option }
type ipv6_config = {
  addresses : Ipaddr.V6.t list;
  netmasks : Ipaddr.V6.Prefix.t list;
  gateways : Ipaddr.V6.t list;
}

val create_ipv4 : ?group:string -> ?config:ipv4_config -> ethernet impl -> arpv4 impl -> ipv4 impl
val ipv4_qubes : qubesdb impl -> ethernet impl -> arpv4 impl -> ipv4 impl
val create_ipv6 :
  ?time:time impl ->
  ?clock:mclock impl ->
  ?group:string ->
  ethernet impl ->
  ipv6_config ->
  ipv6 impl

type 'a udp
type udpv4 = v4 udp
type udpv6 = v6 udp

val udp : 'a udp typ
val udpv4 : udpv4 typ
val udpv6 : udpv6 typ
val direct_udp : ?random:random impl -> 'a ip impl -> 'a udp impl
val socket_udpv4 : ?group:string -> Ipaddr.V4.t option -> udpv4 impl

type 'a tcp
type tcpv4 = v4 tcp
type tcpv6 = v6 tcp

val tcp : 'a tcp typ
val tcpv4 : tcpv4 typ
val tcpv6 : tcpv6 typ
val direct_tcp :
  ?clock:mclock impl -> ?random:random impl -> ?time:time impl -> 'a ip impl -> 'a tcp impl
val socket_tcpv4 : ?group:string -> Ipaddr.V4.t option -> tcpv4 impl

type stackv4

val stackv4 : stackv4 typ
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
val socket_stackv4 : ?group:string -> Ipaddr.V4.t list -> stackv4 impl
val qubes_ipv4_stack :
  ?group:string ->
  ?qubesdb:qubesdb impl ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
val dhcp_ipv4_stack :
  ?group:string ->
  ?time:time impl ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
val static_ipv4_stack :
  ?group:string ->
  ?config:ipv4_config ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
val generic_stackv4 :
  ?group:string ->
  ?config:ipv4_config ->
  ?dhcp_key:bool value ->
  ?net_key:[ `Direct | `Socket ] value ->
  network impl ->
  stackv4 impl

type resolver

val resolver : resolver typ
val resolver_dns :
  ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?time:time impl -> stackv4 impl -> resolver impl
val resolver_unix_system : resolver impl

type syslog_config = {
  hostname : string;
  server : Ipaddr.V4.t;
  port : int option;
  truncate : int option;
}

val syslog_config : ?port:int -> ?truncate:int -> string -> Ipaddr.V4.t -> syslog_config

type syslog

val syslog : syslog typ
val syslog_udp :
  syslog_config -> ?console:console impl -> ?clock:pclock impl -> stackv4 impl -> syslog impl
val syslog_tcp :
  syslog_config -> ?console:console impl -> ?clock:pclock impl -> stackv4 impl -> syslog impl
val syslog_tls :
  syslog_config ->
  ?keyname:string ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4 impl ->
  kv_ro impl ->
  syslog impl
val nocrypto : job impl

type conduit

val conduit : conduit typ
val conduit_direct : ?tls:bool -> stackv4 impl -> conduit impl

type http

val http : http typ
val http_server : conduit impl -> http impl

type argv

val default_argv : argv impl
val no_argv : argv impl
val noop : job impl

type info

val info : info typ
val app_info : info impl
val register :
  ?argv:argv impl ->
  ?tracing:tracing impl ->
  ?reporter:reporter impl ->
  ?keys:Key.t list ->
  ?packages:package list ->
  string ->
  job impl list ->
  unit
val run : unit -> unit
