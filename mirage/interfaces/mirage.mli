(** The language of config.ml (mirage 3.0.0, functoria 2.0.2). *)

(** Until 2.9.1: The language of config.ml, as Mirage 2.9.1 has it (with functoria 1.1.1). *)

[@@@complete "3.0"]

module Key : sig
  module Arg : sig
    type 'a serialize = Format.formatter -> 'a -> unit [@@since "3.0"]
    type 'a runtime_conv = string [@@since "3.0"]
    type 'a converter

    val conv :
      conv:'a Cmdliner.Arg.converter ->
      serialize:'a serialize ->
      runtime_conv:'a runtime_conv ->
      'a converter
    [@@since "3.0"]
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
    val ipv4_address : Ipaddr.V4.t converter [@@since "3.0"]
    val ipv4 : Ipaddr.V4.t converter [@@port "key-arg-ipv4"] [@@until "2.9.1"]
    val ipv4 : (Ipaddr.V4.Prefix.t * Ipaddr.V4.t) converter [@@since "3.0"]
    val ipv6 : Ipaddr.V6.t converter
    val ipv6_prefix : Ipaddr.V6.Prefix.t converter
  end

  type +'a value

  val pure : 'a -> 'a value
  val ( $ ) : ('a -> 'b) value -> 'a value -> 'b value [@@since "3.0"]
  val map : ('a -> 'b) -> 'a value -> 'b value
  val if_ : bool value -> 'a -> 'a -> 'a value
  val is_xen : bool value [@@port "key-is-xen"] [@@until "2.9.1"]
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
  [@@since "3.0"]

  val abstract : 'a key -> t
  val compare : t -> t -> int [@@since "3.0"]
  val pp : t Fmt.t [@@since "3.0"]
  val of_deps : Set.t -> unit value [@@since "3.0"]
  val deps : 'a value -> Set.t [@@since "3.0"]
  val pp_deps : 'a value Fmt.t [@@since "3.0"]
  val is_runtime : t -> bool [@@since "3.0"]
  val is_configure : t -> bool [@@since "3.0"]
  val filter_stage : Arg.stage -> Set.t -> Set.t [@@since "3.0"]

  module Alias : sig
    type 'a t

    val add : 'b key -> ('a -> 'b option) -> 'a t -> 'a t
    val flag : Arg.info -> bool t
  end
  [@@since "3.0"]

  val alias : string -> 'a Alias.t -> 'a key [@@since "3.0"]
  val aliases : t -> Set.t [@@since "3.0"]
  val name : t -> string [@@since "3.0"]

  type context [@@since "3.0"]

  val empty_context : context [@@since "3.0"]
  val merge_context : default:context -> context -> context [@@since "3.0"]

  val context : ?stage:Arg.stage -> with_required:bool -> Set.t -> context Cmdliner.Term.t
  [@@since "3.0"]
  val mem : context -> 'a value -> bool [@@since "3.0"]
  val peek : context -> 'a value -> 'a option [@@since "3.0"]
  val eval : context -> 'a value -> 'a [@@since "3.0"]
  val get : context -> 'a key -> 'a [@@since "3.0"]
  val pps : context -> Set.t Fmt.t [@@since "3.0"]
  val ocaml_name : t -> string [@@since "3.0"]
  val serialize_call : t Fmt.t [@@since "3.0"]
  val serialize : context -> t Fmt.t [@@since "3.0"]
  val module_name : string [@@since "3.0"]

  type mode = [ `Unix | `Xen | `Qubes | `MacOSX | `Virtio | `Ukvm ] [@@since "3.0"]

  val target : [ `Unix | `Xen | `MacOSX ] key [@@port "key-target-cases"] [@@until "2.9.1"]
  val target : mode key [@@since "3.0"]
  val pp_target : mode Fmt.t [@@since "3.0"]
  val is_unix : bool value [@@since "3.0"]
  val warn_error : bool key
  val xen : bool key [@@port "key-unix-xen-aliases"] [@@until "2.9.1"]
  val tracing_size : int -> int key
  val unix : bool key [@@port "key-unix-xen-aliases"] [@@until "2.9.1"]
  val kv_ro : ?group:string -> unit -> [ `Archive | `Crunch | `Fat ] key [@@until "2.9.1"]
  val kv_ro : ?group:string -> unit -> [ `Archive | `Crunch | `Direct | `Fat ] key [@@since "3.0"]
  val prng : ?group:string -> unit -> [ `Stdlib | `Nocrypto ] key [@@since "3.0"]
  val dhcp : ?group:string -> unit -> bool key
  val net : ?group:string -> unit -> [ `Direct | `Socket ] key
  val network : ?group:string -> string -> string key [@@port "key-network"] [@@until "2.9.1"]
  val no_ocaml_check : bool key [@@port "key-unix-xen-aliases"] [@@until "2.9.1"]
  val interface : ?group:string -> string -> string key [@@since "3.0"]

  module V4 : sig
    open Ipaddr.V4

    val gateways : ?group:string -> t list -> t list key [@@port "key-v4"]
    val interfaces : ?group:string -> t list -> t list key
    val ip : ?group:string -> t -> t key [@@port "key-v4"]
    val netmask : ?group:string -> t -> t key [@@port "key-v4"]
    val socket : ?group:string -> t option -> t option key
  end
  [@@until "2.9.1"]

  module V4 : sig
    val network :
      ?group:string -> Ipaddr.V4.Prefix.t * Ipaddr.V4.t -> (Ipaddr.V4.Prefix.t * Ipaddr.V4.t) key
    val gateway : ?group:string -> Ipaddr.V4.t option -> Ipaddr.V4.t option key
    val socket : ?group:string -> Ipaddr.V4.t option -> Ipaddr.V4.t option key
    val interfaces : ?group:string -> Ipaddr.V4.t list -> Ipaddr.V4.t list key
  end
  [@@since "3.0"]

  module V6 : sig
    open Ipaddr.V6

    val gateways : ?group:string -> t list -> t list key
    val ip : ?group:string -> t -> t key [@@port "key-v6"]
    val netmask : ?group:string -> Prefix.t list -> Prefix.t list key [@@port "key-v6-netmask"]
  end
  [@@until "2.9.1"]

  module V6 : sig
    val ips : ?group:string -> Ipaddr.V6.t list -> Ipaddr.V6.t list key
    val netmasks : ?group:string -> Ipaddr.V6.Prefix.t list -> Ipaddr.V6.Prefix.t list key
    val gateways : ?group:string -> Ipaddr.V6.t list -> Ipaddr.V6.t list key
  end
  [@@since "3.0"]

  val logs : string list key [@@until "2.9.1"]
  val logs : Mirage_runtime.log_threshold list key [@@since "3.0"]
end

type _ typ =
  | Type : 'a -> 'a typ
  | Function : 'a typ * 'b typ -> ('a -> 'b) typ
[@@until "2.9.1"]
type _ typ = Type : 'a -> 'a typ | Function : 'b typ * 'c typ -> ('b -> 'c) typ [@@since "3.0"]

val typ : 'a -> 'a typ [@@port "dev-typ"]
val ( @-> ) : 'a typ -> 'b typ -> ('a -> 'b) typ

type job

val job : job typ

type 'a impl

val ( $ ) : ('a -> 'b) impl -> 'a impl -> 'b impl

type abstract_impl [@@until "2.9.1"]
type abstract_impl = Abstract : 'a impl -> abstract_impl [@@since "3.0"]

val abstract : 'a impl -> abstract_impl

val add_to_ocamlfind_libraries : string list -> unit
[@@port "pkg-add-to"]
[@@until "2.9.1"]

val add_to_opam_packages : string list -> unit
[@@port "pkg-add-to"]
[@@until "2.9.1"]

type key = Key.t [@@since "3.0"]
type context = Key.context [@@since "3.0"]
type 'a value = 'a Key.value [@@since "3.0"]

val if_impl : bool Key.value -> 'a impl -> 'a impl -> 'a impl [@@until "2.9.1"]
val if_impl : bool value -> 'a impl -> 'a impl -> 'a impl [@@since "3.0"]
val match_impl : 'b Key.value -> default:'a impl -> ('b * 'a impl) list -> 'a impl [@@until "2.9.1"]
val match_impl : 'b value -> default:'a impl -> ('b * 'a impl) list -> 'a impl [@@since "3.0"]

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
[@@since "3.0"]

type package = private {
  opam : string;
  build : bool;
  ocamlfind : Astring.String.Set.t;
  min : string option;
  max : string option;
}
[@@since "3.0"]

val package :
  ?build:bool ->
  ?sublibs:string list ->
  ?ocamlfind:string list ->
  ?min:string ->
  ?max:string ->
  string ->
  package
[@@since "3.0"]

val foreign :
  ?packages:string list ->
  ?libraries:string list ->
  ?keys:Key.t list ->
  ?deps:abstract_impl list ->
  string ->
  'a typ ->
  'a impl
[@@port "pkg-libraries"]
[@@until "2.9.1"]

val foreign :
  ?packages:package list ->
  ?keys:key list ->
  ?deps:abstract_impl list ->
  string ->
  'a typ ->
  'a impl
[@@since "3.0"]

(* What devices of a project's own are told of the unikernel. *)
module Info : sig
  type t

  val name : t -> string
  val root : t -> string [@@port "dev-info-root"] [@@until "2.9.1"]
  val root : t -> Fpath.t [@@since "3.0"]
  val libraries : t -> string list
  val package_names : t -> string list [@@since "3.0"]
  val packages : t -> string list [@@port "dev-info-packages"] [@@until "2.9.1"]
  val packages : t -> package list [@@since "3.0"]
  val keys : t -> key list [@@since "3.0"]
  val context : t -> context [@@since "3.0"]

  val create :
    packages:package list -> keys:key list -> context:context -> name:string -> root:Fpath.t -> t
  [@@since "3.0"]
  val pp : bool -> t Fmt.t [@@since "3.0"]
  val opam : ?name:string -> t Fmt.t [@@since "3.0"]
end

(* Devices of a project's own are objects. *)
class type ['ty] configurable = object
  method ty : 'ty typ
  method name : string
  method module_name : string
  method keys : Key.t list
  method packages : string list Key.value
  method libraries : string list Key.value
  method connect : Info.t -> string -> string list -> string
  method configure : Info.t -> (unit, string) result
  method clean : Info.t -> (unit, string) result
  method deps : abstract_impl list
end
[@@until "2.9.1"]

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
[@@since "3.0"]

val impl : 'ty configurable -> 'ty impl [@@until "2.9.1"]
val impl : 'a configurable -> 'a impl [@@since "3.0"]

class base_configurable : object
  method libraries : string list Key.value
  method packages : string list Key.value
  method keys : Key.t list
  method connect : Info.t -> string -> string list -> string
  method configure : Info.t -> (unit, string) result
  method clean : Info.t -> (unit, string) result
  method deps : abstract_impl list
end
[@@until "2.9.1"]

class base_configurable : object
  method build : Info.t -> (unit, [ `Msg of string ]) result
  method clean : Info.t -> (unit, [ `Msg of string ]) result
  method configure : Info.t -> (unit, [ `Msg of string ]) result
  method connect : Info.t -> string -> string list -> string
  method deps : abstract_impl list
  method keys : key list
  method packages : package list value
end
[@@since "3.0"]

class ['a] foreign : ?packages:package list -> ?keys:key list -> ?deps:abstract_impl list ->
  string -> 'a typ -> ['a] configurable
[@@since "3.0"]

val hash : 'a impl -> int [@@since "3.0"]
val equal : 'a impl -> 'a impl -> bool [@@since "3.0"]

module ImplTbl : Hashtbl.S with type key = abstract_impl [@@since "3.0"]

val explode :
  'a impl ->
  [ `App of abstract_impl * abstract_impl | `If of bool value * 'a impl * 'a impl
    | `Impl of 'a configurable ]
[@@since "3.0"]

type tracing

val tracing : tracing typ
val mprof_trace : size:int -> unit -> tracing impl

type qubesdb [@@since "3.0"]

val qubesdb : qubesdb typ [@@since "3.0"]
val default_qubesdb : qubesdb impl [@@since "3.0"]

type time

val time : time typ
val default_time : time impl

type pclock [@@since "3.0"]

val pclock : pclock typ [@@since "3.0"]
val default_posix_clock : pclock impl [@@since "3.0"]

type mclock [@@since "3.0"]

val mclock : mclock typ [@@since "3.0"]
val default_monotonic_clock : mclock impl [@@since "3.0"]

type reporter

val reporter : reporter typ

val default_reporter :
  ?clock:pclock impl -> ?ring_size:int -> ?level:Logs.level -> unit -> reporter impl
[@@since "3.0"]
val no_reporter : reporter impl

type random

val random : random typ
val stdlib_random : random impl [@@since "3.0"]
val nocrypto_random : random impl [@@since "3.0"]
val default_random : random impl

type console

val console : console typ
val default_console : console impl
val custom_console : string -> console impl

type io_page

val io_page : io_page typ
val default_io_page : io_page impl

type block
type clock [@@until "2.9.1"]

val default_reporter :
  ?clock:clock impl ->
  ?ring_size:int ->
  ?level:Logs.level ->
  unit ->
  reporter impl
[@@until "2.9.1"]

val block : block typ
val block_of_file : string -> block impl [@@port "fs-path-separators"]

val clock : clock typ
[@@port "clock-typ"]
[@@until "2.9.1"]

type kv_ro

val kv_ro : kv_ro typ
val crunch : string -> kv_ro impl
val archive : block impl -> kv_ro impl
val archive_of_files : ?dir:string -> unit -> kv_ro impl [@@port "fs-archive-paths"]
val direct_kv_ro : string -> kv_ro impl [@@port "fs-path-separators"]

type fs

val fs : fs typ

val get_mode : unit -> [ `Unix | `Xen | `MacOSX ]
[@@port "mode-get-mode"]
[@@until "2.9.1"]
val fat : ?io_page:io_page impl -> block impl -> fs impl [@@port "fs-fat-io-page"] [@@until "2.9.1"]
val fat : block impl -> fs impl [@@since "3.0"]
val fat_of_files : ?dir:string -> ?regexp:string -> unit -> fs impl
val kv_ro_of_fs : fs impl -> kv_ro impl

val generic_kv_ro : ?key:[ `Archive | `Crunch | `Fat ] Key.value -> string -> kv_ro impl [@@port "kv-generic-key"]
[@@until "2.9.1"]

val generic_kv_ro : ?key:[ `Archive | `Crunch | `Direct | `Fat ] value -> string -> kv_ro impl
[@@since "3.0"]

type network

val network : network typ
val default_network : network impl [@@since "3.0"]
val netif : ?group:string -> string -> network impl [@@port "net-netif-two"]

type ethernet

val ethernet : ethernet typ
val etif : network impl -> ethernet impl

type arpv4

val arpv4 : arpv4 typ
val arp : ?clock:clock impl -> ?time:time impl -> ethernet impl -> arpv4 impl [@@until "2.9.1"]
val arp : ?clock:mclock impl -> ?time:time impl -> ethernet impl -> arpv4 impl [@@since "3.0"]
val farp : ?clock:mclock impl -> ?time:time impl -> ethernet impl -> arpv4 impl [@@since "3.0"]

type v4
type v6

type ('ipaddr, 'prefix) ip_config = { address : 'ipaddr; netmask : 'prefix; gateways : 'ipaddr list; }
[@@until "2.9.1"]
type 'a ip
type ipv4 = v4 ip

val default_ipv4 : ?group:string -> network impl -> ipv4 impl [@@port "ip-default-ipv4"]
[@@until "2.9.1"]

type ipv6 = v6 ip

val ipv4 : ipv4 typ
val ipv6 : ipv6 typ

type ipv4_config = (Ipaddr.V4.t, Ipaddr.V4.t) ip_config [@@until "2.9.1"]

type ipv4_config = { network : Ipaddr.V4.Prefix.t * Ipaddr.V4.t; gateway : Ipaddr.V4.t option }
[@@since "3.0"]
type ipv6_config = (Ipaddr.V6.t, Ipaddr.V6.Prefix.t list) ip_config [@@until "2.9.1"]

type ipv6_config = {
  addresses : Ipaddr.V6.t list;
  netmasks : Ipaddr.V6.Prefix.t list;
  gateways : Ipaddr.V6.t list;
}
[@@since "3.0"]

val create_ipv4 :
  ?clock:clock impl ->
  ?time:time impl ->
  ?group:string ->
  network impl ->
  ipv4_config ->
  ipv4 impl
[@@port "ip-create-ipv4"]
[@@until "2.9.1"]

val create_ipv4 : ?group:string -> ?config:ipv4_config -> ethernet impl -> arpv4 impl -> ipv4 impl
[@@since "3.0"]
val ipv4_qubes : qubesdb impl -> ethernet impl -> arpv4 impl -> ipv4 impl [@@since "3.0"]

val create_ipv6 :
  ?time:time impl ->
  ?clock:clock impl ->
  ?group:string ->
  network impl ->
  ipv6_config ->
  ipv6 impl
[@@port "ip-create-ipv6"]
[@@until "2.9.1"]

val create_ipv6 :
  ?time:time impl ->
  ?clock:mclock impl ->
  ?group:string ->
  ethernet impl ->
  ipv6_config ->
  ipv6 impl
[@@since "3.0"]

type 'a udp
type udpv4 = v4 udp
type udpv6 = v6 udp

val udp : 'a udp typ
val udpv4 : udpv4 typ
val udpv6 : udpv6 typ

(* Older than 2.9, and met in configurations that were never brought up to it. *)
type entropy [@@until "2.9.1"]
type vchan [@@until "2.9.1"]
type conduit_client [@@until "2.9.1"]
type conduit_server [@@until "2.9.1"]
type channel [@@until "2.9.1"]

val direct_udpv4 : ipv4 impl -> udpv4 impl [@@port "direct-udpv4"] [@@until "2.9.1"]
val entropy : entropy typ [@@port "entropy"] [@@until "2.9.1"]
val default_entropy : entropy impl [@@port "entropy"] [@@until "2.9.1"]
val vchan : vchan typ [@@port "vchan"] [@@until "2.9.1"]
val vchan_localhost : ?uuid:string -> unit -> vchan impl [@@port "vchan"] [@@until "2.9.1"]
val vchan_xen : ?uuid:string -> unit -> vchan impl [@@port "vchan"] [@@until "2.9.1"]
val vchan_default : ?uuid:string -> unit -> vchan impl [@@port "vchan"] [@@until "2.9.1"]
val channel : channel typ [@@port "channel-device"] [@@until "2.9.1"]
val append_main : ('a, unit, string, unit) format4 -> 'a [@@port "dev-pre27-api"] [@@until "2.9.1"]
val newline_main : unit -> unit [@@port "dev-pre27-api"] [@@until "2.9.1"]
val set_mode : [ `Unix | `Xen | `MacOSX ] -> unit [@@port "dev-pre27-api"] [@@until "2.9.1"]
val direct_udp : 'a ip impl -> 'a udp impl [@@until "2.9.1"]
val direct_udp : ?random:random impl -> 'a ip impl -> 'a udp impl [@@since "3.0"]
val socket_udpv4 : ?group:string -> Ipaddr.V4.t option -> udpv4 impl

type 'a tcp
type tcpv4 = v4 tcp

val direct_tcpv4 : ipv4 impl -> tcpv4 impl [@@port "direct-tcpv4"] [@@until "2.9.1"]
val channel_over_tcpv4 : tcpv4 impl -> channel impl [@@port "channel-device"] [@@until "2.9.1"]

type tcpv6 = v6 tcp

val tcp : 'a tcp typ
val tcpv4 : tcpv4 typ
val tcpv6 : tcpv6 typ

val direct_tcp :
  ?clock:clock impl ->
  ?random:random impl ->
  ?time:time impl ->
  'a ip impl ->
  'a tcp impl
[@@until "2.9.1"]

val direct_tcp :
  ?clock:mclock impl -> ?random:random impl -> ?time:time impl -> 'a ip impl -> 'a tcp impl
[@@since "3.0"]
val socket_tcpv4 : ?group:string -> Ipaddr.V4.t option -> tcpv4 impl

type stackv4

val direct_stackv4_with_default_ipv4 :
  ?clock:clock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ?group:string ->
  console impl ->
  network impl ->
  stackv4 impl
[@@port "stack-direct-default"]
[@@until "2.9.1"]

val direct_stackv4_with_dhcp :
  ?clock:clock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ?group:string ->
  console impl ->
  network impl ->
  stackv4 impl
[@@port "stack-direct-dhcp"]
[@@until "2.9.1"]

val direct_stackv4_with_static_ipv4 :
  ?clock:clock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ?group:string ->
  console impl ->
  network impl ->
  ipv4_config ->
  stackv4 impl
[@@port "stack-direct-static"]
[@@until "2.9.1"]

val stackv4 : stackv4 typ

val tap0 : network impl
[@@port "net-tap0"]
[@@until "2.9.1"]

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
[@@since "3.0"]

val socket_stackv4 : ?group:string -> console impl -> Ipaddr.V4.t list -> stackv4 impl
[@@port "stack-socket-console"]
[@@until "2.9.1"]
val socket_stackv4 : ?group:string -> Ipaddr.V4.t list -> stackv4 impl [@@since "3.0"]

val qubes_ipv4_stack :
  ?group:string ->
  ?qubesdb:qubesdb impl ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
[@@since "3.0"]

val dhcp_ipv4_stack :
  ?group:string ->
  ?time:time impl ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
[@@since "3.0"]

val static_ipv4_stack :
  ?group:string ->
  ?config:ipv4_config ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
[@@since "3.0"]

val generic_stackv4 :
  ?group:string ->
  ?dhcp_key:bool Key.value ->
  ?net_key:[ `Direct | `Socket ] Key.value ->
  console impl ->
  network impl ->
  stackv4 impl
[@@port "stack-generic-console"]
[@@until "2.9.1"]

val generic_stackv4 :
  ?group:string ->
  ?config:ipv4_config ->
  ?dhcp_key:bool value ->
  ?net_key:[ `Direct | `Socket ] value ->
  network impl ->
  stackv4 impl
[@@since "3.0"]

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
[@@since "3.0"]

val syslog_config : ?port:int -> ?truncate:int -> string -> Ipaddr.V4.t -> syslog_config
[@@since "3.0"]

type syslog [@@since "3.0"]

val syslog : syslog typ [@@since "3.0"]

val syslog_udp :
  syslog_config -> ?console:console impl -> ?clock:pclock impl -> stackv4 impl -> syslog impl
[@@since "3.0"]

val syslog_tcp :
  syslog_config -> ?console:console impl -> ?clock:pclock impl -> stackv4 impl -> syslog impl
[@@since "3.0"]

val syslog_tls :
  syslog_config ->
  ?keyname:string ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4 impl ->
  kv_ro impl ->
  syslog impl
[@@since "3.0"]
val nocrypto : job impl

type conduit

val conduit : conduit typ
val conduit_direct : ?tls:bool -> stackv4 impl -> conduit impl

type http

val http : http typ
val http_server : conduit impl -> http impl [@@port "http-server-arg"]

type argv

val argv_dynamic : argv impl [@@port "argv-dynamic"] [@@until "2.9.1"]

val default_argv : argv impl

val default_clock : clock impl
[@@port "clock-default-clock"]
[@@until "2.9.1"]
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
  ?libraries:string list ->
  ?packages:string list ->
  string ->
  job impl list ->
  unit
[@@port "pkg-libraries"]
[@@until "2.9.1"]

val register :
  ?argv:argv impl ->
  ?tracing:tracing impl ->
  ?reporter:reporter impl ->
  ?keys:Key.t list ->
  ?packages:package list ->
  string ->
  job impl list ->
  unit
[@@since "3.0"]
val run : unit -> unit
