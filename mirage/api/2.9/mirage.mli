(** The language of config.ml, as Mirage 2.9.1 has it (with functoria 1.1.1). *)

type _ typ =
  | Type : 'a -> 'a typ
  | Function : 'a typ * 'b typ -> ('a -> 'b) typ

type 'a impl
type job
type argv
type abstract_impl

module Key : sig
  type t
  type +'a value
  type 'a key

  module Arg : sig
    type stage = [ `Configure | `Run | `Both ]
    type info
    type 'a converter
    type 'a t

    val bool : bool converter
    val flag : ?stage:stage -> info -> bool t
    val info : ?docs:string -> ?docv:string -> ?doc:string -> ?env:string -> string list -> info
    val int : int converter
    val ipv4 : Ipaddr.V4.t converter [@@port "key-arg-ipv4"]
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

    val gateways : ?group:string -> t list -> t list key [@@port "key-v4"]
    val interfaces : ?group:string -> t list -> t list key
    val ip : ?group:string -> t -> t key [@@port "key-v4"]
    val netmask : ?group:string -> t -> t key [@@port "key-v4"]
    val socket : ?group:string -> t option -> t option key
  end

  module V6 : sig
    open Ipaddr.V6

    val gateways : ?group:string -> t list -> t list key
    val ip : ?group:string -> t -> t key [@@port "key-v6"]
    val netmask : ?group:string -> Prefix.t list -> Prefix.t list key [@@port "key-v6-netmask"]
  end

  val abstract : 'a key -> t
  val create : string -> 'a Arg.t -> 'a key
  val default : 'a value -> 'a
  val dhcp : ?group:string -> unit -> bool key
  val if_ : bool value -> 'a -> 'a -> 'a value
  val is_xen : bool value [@@port "key-is-xen"]
  val kv_ro : ?group:string -> unit -> [ `Archive | `Crunch | `Fat ] key
  val logs : string list key
  val map : ('a -> 'b) -> 'a value -> 'b value
  val match_ : 'a value -> ('a -> 'b) -> 'b value
  val net : ?group:string -> unit -> [ `Direct | `Socket ] key
  val network : ?group:string -> string -> string key [@@port "key-network"]
  val no_ocaml_check : bool key [@@port "key-unix-xen-aliases"]
  val pure : 'a -> 'a value
  val target : [ `Unix | `Xen | `MacOSX ] key [@@port "key-target-cases"]
  val tracing_size : int -> int key
  val unix : bool key [@@port "key-unix-xen-aliases"]
  val value : 'a key -> 'a value
  val warn_error : bool key
  val xen : bool key [@@port "key-unix-xen-aliases"]
end

type arpv4
type block
type clock
type conduit
type console
type ethernet
type fs
type http
type info
type io_page
type 'a ip
type kv_ro
type network
type random
type reporter
type resolver
type stackv4
type 'a tcp
type time
type tracing
type 'a udp
type v4
type v6

type ('ipaddr, 'prefix) ip_config = { address : 'ipaddr; netmask : 'prefix; gateways : 'ipaddr list; }
type ipv4 = v4 ip
type ipv6 = v6 ip
type tcpv4 = v4 tcp
type tcpv6 = v6 tcp
type udpv4 = v4 udp
type udpv6 = v6 udp
type ipv4_config = (Ipaddr.V4.t, Ipaddr.V4.t) ip_config
type ipv6_config = (Ipaddr.V6.t, Ipaddr.V6.Prefix.t list) ip_config

val job : job typ
val ( @-> ) : 'a typ -> 'b typ -> ('a -> 'b) typ
val ( $ ) : ('a -> 'b) impl -> 'a impl -> 'b impl
val abstract : 'a impl -> abstract_impl
val if_impl : bool Key.value -> 'a impl -> 'a impl -> 'a impl
val match_impl : 'b Key.value -> default:'a impl -> ('b * 'a impl) list -> 'a impl

val foreign :
  ?packages:string list ->
  ?libraries:string list ->
  ?keys:Key.t list ->
  ?deps:abstract_impl list ->
  string ->
  'a typ ->
  'a impl
[@@port "pkg-libraries"]

val add_to_ocamlfind_libraries : string list -> unit
[@@port "pkg-add-to"]
val add_to_opam_packages : string list -> unit
[@@port "pkg-add-to"]
val app_info : info impl
val archive : block impl -> kv_ro impl
val archive_of_files : ?dir:string -> unit -> kv_ro impl [@@port "fs-archive-paths"]
val arp : ?clock:clock impl -> ?time:time impl -> ethernet impl -> arpv4 impl
val arpv4 : arpv4 typ
val block : block typ
val block_of_file : string -> block impl [@@port "fs-path-separators"]
val clock : clock typ
[@@port "clock-typ"]
val conduit : conduit typ
val conduit_direct : ?tls:bool -> stackv4 impl -> conduit impl
val console : console typ
val create_ipv4 :
  ?clock:clock impl ->
  ?time:time impl ->
  ?group:string ->
  network impl ->
  ipv4_config ->
  ipv4 impl
[@@port "ip-create-ipv4"]
val create_ipv6 :
  ?time:time impl ->
  ?clock:clock impl ->
  ?group:string ->
  network impl ->
  ipv6_config ->
  ipv6 impl
[@@port "ip-create-ipv6"]
val crunch : string -> kv_ro impl
val custom_console : string -> console impl
val default_argv : argv impl
val default_clock : clock impl
[@@port "clock-default-clock"]
val default_console : console impl
val default_io_page : io_page impl
val default_ipv4 : ?group:string -> network impl -> ipv4 impl [@@port "ip-default-ipv4"]
val default_random : random impl
val default_reporter :
  ?clock:clock impl ->
  ?ring_size:int ->
  ?level:Logs.level ->
  unit ->
  reporter impl
val default_time : time impl
val direct_kv_ro : string -> kv_ro impl [@@port "fs-path-separators"]
val direct_stackv4_with_default_ipv4 :
  ?clock:clock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ?group:string ->
  console impl ->
  network impl ->
  stackv4 impl
[@@port "stack-direct-default"]
val direct_stackv4_with_dhcp :
  ?clock:clock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ?group:string ->
  console impl ->
  network impl ->
  stackv4 impl
[@@port "stack-direct-dhcp"]
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
val direct_tcp :
  ?clock:clock impl ->
  ?random:random impl ->
  ?time:time impl ->
  'a ip impl ->
  'a tcp impl
val direct_udp : 'a ip impl -> 'a udp impl
val ethernet : ethernet typ
val etif : network impl -> ethernet impl
val fat : ?io_page:io_page impl -> block impl -> fs impl [@@port "fs-fat-io-page"]
val fat_of_files : ?dir:string -> ?regexp:string -> unit -> fs impl
val fs : fs typ
val generic_kv_ro : ?key:[ `Archive | `Crunch | `Fat ] Key.value -> string -> kv_ro impl [@@port "kv-generic-key"]
val generic_stackv4 :
  ?group:string ->
  ?dhcp_key:bool Key.value ->
  ?net_key:[ `Direct | `Socket ] Key.value ->
  console impl ->
  network impl ->
  stackv4 impl
[@@port "stack-generic-console"]
val get_mode : unit -> [ `Unix | `Xen | `MacOSX ]
[@@port "mode-get-mode"]
val http : http typ
val http_server : conduit impl -> http impl [@@port "http-server-arg"]
val info : info typ
val io_page : io_page typ
val ipv4 : ipv4 typ
val ipv6 : ipv6 typ
val kv_ro : kv_ro typ
val kv_ro_of_fs : fs impl -> kv_ro impl
val mprof_trace : size:int -> unit -> tracing impl
val netif : ?group:string -> string -> network impl [@@port "net-netif-two"]
val network : network typ
val no_argv : argv impl
val no_reporter : reporter impl
val nocrypto : job impl
val noop : job impl
val random : random typ
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
val socket_stackv4 : ?group:string -> console impl -> Ipaddr.V4.t list -> stackv4 impl
[@@port "stack-socket-console"]
val socket_tcpv4 : ?group:string -> Ipaddr.V4.t option -> tcpv4 impl
val socket_udpv4 : ?group:string -> Ipaddr.V4.t option -> udpv4 impl
val stackv4 : stackv4 typ
val tap0 : network impl
[@@port "net-tap0"]
val tcp : 'a tcp typ
val tcpv4 : tcpv4 typ
val tcpv6 : tcpv6 typ
val time : time typ
val tracing : tracing typ
val udp : 'a udp typ
val udpv4 : udpv4 typ
val udpv6 : udpv6 typ

(* Older than 2.9, and met in configurations that were never brought up to it. *)

type entropy
type vchan
type conduit_client
type conduit_server
type channel

val argv_dynamic : argv impl [@@port "argv-dynamic"]
val direct_udpv4 : ipv4 impl -> udpv4 impl [@@port "direct-udpv4"]
val direct_tcpv4 : ipv4 impl -> tcpv4 impl [@@port "direct-tcpv4"]
val entropy : entropy typ [@@port "entropy"]
val default_entropy : entropy impl [@@port "entropy"]
val vchan : vchan typ [@@port "vchan"]
val vchan_localhost : ?uuid:string -> unit -> vchan impl [@@port "vchan"]
val vchan_xen : ?uuid:string -> unit -> vchan impl [@@port "vchan"]
val vchan_default : ?uuid:string -> unit -> vchan impl [@@port "vchan"]
val channel : channel typ [@@port "channel-device"]
val channel_over_tcpv4 : tcpv4 impl -> channel impl [@@port "channel-device"]
val append_main : ('a, unit, string, unit) format4 -> 'a [@@port "dev-pre27-api"]
val newline_main : unit -> unit [@@port "dev-pre27-api"]
val set_mode : [ `Unix | `Xen | `MacOSX ] -> unit [@@port "dev-pre27-api"]

(* What devices of a project's own are told of the unikernel. *)

module Info : sig
  type t

  val libraries : t -> string list
  val name : t -> string
  val packages : t -> string list [@@port "dev-info-packages"]
  val root : t -> string [@@port "dev-info-root"]
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

class base_configurable : object
  method libraries : string list Key.value
  method packages : string list Key.value
  method keys : Key.t list
  method connect : Info.t -> string -> string list -> string
  method configure : Info.t -> (unit, string) result
  method clean : Info.t -> (unit, string) result
  method deps : abstract_impl list
end

val impl : 'ty configurable -> 'ty impl
val typ : 'a -> 'a typ [@@port "dev-typ"]
