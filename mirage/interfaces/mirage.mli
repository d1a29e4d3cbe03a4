(** The language of config.ml (mirage 3.0.0 to 4.11.1, with the
    functoria of each). *)

(** Until 2.9.1: The language of config.ml, as Mirage 2.9.1 has it (with functoria 1.1.1). *)

[@@@complete "3.0"]

module Key : sig
  module Arg : sig
    type 'a serialize = Format.formatter -> 'a -> unit [@@since "3.0"] [@@until "4.4"]
    type 'a runtime_conv = string [@@since "3.0"] [@@until "4.4"]
    type 'a converter [@@until "4.4"]

    val conv :
      conv:'a Cmdliner.Arg.converter ->
      serialize:'a serialize ->
      runtime_conv:'a runtime_conv ->
      'a converter
    [@@port "runtime-key"] [@@since "3.0"] [@@until "3.10"]

    val conv :
      conv:'a Cmdliner.Arg.conv ->
      serialize:'a serialize ->
      runtime_conv:'a runtime_conv ->
      'a converter
    [@@port "runtime-key"] [@@since "4.0"] [@@until "4.4"]

    val string : string converter [@@port "runtime-key"] [@@until "4.4"]
    val bool : bool converter [@@port "runtime-key"] [@@until "4.4"]
    val int : int converter [@@port "runtime-key"] [@@until "4.4"]
    val list : 'a converter -> 'a list converter [@@port "runtime-key"] [@@until "4.2"]
    val list : ?sep:char -> 'a converter -> 'a list converter [@@port "runtime-key"] [@@since "4.3"] [@@until "4.4"]
    val some : 'a converter -> 'a option converter [@@port "runtime-key"] [@@until "4.4"]

    type 'a t
    type info [@@until "4.4"]

    val info : ?docs:string -> ?docv:string -> ?doc:string -> ?env:string -> string list -> info
    [@@until "4.4"]

    val info :
      ?deprecated:string ->
      ?absent:string ->
      ?docs:string ->
      ?docv:string ->
      ?doc:string ->
      ?env:Cmdliner.Cmd.Env.info ->
      string list ->
      Cmdliner.Arg.info
    [@@since "4.5"] [@@until "4.10.1"]

    val info :
      ?deprecated:string ->
      ?absent:string ->
      ?docs:string ->
      ?doc_envs:Cmdliner.Cmd.Env.info list ->
      ?docv:string ->
      ?doc:string ->
      ?env:Cmdliner.Cmd.Env.info ->
      string list ->
      Cmdliner.Arg.info
    [@@since "4.10.2"]

    type stage = [ `Configure | `Run | `Both ] [@@until "4.4"]

    val opt : ?stage:stage -> 'a converter -> 'a -> info -> 'a t [@@port "runtime-key"] [@@until "4.4"]
    val opt : 'a Cmdliner.Arg.conv -> 'a -> Cmdliner.Arg.info -> 'a t [@@since "4.5"]
    val required : ?stage:stage -> 'a converter -> info -> 'a option t
    [@@port "runtime-key"]
    [@@until "4.4"]
    val required : 'a Cmdliner.Arg.conv -> Cmdliner.Arg.info -> 'a option t [@@since "4.5"]
    val flag : ?stage:stage -> info -> bool t [@@port "runtime-key"] [@@until "4.4"]
    val flag : Cmdliner.Arg.info -> bool t [@@since "4.5"]
    val ipv4_address : Ipaddr.V4.t converter [@@port "runtime-key"] [@@since "3.0"] [@@until "4.4"]
    val ipv4 : Ipaddr.V4.t converter [@@port "key-arg-ipv4"] [@@until "2.9.1"]
    val ipv4 : (Ipaddr.V4.Prefix.t * Ipaddr.V4.t) converter [@@port "runtime-key"] [@@since "3.0"] [@@until "3.7"]
    val ipv4 : Ipaddr.V4.Prefix.t converter [@@port "runtime-key"] [@@since "3.8"] [@@until "4.4"]
    val ipv6 : Ipaddr.V6.t converter [@@port "runtime-key"] [@@until "3.9"]
    val ipv6 : Ipaddr.V6.Prefix.t converter [@@port "runtime-key"] [@@since "3.10"] [@@until "4.4"]
    val ipv6_prefix : Ipaddr.V6.Prefix.t converter [@@port "runtime-key"] [@@until "3.9"]
    val int64 : int64 converter [@@port "runtime-key"] [@@since "4.0"] [@@until "4.4"]
    val ip_address : Ipaddr.t converter [@@port "runtime-key"] [@@since "3.10"] [@@until "4.4"]
    val ipv6_address : Ipaddr.V6.t converter [@@port "runtime-key"] [@@since "3.10"] [@@until "4.4"]
    val opt_all : ?stage:stage -> 'a converter -> info -> 'a list t
    [@@port "runtime-key"]
    [@@since "4.0"] [@@until "4.4"]
    val opt_all : 'a Cmdliner.Arg.conv -> Cmdliner.Arg.info -> 'a list t [@@since "4.5"]

    val pair : ?sep:char -> 'a converter -> 'b converter -> ('a * 'b) converter
    [@@port "runtime-key"] [@@since "4.1"] [@@until "4.4"]
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
  [@@port "abstract-key"] [@@port.to v]
  [@@until "4.4"]
  val compare : t -> t -> int [@@since "3.0"] [@@until "4.4"]
  val pp : t Fmt.t [@@since "3.0"]
  val of_deps : Set.t -> unit value [@@since "3.0"]
  val deps : 'a value -> Set.t [@@since "3.0"]
  val pp_deps : 'a value Fmt.t [@@since "3.0"]
  val is_runtime : t -> bool [@@since "3.0"] [@@until "4.4"]
  val is_configure : t -> bool [@@since "3.0"] [@@until "4.4"]
  val filter_stage : Arg.stage -> Set.t -> Set.t [@@since "3.0"] [@@until "4.4"]

  module Alias : sig
    type 'a t

    val add : 'b key -> ('a -> 'b option) -> 'a t -> 'a t
    val flag : Arg.info -> bool t
  end
  [@@since "3.0"] [@@until "4.4"]

  val alias : string -> 'a Alias.t -> 'a key [@@port "config-removed"] [@@since "3.0"] [@@until "4.4"]
  val aliases : t -> Set.t [@@since "3.0"] [@@until "4.4"]
  val name : t -> string [@@since "3.0"]

  type context [@@since "3.0"] [@@until "4.4"]

  val empty_context : context [@@since "3.0"] [@@until "4.4"]
  val merge_context : default:context -> context -> context [@@since "3.0"] [@@until "4.4"]

  val context : ?stage:Arg.stage -> with_required:bool -> Set.t -> context Cmdliner.Term.t
  [@@since "3.0"] [@@until "3.10"]

  val context : ?stage:Arg.stage -> with_required:bool -> Set.t -> context Cmdliner.Term.t
  [@@since "4.0"] [@@until "4.4"]

  val context : Set.t -> Functoria.Context.t Cmdliner.Term.t [@@since "4.5"]
  val mem : context -> 'a value -> bool [@@since "3.0"] [@@until "4.4"]
  val mem : Functoria.Context.t -> 'a value -> bool [@@since "4.5"]
  val peek : context -> 'a value -> 'a option [@@since "3.0"] [@@until "4.4"]
  val peek : Functoria.Context.t -> 'a value -> 'a option [@@since "4.5"]
  val eval : context -> 'a value -> 'a [@@since "3.0"] [@@until "4.4"]
  val eval : Functoria.Context.t -> 'a value -> 'a [@@since "4.5"]
  val get : context -> 'a key -> 'a [@@since "3.0"] [@@until "4.4"]
  val get : Functoria.Context.t -> 'a key -> 'a [@@since "4.5"]
  val pps : context -> Set.t Fmt.t [@@since "3.0"] [@@until "4.4"]
  val pps : Functoria.Context.t -> Set.t Fmt.t [@@since "4.5"]
  val ocaml_name : t -> string [@@since "3.0"] [@@until "4.4"]
  val serialize_call : t Fmt.t
  [@@port "key-device-values"]
  [@@since "3.0"] [@@until "4.4"]
  val serialize : context -> t Fmt.t [@@since "3.0"] [@@until "4.4"]
  val module_name : string [@@since "3.0"] [@@until "4.4"]

  type mode_solo5 = [ `Genode | `Hvt | `Muen | `Spt | `Virtio ] [@@since "3.6"]
  type mode_unikraft = [ `Firecracker | `QEMU ] [@@since "4.10"]
  type mode_unix = [ `MacOSX | `Unix ] [@@since "3.6"]
  type mode_xen = [ `Qubes | `Xen ] [@@since "3.6"]

  type mode = [ `Unix | `Xen | `Qubes | `MacOSX | `Virtio | `Ukvm ] [@@since "3.0"] [@@until "3.0"]

  type mode = [ `MacOSX | `Muen | `Qubes | `Ukvm | `Unix | `Virtio | `Xen ]
  [@@since "3.1"] [@@until "3.1"]

  type mode = [ `Hvt | `MacOSX | `Muen | `Qubes | `Unix | `Virtio | `Xen ]
  [@@since "3.2"] [@@until "3.2"]

  type mode = [ `Genode | `Hvt | `MacOSX | `Muen | `Qubes | `Unix | `Virtio | `Xen ]
  [@@since "3.3"] [@@until "3.5"]

  type mode = [ `Genode | `Hvt | `MacOSX | `Muen | `Qubes | `Spt | `Unix | `Virtio | `Xen ]
  [@@since "3.6"] [@@until "4.9"]

  type mode =
    [ `Firecracker
    | `Genode
    | `Hvt
    | `MacOSX
    | `Muen
    | `QEMU
    | `Qubes
    | `Spt
    | `Unix
    | `Virtio
    | `Xen ]
  [@@since "4.10"]

  val target : [ `Unix | `Xen | `MacOSX ] key [@@port "key-target-cases"] [@@until "2.9.1"]
  val target : mode key
  [@@port "key-target-added"] [@@port "key-target-ukvm"]
  [@@since "3.0"]
  val pp_target : mode Fmt.t [@@since "3.0"]
  val is_unix : bool value [@@since "3.0"]
  val warn_error : bool key [@@port "config-removed"] [@@until "3.10"]
  val xen : bool key [@@port "key-unix-xen-aliases"] [@@until "2.9.1"]
  val tracing_size : int -> int key [@@port "config-removed"] [@@until "4.3"]
  val unix : bool key [@@port "key-unix-xen-aliases"] [@@until "2.9.1"]
  val kv_ro : ?group:string -> unit -> [ `Archive | `Crunch | `Fat ] key [@@until "2.9.1"]
  val kv_ro : ?group:string -> unit -> [ `Archive | `Crunch | `Direct | `Fat ] key
  [@@port "kv-store-cases"]
  [@@since "3.0"] [@@until "4.2"]

  val kv_ro : ?group:string -> unit -> [ `Crunch | `Direct ] key [@@since "4.3"]
  val prng : ?group:string -> unit -> [ `Stdlib | `Nocrypto ] key [@@since "3.0"] [@@until "3.4.0"]
  val prng : [ `Nocrypto | `Stdlib ] key [@@port "config-removed"] [@@since "3.4.1"] [@@until "4.2"]
  val dhcp : ?group:string -> unit -> bool key
  [@@port "key-dhcp"]
  [@@until "4.10"]
  val net : ?group:string -> unit -> [ `Direct | `Socket ] key [@@until "3.3"]

  val net : ?group:string -> unit -> [ `Direct | `Socket ] option key
  [@@port "key-net-cases"]
  [@@since "3.4"] [@@until "4.5.0"]

  val net : ?group:string -> unit -> [ `Host | `OCaml ] option key [@@since "4.5.1"]
  val network : ?group:string -> string -> string key [@@port "key-network"] [@@until "2.9.1"]
  val no_ocaml_check : bool key [@@port "key-unix-xen-aliases"] [@@until "2.9.1"]
  val interface : ?group:string -> string -> string key
  [@@port "key-device-values"]
  [@@since "3.0"] [@@until "4.4"]

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
    [@@port "key-device-values"]
    [@@until "3.7"]

    val network : ?group:string -> Ipaddr.V4.Prefix.t -> Ipaddr.V4.Prefix.t key
    [@@port "key-device-values"]
    [@@since "3.8"]
    val gateway : ?group:string -> Ipaddr.V4.t option -> Ipaddr.V4.t option key
    [@@port "key-device-values"]
    val socket : ?group:string -> Ipaddr.V4.t option -> Ipaddr.V4.t option key
    [@@port "key-device-values"]
    [@@until "3.9"]
    val interfaces : ?group:string -> Ipaddr.V4.t list -> Ipaddr.V4.t list key
    [@@port "key-device-values"]
    [@@until "3.1"]

    val ips : ?group:string -> Ipaddr.V4.t list -> Ipaddr.V4.t list key
    [@@port "key-device-values"]
    [@@since "3.2"] [@@until "3.9"]
  end
  [@@since "3.0"] [@@until "4.4"]

  module V6 : sig
    open Ipaddr.V6

    val gateways : ?group:string -> t list -> t list key
    val ip : ?group:string -> t -> t key [@@port "key-v6"]
    val netmask : ?group:string -> Prefix.t list -> Prefix.t list key [@@port "key-v6-netmask"]
  end
  [@@until "2.9.1"]

  module V6 : sig
    val ips : ?group:string -> Ipaddr.V6.t list -> Ipaddr.V6.t list key
    [@@port "key-device-values"]
    [@@until "3.9"]
    val netmasks : ?group:string -> Ipaddr.V6.Prefix.t list -> Ipaddr.V6.Prefix.t list key
    [@@port "key-device-values"]
    [@@until "3.9"]
    val gateways : ?group:string -> Ipaddr.V6.t list -> Ipaddr.V6.t list key
    [@@port "key-device-values"]
    [@@until "3.9"]
    val accept_router_advertisements : ?group:string -> unit -> bool key
    [@@port "key-device-values"]
    [@@since "3.10"]
    val gateway : ?group:string -> Ipaddr.V6.t option -> Ipaddr.V6.t option key
    [@@port "key-device-values"]
    [@@since "3.10"]

    val network : ?group:string -> Ipaddr.V6.Prefix.t option -> Ipaddr.V6.Prefix.t option key
    [@@port "key-device-values"]
    [@@since "3.10"]
  end
  [@@since "3.0"] [@@until "4.4"]

  val logs : string list key [@@until "2.9.1"]
  val logs : Mirage_runtime.log_threshold list key
  [@@port "key-device-values"]
  [@@since "3.0"] [@@until "4.4"]
  val add_to_context : 'a key -> 'a -> context -> context [@@since "3.4"] [@@until "4.4"]
  val add_to_context : 'a key -> 'a -> Functoria.Context.t -> Functoria.Context.t [@@since "4.5"]

  val allocation_policy : [ `Best_fit | `First_fit | `Next_fit ] key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]

  val backtrace : bool key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]

  val block : ?group:string -> unit -> [ `BlockFile | `Ramdisk ] key
  [@@since "3.0.3"] [@@until "3.0"]

  val block : ?group:string -> unit -> [ `BlockFile | `Ramdisk | `XenstoreId ] key [@@since "3.1"]
  val custom_major_ratio : int option key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]
  val custom_minor_max_size : int option key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]
  val custom_minor_ratio : int option key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]
  val delay : int key
  [@@port "key-device-values"]
  [@@since "4.4.1"] [@@until "4.4"]
  val dump_context : context Fmt.t [@@since "3.1"] [@@until "4.4"]
  val equal : t -> t -> bool [@@since "3.6"]
  val find : context -> 'a key -> 'a option [@@since "4.0"] [@@until "4.4"]
  val find : Functoria.Context.t -> 'a key -> 'a option [@@since "4.5"]
  val gc_verbosity : int option key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]
  val gc_window_size : int option key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]
  val hash : t -> int [@@since "3.7.3"] [@@until "4.4"]
  val ipv4_only : ?group:string -> unit -> bool key
  [@@port "key-device-values"]
  [@@since "3.10"] [@@until "4.4"]
  val ipv6_only : ?group:string -> unit -> bool key
  [@@port "key-device-values"]
  [@@since "3.10"] [@@until "4.4"]
  val is_solo5 : bool value [@@since "3.6"]
  val is_unikraft : bool value [@@since "4.10"]
  val is_xen : bool value [@@since "3.6"]
  val major_heap_increment : int option key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]
  val max_space_overhead : int option key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]
  val minor_heap_size : int option key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]
  val no_depext : bool key [@@port "config-removed"] [@@since "3.3"] [@@until "3.10"]
  val no_dhcp : ?group:string -> unit -> bool key [@@since "4.11"]
  val randomize_hashtables : bool key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]

  val resolver : ?default:Ipaddr.V4.t -> unit -> Ipaddr.V4.t key
  [@@port "key-device-values"]
  [@@since "3.5.2"] [@@until "3.10.2"]

  val resolver : ?default:Ipaddr.t -> unit -> Ipaddr.t key
  [@@port "key-device-values"]
  [@@since "3.10.3"] [@@until "3.10.5"]

  val resolver : ?default:Ipaddr.t -> unit -> Ipaddr.t option key
  [@@port "key-device-values"]
  [@@since "3.10.6"] [@@until "4.3.0"]

  val resolver : ?default:string list -> unit -> string list option key
  [@@port "key-device-values"]
  [@@since "4.3.1"] [@@until "4.4"]

  val resolver_port : ?default:int -> unit -> int key
  [@@port "key-device-values"]
  [@@since "3.5.2"] [@@until "4.3.0"]
  val space_overhead : int option key
  [@@port "key-device-values"]
  [@@since "3.8.1"] [@@until "4.4"]
  val syslog : Ipaddr.V4.t option -> Ipaddr.V4.t option key
  [@@port "key-device-values"]
  [@@since "3.0.5"] [@@until "3.9"]
  val syslog : Ipaddr.t option -> Ipaddr.t option key
  [@@port "key-device-values"]
  [@@since "3.10"] [@@until "4.4"]
  val syslog_hostname : string -> string key
  [@@port "key-device-values"]
  [@@since "3.0.5"] [@@until "4.4"]
  val syslog_port : int option -> int option key
  [@@port "key-device-values"]
  [@@since "3.0.5"] [@@until "4.4"]
  val target_debug : bool key [@@port "config-removed"] [@@since "3.0.5"] [@@until "3.10"]
  val utcp : ?group:string -> unit -> bool key [@@since "4.11"]
  val v : 'a key -> t [@@since "4.0"]
end
[@@since "2.7"]

module Runtime_arg : sig
  type 'a arg
  type t

  module Set : sig
    include Set.S with type elt = t
  end

  type log_threshold = [ `All | `Src of string ] * Logs.level option

  val allocation_policy : [ `Best_fit | `First_fit | `Next_fit ] arg [@@until "4.8.0"]
  val backtrace : bool arg [@@until "4.8.0"]
  val call : t Fmt.t

  val create :
    pos:string * int * int * int ->
    ?name:string ->
    ?packages:Functoria.Package.t list ->
    string ->
    'a arg
  [@@until "4.5.0"]

  val create :
    pos:string * int * int * int -> ?packages:Functoria.Package.t list -> string -> 'a arg
  [@@since "4.5.1"]

  val custom_major_ratio : int option arg [@@until "4.8.0"]
  val custom_minor_max_size : int option arg [@@until "4.8.0"]
  val custom_minor_ratio : int option arg [@@until "4.8.0"]
  val delay : int arg
  val dns_cache_size : ?group:string -> ?docs:string -> int option -> int option arg [@@since "4.8"]

  val dns_servers : ?group:string -> ?docs:string -> string list option -> string list option arg
  [@@since "4.8"]

  val dns_timeout : ?group:string -> ?docs:string -> int64 option -> int64 option arg
  [@@since "4.8"]

  val gc_verbosity : int option arg [@@until "4.8.0"]
  val gc_window_size : int option arg [@@until "4.8.0"]

  val he_aaaa_timeout : ?group:string -> ?docs:string -> int64 option -> int64 option arg
  [@@since "4.8"]

  val he_connect_delay : ?group:string -> ?docs:string -> int64 option -> int64 option arg
  [@@since "4.8"]

  val he_connect_timeout : ?group:string -> ?docs:string -> int64 option -> int64 option arg
  [@@since "4.8"]

  val he_resolve_retries : ?group:string -> ?docs:string -> int option -> int option arg
  [@@since "4.8"]

  val he_resolve_timeout : ?group:string -> ?docs:string -> int64 option -> int64 option arg
  [@@since "4.8"]

  val he_timer_interval : ?group:string -> ?docs:string -> int64 option -> int64 option arg
  [@@since "4.8"]

  val http_headers :
    ?group:string ->
    ?docs:string ->
    (string * string) list option ->
    (string * string) list option arg
  [@@since "4.8"]

  val interface : ?group:string -> ?docs:string -> string -> string arg
  val ipv4_only : ?group:string -> ?docs:string -> unit -> bool arg
  val ipv6_only : ?group:string -> ?docs:string -> unit -> bool arg
  val logs : log_threshold list arg
  val major_heap_increment : int option arg [@@until "4.8.0"]
  val max_space_overhead : int option arg [@@until "4.8.0"]
  val minor_heap_size : int option arg [@@until "4.8.0"]
  val monitor : ?group:string -> ?docs:string -> Ipaddr.t option -> Ipaddr.t option arg

  val monitor_hostname : ?group:string -> ?docs:string -> unit -> string arg
  [@@since "4.8.2"] [@@until "4.9"]

  val packages : t -> Functoria.Package.t list
  val randomize_hashtables : bool arg [@@until "4.8.0"]

  val resolver :
    ?group:string -> ?docs:string -> ?default:string list -> unit -> string list option arg

  val serialize : runtime_modname:string -> t Fmt.t
  val space_overhead : int option arg [@@until "4.8.0"]

  val ssh_authenticator : ?group:string -> ?docs:string -> string option -> string option arg
  [@@since "4.8"]

  val ssh_key : ?group:string -> ?docs:string -> string option -> string option arg [@@since "4.8"]

  val ssh_password : ?group:string -> ?docs:string -> string option -> string option arg
  [@@since "4.8"]

  val syslog : ?group:string -> ?docs:string -> Ipaddr.t option -> Ipaddr.t option arg
  val syslog_hostname : ?group:string -> ?docs:string -> string -> string arg [@@until "4.8.1"]

  val syslog_keyname : ?group:string -> ?docs:string -> string option -> string option arg
  [@@since "4.8.2"]

  val syslog_port : ?group:string -> ?docs:string -> int option -> int option arg [@@until "4.8.1"]
  val syslog_port : ?group:string -> ?docs:string -> int option -> int arg [@@since "4.8.2"]

  val syslog_truncate : ?group:string -> ?docs:string -> int option -> int option arg
  [@@since "4.8.2"]

  val tls_authenticator : ?group:string -> ?docs:string -> string option -> string option arg
  [@@since "4.8"]

  val v : 'a arg -> t
  val var_name : t -> string

  module V4 : sig
    val gateway : ?group:string -> ?docs:string -> Ipaddr.V4.t option -> Ipaddr.V4.t option arg
    val network : ?group:string -> ?docs:string -> Ipaddr.V4.Prefix.t -> Ipaddr.V4.Prefix.t arg

    val optional_network : ?group:string -> ?docs:string -> unit -> Ipaddr.V4.Prefix.t arg
    [@@since "4.10.5"]
  end

  module V6 : sig
    val accept_router_advertisements : ?group:string -> ?docs:string -> unit -> bool arg
    val gateway : ?group:string -> ?docs:string -> Ipaddr.V6.t option -> Ipaddr.V6.t option arg

    val network :
      ?group:string -> ?docs:string -> Ipaddr.V6.Prefix.t option -> Ipaddr.V6.Prefix.t option arg
  end
end
[@@since "4.5"]

type _ typ =
  | Type : 'a -> 'a typ
  | Function : 'a typ * 'b typ -> ('a -> 'b) typ
[@@until "2.9.1"]
type _ typ = Type : 'a -> 'a typ | Function : 'b typ * 'c typ -> ('b -> 'c) typ
[@@port "device-type"]
[@@since "3.0"] [@@until "3.10"]

type 'a typ [@@since "4.0"]

val typ : 'a -> 'a typ [@@port "dev-typ"]
val ( @-> ) : 'a typ -> 'b typ -> ('a -> 'b) typ

type job [@@until "3.10"]
type job [@@since "4.0"]

val job : job typ

type 'a impl [@@until "3.10"]
type 'a impl [@@since "4.0"]

val ( $ ) : ('a -> 'b) impl -> 'a impl -> 'b impl

type abstract_impl [@@until "2.9.1"]
type abstract_impl = Abstract : 'a impl -> abstract_impl [@@since "3.0"] [@@until "3.10"]
type abstract_impl [@@since "4.0"]

val abstract : 'a impl -> abstract_impl
[@@port "abstract-impl"] [@@port.to dep]
[@@since "2.7"] [@@until "4.4"]

val add_to_ocamlfind_libraries : string list -> unit
[@@port "pkg-add-to"]
[@@until "2.9.1"]

val add_to_opam_packages : string list -> unit
[@@port "pkg-add-to"]
[@@until "2.9.1"]

type key = Key.t [@@since "3.0"] [@@until "3.10"]
type 'a key = 'a Key.key [@@since "4.0"]
type context = Key.context [@@since "3.0"] [@@until "4.4"]
type context = Functoria.Context.t [@@since "4.5"]
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
[@@since "3.0"] [@@until "3.10"]

type scope = Functoria.Package.scope [@@since "4.0"]
type abstract_key = Key.t [@@since "4.0"]
type 'a runtime_arg = 'a Runtime_arg.arg [@@since "4.5"]
type 'a code = 'a Functoria.Device.code [@@since "4.5"]
type 'a device = ('a, abstract_impl) Functoria.Device.t [@@since "4.0"]

type package = private {
  opam : string;
  build : bool;
  ocamlfind : Astring.String.Set.t;
  min : string option;
  max : string option;
}
[@@since "3.0"] [@@until "3.3"]

type package = private {
  opam : string;
  pin : string option;
  build : bool;
  ocamlfind : Astring.String.Set.t;
  min : string option;
  max : string option;
}
[@@since "3.4"] [@@until "3.5"]

type package = private {
  opam : string;
  pin : string option;
  build : bool;
  ocamlfind : Astring.String.Set.t;
  min : Astring.String.Set.t;
  max : Astring.String.Set.t;
}
[@@since "3.6"] [@@until "3.10"]

type package = Functoria.Package.t [@@since "4.0"]

val package :
  ?build:bool ->
  ?sublibs:string list ->
  ?ocamlfind:string list ->
  ?min:string ->
  ?max:string ->
  string ->
  package
[@@since "3.0"] [@@until "3.3"]

val package :
  ?build:bool ->
  ?sublibs:string list ->
  ?ocamlfind:string list ->
  ?min:string ->
  ?max:string ->
  ?pin:string ->
  string ->
  package
[@@port "package-libs"]
[@@since "3.4"] [@@until "3.10"]

val package :
  ?scope:scope ->
  ?build:bool ->
  ?sublibs:string list ->
  ?libs:string list ->
  ?min:string ->
  ?max:string ->
  ?pin:string ->
  ?pin_version:string ->
  string ->
  package
[@@since "4.0"]

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
[@@since "3.0"] [@@until "3.10"]

val foreign :
  ?packages:package list ->
  ?packages_v:package list value ->
  ?keys:abstract_key list ->
  ?deps:abstract_impl list ->
  string ->
  'a typ ->
  'a impl
[@@port "foreign"] [@@port.to main]
[@@since "4.0"] [@@until "4.4"]

module Action = Functoria.Action [@@since "4.0"]
module Dune = Functoria.Dune [@@since "4.0"]
module Context = Functoria.Context [@@since "4.5"]

module FS : sig
  [@@@open_ended]
end
[@@since "4.0"] [@@until "4.2"]

module Impl : sig
  [@@@open_ended]
end
[@@since "4.0"]

module Project : sig
  [@@@open_ended]
end
[@@since "4.0"]

module Tool : sig
  [@@@open_ended]
end
[@@since "4.0"]

module Type : sig
  [@@@open_ended]
end
[@@since "4.0"]

(* What devices of a project's own are told of the unikernel. *)
module Info : sig
  type t

  val name : t -> string
  val root : t -> string [@@port "dev-info-root"] [@@until "2.9.1"]
  val root : t -> Fpath.t [@@port "config-removed"] [@@since "3.0"] [@@until "3.0"]
  val libraries : t -> string list
  val package_names : t -> string list [@@port "config-removed"] [@@since "3.0"] [@@until "3.10"]
  val packages : t -> string list [@@port "dev-info-packages"] [@@until "2.9.1"]
  val packages : t -> package list [@@since "3.0"] [@@until "3.10"]
  val packages : t -> Functoria.Package.t list [@@since "4.0"]
  val keys : t -> key list [@@since "3.0"] [@@until "3.10"]
  val keys : t -> Key.t list [@@since "4.0"]
  val context : t -> context [@@since "3.0"] [@@until "3.10"]
  val context : t -> Key.context [@@since "4.0"] [@@until "4.4"]
  val context : t -> Functoria.Context.t [@@since "4.5"]

  val create :
    packages:package list -> keys:key list -> context:context -> name:string -> root:Fpath.t -> t
  [@@since "3.0"] [@@until "3.0"]

  val create :
    packages:package list ->
    keys:key list ->
    context:context ->
    name:string ->
    build_dir:Fpath.t ->
    t
  [@@since "3.1"] [@@until "3.10"]

  val pp : bool -> t Fmt.t [@@since "3.0"]
  val opam : ?name:string -> t Fmt.t [@@since "3.0"] [@@until "3.10"]

  val opam : Functoria.Package.scope -> t -> install:Functoria.Install.t -> Functoria.Opam.t
  [@@since "4.0"] [@@until "4.0"]

  val opam : t -> install:Functoria.Install.t -> Functoria.Opam.t [@@since "4.1"] [@@until "4.1"]

  val opam :
    t ->
    extra_repo:(string * string) list ->
    install:Functoria.Install.t ->
    opam_name:string ->
    Functoria.Opam.t
  [@@since "4.2"]

  val build_dir : t -> Fpath.t [@@port "config-removed"] [@@since "3.1"] [@@until "3.10"]
  val config_file : t -> Fpath.t [@@since "4.0"]
  val get : t -> 'a Key.key -> 'a [@@since "4.0"]
  val main : t -> Fpath.t [@@since "4.0"]
  val output : t -> string option [@@since "3.0.1"]
  val project_name : t -> string [@@since "4.5"]
  val runtime_args : t -> Runtime_arg.t list [@@since "4.5"]

  val v :
    ?config_file:Fpath.t ->
    packages:Functoria.Package.t list ->
    keys:Key.t list ->
    context:Key.context ->
    build_cmd:string list ->
    src:[ `Auto | `None | `Some of string ] ->
    string ->
    t
  [@@since "4.0"] [@@until "4.1"]

  val v :
    ?config_file:Fpath.t ->
    packages:Functoria.Package.t list ->
    keys:Key.t list ->
    context:Key.context ->
    ?configure_cmd:string ->
    ?pre_build_cmd:(Fpath.t option -> string) ->
    ?lock_location:(Fpath.t option -> string -> string) ->
    build_cmd:string ->
    src:[ `Auto | `None | `Some of string ] ->
    string ->
    t
  [@@since "4.2"] [@@until "4.4"]

  val v :
    ?config_file:Fpath.t ->
    packages:Functoria.Package.t list ->
    keys:Key.t list ->
    runtime_args:Runtime_arg.t list ->
    context:Functoria.Context.t ->
    ?configure_cmd:string ->
    ?pre_build_cmd:(Fpath.t option -> string) ->
    ?lock_location:(Fpath.t option -> string -> string) ->
    build_cmd:string ->
    src:[ `Auto | `None | `Some of string ] ->
    project_name:string ->
    string ->
    t
  [@@since "4.5"] [@@until "4.5.0"]

  val v :
    ?config_file:Fpath.t ->
    packages:Functoria.Package.t list ->
    keys:Key.t list ->
    runtime_args:Runtime_arg.t list ->
    context:Functoria.Context.t ->
    ?configure_cmd:string ->
    ?pre_build_cmd:(Fpath.t option -> string) ->
    ?lock_location:(Fpath.t option -> string -> string) ->
    build_cmd:(Fpath.t option -> string) ->
    src:[ `Auto | `None | `Some of string ] ->
    project_name:string ->
    string ->
    t
  [@@since "4.5.1"] [@@until "4.9"]

  val v :
    ?config_file:Fpath.t ->
    packages:Functoria.Package.t list ->
    local_libs:string list ->
    keys:Key.t list ->
    runtime_args:Runtime_arg.t list ->
    context:Functoria.Context.t ->
    ?configure_cmd:string ->
    ?pre_build_cmd:(Fpath.t option -> string) ->
    ?lock_location:(Fpath.t option -> string -> string) ->
    build_cmd:(Fpath.t option -> string) ->
    src:[ `Auto | `None | `Some of string ] ->
    project_name:string ->
    string ->
    t
  [@@since "4.10"]

  val with_output : t -> string -> t [@@since "3.0.1"]
end

type info = Info.t [@@since "4.0"] [@@until "4.3.1"]
type info [@@since "4.3.2"] [@@until "4.4"]
type info = Info.t [@@since "4.5"]

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
[@@since "3.0"] [@@until "3.10"]

val impl : 'ty configurable -> 'ty impl [@@until "2.9.1"]
val impl : 'a configurable -> 'a impl
[@@port "device-object"]
[@@since "3.0"] [@@until "3.10"]

val impl :
  ?packages:package list ->
  ?packages_v:package list Key.value ->
  ?install:(Info.t -> Functoria.Install.t) ->
  ?install_v:(Info.t -> Functoria.Install.t Key.value) ->
  ?keys:Key.t list ->
  ?extra_deps:abstract_impl list ->
  ?connect:(info -> string -> string list -> string) ->
  ?dune:(info -> Functoria.Dune.stanza list) ->
  ?configure:(info -> unit Functoria.Action.t) ->
  ?files:(info -> Fpath.t list) ->
  string ->
  'a typ ->
  'a impl
[@@since "4.0"] [@@until "4.3.1"]

val impl :
  ?packages:package list ->
  ?packages_v:package list Key.value ->
  ?install:(Info.t -> Functoria.Install.t) ->
  ?install_v:(Info.t -> Functoria.Install.t Key.value) ->
  ?keys:Key.t list ->
  ?extra_deps:abstract_impl list ->
  ?connect:(Info.t -> string -> string list -> string) ->
  ?dune:(Info.t -> Functoria.Dune.stanza list) ->
  ?configure:(Info.t -> unit Functoria.Action.t) ->
  ?files:(Info.t -> Fpath.t list) ->
  string ->
  'a typ ->
  'a impl
[@@port "device-connect"]
[@@since "4.3.2"] [@@until "4.4"]

val impl :
  ?packages:package list ->
  ?packages_v:package list Key.value ->
  ?install:(Info.t -> Functoria.Install.t) ->
  ?install_v:(Info.t -> Functoria.Install.t Key.value) ->
  ?keys:Key.t list ->
  ?runtime_args:Runtime_arg.t list ->
  ?extra_deps:abstract_impl list ->
  ?connect:(info -> string -> string list -> 'a code) ->
  ?dune:(info -> Functoria.Dune.stanza list) ->
  ?configure:(info -> unit Functoria.Action.t) ->
  ?files:(info -> Fpath.t list) ->
  string ->
  'a typ ->
  'a impl
[@@since "4.5"] [@@until "4.9"]

val impl :
  ?packages:package list ->
  ?packages_v:package list Key.value ->
  ?local_libs:string list ->
  ?install:(Info.t -> Functoria.Install.t) ->
  ?install_v:(Info.t -> Functoria.Install.t Key.value) ->
  ?keys:Key.t list ->
  ?runtime_args:Runtime_arg.t list ->
  ?extra_deps:abstract_impl list ->
  ?connect:(info -> string -> string list -> 'a code) ->
  ?dune:(info -> Functoria.Dune.stanza list) ->
  ?configure:(info -> unit Functoria.Action.t) ->
  ?files:(info -> Fpath.t list) ->
  string ->
  'a typ ->
  'a impl
[@@since "4.10"]

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
[@@since "3.0"] [@@until "3.10"]

class ['a] foreign : ?packages:package list -> ?keys:key list -> ?deps:abstract_impl list ->
  string -> 'a typ -> ['a] configurable
[@@since "3.0"] [@@until "3.10"]

val hash : 'a impl -> int
[@@port "config-removed"]
[@@since "3.0"] [@@until "3.10"]
val equal : 'a impl -> 'a impl -> bool
[@@port "config-removed"]
[@@since "3.0"] [@@until "3.10"]

module ImplTbl : Hashtbl.S with type key = abstract_impl [@@since "3.0"] [@@until "3.10"]

val explode :
  'a impl ->
  [ `App of abstract_impl * abstract_impl | `If of bool value * 'a impl * 'a impl
    | `Impl of 'a configurable ]
[@@port "config-removed"]
[@@since "3.0"] [@@until "3.10"]

type alpn_client [@@since "4.3.2"]
type dhcp_ipv4 [@@since "4.10.5"]
type dhcp_requests [@@since "4.10.5"]
type dns_client [@@since "4.0"]
type git_client [@@since "4.0"]
type happy_eyeballs [@@since "4.0"]
type http_client [@@since "3.10.2"]
type http_server [@@since "4.3.1"]
type kv_rw [@@since "3.5"]
type lease [@@since "4.10.5"]
type mimic [@@since "4.3.2"]
type mtime [@@since "4.9"]
type ptime [@@since "4.9"]
type sleep [@@since "4.9"]
type stackv4v6 [@@since "3.10"]
type stackv6 [@@since "3.10"] [@@until "4.2"]
type v4v6 [@@since "3.10"]

type tracing [@@until "4.3"]

val tracing : tracing typ
[@@port "config-removed"]
[@@until "4.3"]
val mprof_trace : size:int -> unit -> tracing impl
[@@port "config-removed"]
[@@until "4.3"]

type qubesdb [@@since "3.0"]

val qubesdb : qubesdb typ [@@since "3.0"]
val default_qubesdb : qubesdb impl [@@since "3.0"]

type time [@@until "4.8"]

val time : time typ
[@@port "row-time"]
[@@until "4.8"]
val default_time : time impl
[@@port "row-time"]
[@@until "4.8"]

type pclock [@@since "3.0"] [@@until "4.8"]

val pclock : pclock typ
[@@port "row-pclock"]
[@@since "3.0"] [@@until "4.8"]
val default_posix_clock : pclock impl
[@@port "row-pclock"]
[@@since "3.0"] [@@until "4.8"]

type mclock [@@since "3.0"] [@@until "4.8"]

val mclock : mclock typ
[@@port "row-mclock"]
[@@since "3.0"] [@@until "4.8"]
val default_monotonic_clock : mclock impl
[@@port "row-mclock"]
[@@since "3.0"] [@@until "4.8"]

type reporter

val reporter : reporter typ

val default_reporter :
  ?clock:pclock impl -> ?ring_size:int -> ?level:Logs.level -> unit -> reporter impl
[@@since "3.0"] [@@until "4.2"]

val default_reporter :
  ?clock:pclock impl -> ?ring_size:int -> ?level:Logs.level option -> unit -> reporter impl
[@@since "4.3"] [@@until "4.3"]

val default_reporter : ?clock:pclock impl -> ?level:Logs.level option -> unit -> reporter impl
[@@port "reporter-labels"]
[@@since "4.4"] [@@until "4.8"]

val default_reporter : ?level:Logs.level option -> unit -> reporter impl [@@since "4.9"]
val no_reporter : reporter impl

type random

val random : random typ
val stdlib_random : random impl
[@@port "config-removed"]
[@@since "3.0"] [@@until "4.2"]
val nocrypto_random : random impl
[@@port "config-removed"]
[@@since "3.0"] [@@until "4.2"]
val default_random : random impl

type console [@@until "4.4"]

val console : console typ
[@@port "row-console"]
[@@until "4.4"]
val default_console : console impl
[@@port "row-console"]
[@@until "4.4"]
val custom_console : string -> console impl
[@@port "row-console"]
[@@until "4.4"]

type io_page [@@until "3.2"]

val io_page : io_page typ
[@@port "config-removed"]
[@@until "3.2"]
val default_io_page : io_page impl
[@@port "config-removed"]
[@@until "3.2"]

type block
type clock [@@until "2.9.1"]

val default_reporter :
  ?clock:clock impl ->
  ?ring_size:int ->
  ?level:Logs.level ->
  unit ->
  reporter impl
[@@since "2.9"]
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
[@@port "kv-archive"] [@@port.to tar_kv_ro]
[@@until "4.4"]
val archive_of_files : ?dir:string -> unit -> kv_ro impl [@@port "fs-archive-paths"]
[@@until "2.9.1"]

val archive_of_files : ?dir:string -> unit -> kv_ro impl
[@@port "config-removed"]
[@@since "3.0"] [@@until "4.2"]
val direct_kv_ro : string -> kv_ro impl [@@port "fs-path-separators"]

type fs [@@until "4.2"]

val fs : fs typ
[@@port "config-removed"]
[@@until "4.2"]

val get_mode : unit -> [ `Unix | `Xen | `MacOSX ]
[@@port "mode-get-mode"]
[@@until "2.9.1"]
val fat : ?io_page:io_page impl -> block impl -> fs impl [@@port "fs-fat-io-page"] [@@until "2.9.1"]
val fat : block impl -> fs impl
[@@port "config-removed"]
[@@since "3.0"] [@@until "4.2"]
val fat_of_files : ?dir:string -> ?regexp:string -> unit -> fs impl
[@@port "config-removed"]
[@@until "4.2"]
val kv_ro_of_fs : fs impl -> kv_ro impl
[@@port "kv-of-fs"]
[@@until "4.2"]

val generic_kv_ro : ?key:[ `Archive | `Crunch | `Fat ] Key.value -> string -> kv_ro impl [@@port "kv-generic-key"]
[@@until "2.9.1"]

val generic_kv_ro : ?key:[ `Archive | `Crunch | `Direct | `Fat ] value -> string -> kv_ro impl
[@@since "3.0"] [@@until "3.1.0"]

val generic_kv_ro :
  ?group:string -> ?key:[ `Archive | `Crunch | `Direct | `Fat ] value -> string -> kv_ro impl
[@@port "kv-store-cases"]
[@@since "3.1.1"] [@@until "4.2"]

val generic_kv_ro : ?group:string -> ?key:[ `Crunch | `Direct ] value -> string -> kv_ro impl
[@@since "4.3"]

type network

val network : network typ
val default_network : network impl [@@since "3.0"]
val netif : ?group:string -> string -> network impl [@@port "net-netif-two"]

type ethernet

val ethernet : ethernet typ
val etif : network impl -> ethernet impl [@@port "config-etif"]

type arpv4

val arpv4 : arpv4 typ
val arp : ?clock:clock impl -> ?time:time impl -> ethernet impl -> arpv4 impl [@@until "2.9.1"]
val arp : ?clock:mclock impl -> ?time:time impl -> ethernet impl -> arpv4 impl
[@@since "3.0"] [@@until "3.4.0"]

val arp : ?time:time impl -> ethernet impl -> arpv4 impl
[@@port "device-labels"]
[@@since "3.4.1"] [@@until "4.8"]
val arp : ethernet impl -> arpv4 impl [@@since "4.9"]
val farp : ?clock:mclock impl -> ?time:time impl -> ethernet impl -> arpv4 impl
[@@port "net-farp"] [@@port.to arp] [@@port "device-labels"]
[@@since "3.0"] [@@until "3.4.0"]

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
[@@since "3.0"] [@@until "3.7"]

type ipv4_config = { network : Ipaddr.V4.Prefix.t; gateway : Ipaddr.V4.t option }
[@@since "3.8"] [@@until "4.9"]

type ipv6_config = (Ipaddr.V6.t, Ipaddr.V6.Prefix.t list) ip_config [@@until "2.9.1"]

type ipv6_config = {
  addresses : Ipaddr.V6.t list;
  netmasks : Ipaddr.V6.Prefix.t list;
  gateways : Ipaddr.V6.t list;
}
[@@since "3.0"] [@@until "3.9"]

type ipv6_config = { network : Ipaddr.V6.Prefix.t; gateway : Ipaddr.V6.t option }
[@@since "3.10"] [@@until "4.9"]

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
[@@since "3.0"] [@@until "3.1"]

val create_ipv4 :
  ?group:string ->
  ?config:ipv4_config ->
  ?random:random impl ->
  ?clock:mclock impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl
[@@since "3.2"] [@@until "3.9"]

val create_ipv4 :
  ?group:string ->
  ?config:ipv4_config ->
  ?no_init:bool Key.key ->
  ?random:random impl ->
  ?clock:mclock impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl
[@@since "3.10"] [@@until "4.4"]

val create_ipv4 :
  ?group:string ->
  ?config:ipv4_config ->
  ?no_init:bool runtime_arg ->
  ?random:random impl ->
  ?clock:mclock impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl
[@@since "4.5"] [@@until "4.7"]

val create_ipv4 :
  ?group:string ->
  ?config:ipv4_config ->
  ?random:random impl ->
  ?clock:mclock impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl
[@@since "4.8"] [@@until "4.8"]

val create_ipv4 : ?group:string -> ?config:ipv4_config -> ethernet impl -> arpv4 impl -> ipv4 impl
[@@port "device-labels"]
[@@port "stack-addresses"]
[@@since "4.9"] [@@until "4.9"]

val create_ipv4 : ?group:string -> ethernet impl -> arpv4 impl -> ipv4 impl [@@since "4.10"]
val ipv4_qubes : qubesdb impl -> ethernet impl -> arpv4 impl -> ipv4 impl
[@@since "3.0"] [@@until "3.1"]

val ipv4_qubes :
  ?random:random impl ->
  ?clock:mclock impl ->
  qubesdb impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl
[@@port "device-labels"]
[@@since "3.2"] [@@until "4.8"]

val ipv4_qubes : qubesdb impl -> ethernet impl -> arpv4 impl -> ipv4 impl [@@since "4.9"]

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
[@@since "3.0"] [@@until "3.0.0"]

val create_ipv6 :
  ?random:random impl ->
  ?time:time impl ->
  ?clock:mclock impl ->
  ?group:string ->
  ethernet impl ->
  ipv6_config ->
  ipv6 impl
[@@since "3.0.1"] [@@until "3.9"]

val create_ipv6 :
  ?random:random impl ->
  ?time:time impl ->
  ?clock:mclock impl ->
  ?group:string ->
  ?config:ipv6_config ->
  ?no_init:bool Key.key ->
  network impl ->
  ethernet impl ->
  ipv6 impl
[@@since "3.10"] [@@until "4.4"]

val create_ipv6 :
  ?random:random impl ->
  ?time:time impl ->
  ?clock:mclock impl ->
  ?group:string ->
  ?config:ipv6_config ->
  ?no_init:bool runtime_arg ->
  network impl ->
  ethernet impl ->
  ipv6 impl
[@@since "4.5"] [@@until "4.7"]

val create_ipv6 :
  ?random:random impl ->
  ?time:time impl ->
  ?clock:mclock impl ->
  ?group:string ->
  ?config:ipv6_config ->
  network impl ->
  ethernet impl ->
  ipv6 impl
[@@since "4.8"] [@@until "4.8"]

val create_ipv6 : ?group:string -> ?config:ipv6_config -> network impl -> ethernet impl -> ipv6 impl
[@@port "device-labels"]
[@@port "stack-addresses"]
[@@since "4.9"] [@@until "4.9"]

val create_ipv6 : ?group:string -> network impl -> ethernet impl -> ipv6 impl [@@since "4.10"]

type 'a udp
type udpv4 = v4 udp [@@until "4.2"]
type udpv6 = v6 udp [@@until "4.2"]

val udp : 'a udp typ
val udpv4 : udpv4 typ
[@@port "config-udp-tcp"] [@@port.to udp]
[@@until "4.2"]
val udpv6 : udpv6 typ
[@@port "config-removed"]
[@@until "4.2"]

(* Older than 2.9, and met in configurations that were never brought up to it. *)
type entropy [@@until "2.4"]
type vchan [@@until "2.4"]
type conduit_client [@@until "2.4"]
type conduit_server [@@until "2.4"]
type channel [@@until "2.9.1"]

val direct_udpv4 : ipv4 impl -> udpv4 impl [@@port "direct-udpv4"] [@@until "2.1"]
val entropy : entropy typ [@@port "entropy"] [@@until "2.4"]
val default_entropy : entropy impl [@@port "entropy"] [@@until "2.4"]
val vchan : vchan typ [@@port "vchan"] [@@until "2.4"]
val vchan_localhost : ?uuid:string -> unit -> vchan impl [@@port "vchan"] [@@until "2.4"]
val vchan_xen : ?uuid:string -> unit -> vchan impl [@@port "vchan"] [@@until "2.4"]
val vchan_default : ?uuid:string -> unit -> vchan impl [@@port "vchan"] [@@until "2.4"]
val channel : channel typ [@@port "channel-device"] [@@until "2.9.1"]
val append_main : ('a, unit, string, unit) format4 -> 'a [@@port "dev-pre27-api"] [@@until "2.6"]
val newline_main : unit -> unit [@@port "dev-pre27-api"] [@@until "2.6"]
val set_mode : [ `Unix | `Xen | `MacOSX ] -> unit [@@port "dev-pre27-api"] [@@until "2.6"]
val direct_udp : 'a ip impl -> 'a udp impl [@@since "2.2"] [@@until "2.9.1"]
val direct_udp : ?random:random impl -> 'a ip impl -> 'a udp impl
[@@port "device-labels"]
[@@since "3.0"] [@@until "4.8"]
val direct_udp : 'a ip impl -> 'a udp impl [@@since "4.9"]
val socket_udpv4 : ?group:string -> Ipaddr.V4.t option -> udpv4 impl
[@@port "config-removed"]
[@@until "4.2"]

type 'a tcp
type tcpv4 = v4 tcp [@@until "4.2"]

val direct_tcpv4 : ipv4 impl -> tcpv4 impl [@@port "direct-tcpv4"] [@@until "2.1"]
val channel_over_tcpv4 : tcpv4 impl -> channel impl [@@port "channel-device"] [@@until "2.9.1"]

type tcpv6 = v6 tcp [@@until "4.2"]
type ipv4v6 = v4v6 ip [@@since "3.10"]
type tcpv4v6 = v4v6 tcp [@@since "3.10"]
type udpv4v6 = v4v6 udp [@@since "3.10"]

val tcp : 'a tcp typ
val tcpv4 : tcpv4 typ
[@@port "config-udp-tcp"] [@@port.to tcp]
[@@until "4.2"]
val tcpv6 : tcpv6 typ
[@@port "config-removed"]
[@@until "4.2"]

val direct_tcp :
  ?clock:clock impl ->
  ?random:random impl ->
  ?time:time impl ->
  'a ip impl ->
  'a tcp impl
[@@since "2.2"]
[@@until "2.9.1"]

val direct_tcp :
  ?clock:mclock impl -> ?random:random impl -> ?time:time impl -> 'a ip impl -> 'a tcp impl
[@@since "3.0"] [@@until "3.10"]

val direct_tcp :
  ?mclock:mclock impl -> ?time:time impl -> ?random:random impl -> 'a ip impl -> 'a tcp impl
[@@since "4.0"] [@@until "4.8"]

val direct_tcp : 'a ip impl -> 'a tcp impl
[@@port "device-labels"]
[@@since "4.9"] [@@until "4.10"]
val direct_tcp : ?group:string -> 'a ip impl -> 'a tcp impl [@@since "4.11"]
val socket_tcpv4 : ?group:string -> Ipaddr.V4.t option -> tcpv4 impl
[@@port "config-removed"]
[@@until "4.2"]

type stackv4 [@@until "4.2"]

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
[@@port "stack-v4v6"] [@@port.to stackv4v6]
[@@until "4.2"]

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
[@@since "3.0"] [@@until "3.10"]

val direct_stackv4 :
  ?mclock:mclock impl ->
  ?time:time impl ->
  ?random:random impl ->
  network impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl ->
  stackv4 impl
[@@port "stack-direct"]
[@@since "4.0"] [@@until "4.2"]

val socket_stackv4 : ?group:string -> console impl -> Ipaddr.V4.t list -> stackv4 impl
[@@port "stack-socket-console"]
[@@until "2.9.1"]
val socket_stackv4 : ?group:string -> Ipaddr.V4.t list -> stackv4 impl
[@@since "3.0"] [@@until "3.9"]

val socket_stackv4 : ?group:string -> unit -> stackv4 impl
[@@port "stack-socket"]
[@@since "3.10"] [@@until "4.2"]

val qubes_ipv4_stack :
  ?group:string ->
  ?qubesdb:qubesdb impl ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
[@@since "3.0"] [@@until "3.10"]

val qubes_ipv4_stack :
  ?qubesdb:qubesdb impl -> ?arp:(ethernet impl -> arpv4 impl) -> network impl -> stackv4 impl
[@@port "stack-v4v6"] [@@port.to generic_stackv4v6]
[@@since "4.0"] [@@until "4.2"]

val dhcp_ipv4_stack :
  ?group:string ->
  ?time:time impl ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
[@@since "3.0"] [@@until "3.2"]

val dhcp_ipv4_stack :
  ?group:string ->
  ?random:random impl ->
  ?time:time impl ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
[@@since "3.3"] [@@until "3.9"]

val dhcp_ipv4_stack :
  ?group:string ->
  ?random:random impl ->
  ?clock:mclock impl ->
  ?time:time impl ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
[@@since "3.10"] [@@until "3.10"]

val dhcp_ipv4_stack :
  ?random:random impl ->
  ?clock:mclock impl ->
  ?time:time impl ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
[@@port "stack-v4v6"] [@@port.to generic_stackv4v6]
[@@port "device-labels"]
[@@since "4.0"] [@@until "4.2"]

val static_ipv4_stack :
  ?group:string ->
  ?config:ipv4_config ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4 impl
[@@port "stack-static"] [@@port.to generic_stackv4v6]
[@@port "stack-addresses"]
[@@since "3.0"] [@@until "4.2"]

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
[@@since "3.0"] [@@until "3.3"]

val generic_stackv4 :
  ?group:string ->
  ?config:ipv4_config ->
  ?dhcp_key:bool value ->
  ?net_key:[ `Direct | `Socket ] option value ->
  network impl ->
  stackv4 impl
[@@port "stack-v4v6"] [@@port.to generic_stackv4v6]
[@@port "stack-key-labels"]
[@@port "stack-addresses"]
[@@since "3.4"] [@@until "4.2"]

type resolver

val resolver : resolver typ

val resolver_dns :
  ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?time:time impl -> stackv4 impl -> resolver impl
[@@until "3.5.1"]

val resolver_dns :
  ?ns:Ipaddr.V4.t ->
  ?ns_port:int ->
  ?random:random impl ->
  ?time:time impl ->
  stackv4 impl ->
  resolver impl
[@@since "3.5.2"] [@@until "3.7.0"]

val resolver_dns :
  ?ns:Ipaddr.V4.t ->
  ?ns_port:int ->
  ?random:random impl ->
  ?mclock:mclock impl ->
  stackv4 impl ->
  resolver impl
[@@since "3.7.1"] [@@until "3.7.6"]

val resolver_dns :
  ?ns:Ipaddr.V4.t ->
  ?ns_port:int ->
  ?random:random impl ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  stackv4 impl ->
  resolver impl
[@@since "3.7.7"] [@@until "3.10.2"]

val resolver_dns :
  ?ns:Ipaddr.t ->
  ?ns_port:int ->
  ?random:random impl ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  stackv4v6 impl ->
  resolver impl
[@@since "3.10.3"] [@@until "3.10.5"]

val resolver_dns :
  ?ns:Ipaddr.t ->
  ?ns_port:int ->
  ?random:random impl ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  ?pclock:pclock impl ->
  stackv4v6 impl ->
  resolver impl
[@@since "3.10.6"] [@@until "3.10"]

val resolver_dns :
  ?ns:Ipaddr.t ->
  ?ns_port:int ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  ?pclock:pclock impl ->
  ?random:random impl ->
  stackv4v6 impl ->
  resolver impl
[@@port "resolver-servers"] [@@port "resolver-port"]
[@@since "4.0"] [@@until "4.3.0"]

val resolver_dns :
  ?ns:string list ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  ?pclock:pclock impl ->
  ?random:random impl ->
  stackv4v6 impl ->
  resolver impl
[@@since "4.3.1"] [@@until "4.8"]

val resolver_dns : ?ns:string list -> stackv4v6 impl -> resolver impl
[@@port "device-labels"]
[@@since "4.9"] [@@until "4.10.4"]

val resolver_dns :
  ?dhcp:dhcp_requests * lease impl -> ?ns:string list -> stackv4v6 impl -> resolver impl
[@@since "4.10.5"]

val resolver_unix_system : resolver impl

type syslog_config = {
  hostname : string;
  server : Ipaddr.V4.t;
  port : int option;
  truncate : int option;
}
[@@since "3.0"] [@@until "3.0.4"]

type syslog_config = {
  hostname : string;
  server : Ipaddr.V4.t option;
  port : int option;
  truncate : int option;
}
[@@since "3.0.5"] [@@until "3.9"]

type syslog_config = {
  hostname : string;
  server : Ipaddr.t option;
  port : int option;
  truncate : int option;
}
[@@since "3.10"] [@@until "4.8.1"]

val syslog_config : ?port:int -> ?truncate:int -> string -> Ipaddr.V4.t -> syslog_config
[@@since "3.0"] [@@until "3.0.4"]

val syslog_config : ?port:int -> ?truncate:int -> ?server:Ipaddr.V4.t -> string -> syslog_config
[@@since "3.0.5"] [@@until "3.9"]

val syslog_config : ?port:int -> ?truncate:int -> ?server:Ipaddr.t -> string -> syslog_config
[@@port "config-removed"]
[@@since "3.10"] [@@until "4.8.1"]

type syslog [@@since "3.0"]

val syslog : syslog typ [@@since "3.0"]

val syslog_udp :
  syslog_config -> ?console:console impl -> ?clock:pclock impl -> stackv4 impl -> syslog impl
[@@since "3.0"] [@@until "3.0.4"]

val syslog_udp :
  ?config:syslog_config ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4 impl ->
  syslog impl
[@@since "3.0.5"] [@@until "3.9"]

val syslog_udp :
  ?config:syslog_config ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4v6 impl ->
  syslog impl
[@@since "3.10"] [@@until "4.3"]

val syslog_udp : ?config:syslog_config -> ?clock:pclock impl -> stackv4v6 impl -> syslog impl
[@@port "device-labels"]
[@@port "syslog-config"]
[@@since "4.4"] [@@until "4.8.1"]

val syslog_udp : ?group:string -> ?clock:pclock impl -> stackv4v6 impl -> syslog impl
[@@since "4.8.2"] [@@until "4.8"]

val syslog_udp : ?group:string -> stackv4v6 impl -> syslog impl [@@since "4.9"]

val syslog_tcp :
  syslog_config -> ?console:console impl -> ?clock:pclock impl -> stackv4 impl -> syslog impl
[@@since "3.0"] [@@until "3.0.4"]

val syslog_tcp :
  ?config:syslog_config ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4 impl ->
  syslog impl
[@@since "3.0.5"] [@@until "3.9"]

val syslog_tcp :
  ?config:syslog_config ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4v6 impl ->
  syslog impl
[@@since "3.10"] [@@until "4.3"]

val syslog_tcp : ?config:syslog_config -> ?clock:pclock impl -> stackv4v6 impl -> syslog impl
[@@port "device-labels"]
[@@port "syslog-config"]
[@@since "4.4"] [@@until "4.8.1"]

val syslog_tcp : ?group:string -> ?clock:pclock impl -> stackv4v6 impl -> syslog impl
[@@since "4.8.2"] [@@until "4.8"]

val syslog_tcp : ?group:string -> stackv4v6 impl -> syslog impl [@@since "4.9"]

val syslog_tls :
  syslog_config ->
  ?keyname:string ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4 impl ->
  kv_ro impl ->
  syslog impl
[@@since "3.0"] [@@until "3.0.4"]

val syslog_tls :
  ?config:syslog_config ->
  ?keyname:string ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4 impl ->
  kv_ro impl ->
  syslog impl
[@@since "3.0.5"] [@@until "3.9"]

val syslog_tls :
  ?config:syslog_config ->
  ?keyname:string ->
  ?console:console impl ->
  ?clock:pclock impl ->
  stackv4v6 impl ->
  kv_ro impl ->
  syslog impl
[@@since "3.10"] [@@until "4.3"]

val syslog_tls :
  ?config:syslog_config ->
  ?keyname:string ->
  ?clock:pclock impl ->
  stackv4v6 impl ->
  kv_ro impl ->
  syslog impl
[@@port "device-labels"]
[@@port "syslog-config"]
[@@since "4.4"] [@@until "4.8.1"]

val syslog_tls : ?group:string -> ?clock:pclock impl -> stackv4v6 impl -> kv_ro impl -> syslog impl
[@@since "4.8.2"] [@@until "4.8"]

val syslog_tls : ?group:string -> stackv4v6 impl -> kv_ro impl -> syslog impl [@@since "4.9"]
val nocrypto : job impl
[@@port "nocrypto-dep"]
[@@since "2.7"] [@@until "4.2"]

type conduit

val conduit : conduit typ
val conduit_direct : ?tls:bool -> stackv4 impl -> conduit impl [@@until "3.10.1"]

val conduit_direct : ?tls:bool -> ?random:random impl -> stackv4 impl -> conduit impl
[@@since "3.10.2"] [@@until "3.10.2"]

val conduit_direct : ?tls:bool -> ?random:random impl -> stackv4v6 impl -> conduit impl
[@@port "device-labels"]
[@@since "3.10.3"] [@@until "4.8"]

val conduit_direct : ?tls:bool -> stackv4v6 impl -> conduit impl [@@since "4.9"]

type http

val http : http typ
val http_server : conduit impl -> http impl [@@port "http-server-arg"] [@@until "2.9.1"]
val http_server : conduit impl -> http impl
[@@port "http-server-value"] [@@port.to cohttp_server]
[@@since "3.0"] [@@until "4.2"]
val http_server : http_server typ [@@since "4.3.1"]

type argv

val argv_dynamic : argv impl [@@port "argv-dynamic"] [@@since "2.7"] [@@until "2.8"]

val default_argv : argv impl [@@since "2.9"]

val default_clock : clock impl
[@@port "clock-default-clock"]
[@@until "2.9.1"]
val no_argv : argv impl
val noop : job impl

type info [@@until "3.10"]

val info : info typ
[@@port "config-removed"]
[@@until "4.4"]
val app_info : info impl
[@@port "config-removed"]
[@@until "4.4"]

module Job : sig
  val register : (string * 'a list) list -> unit [@@port "job-register"]
end
[@@since "1.0"] [@@until "1.0"]

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
[@@since "3.0"] [@@until "3.10"]

val register :
  ?argv:argv impl ->
  ?tracing:tracing impl ->
  ?reporter:reporter impl ->
  ?keys:Key.t list ->
  ?packages:package list ->
  ?src:[ `Auto | `None | `Some of string ] ->
  string ->
  job impl list ->
  unit
[@@since "4.0"] [@@until "4.3"]

val register :
  ?argv:argv impl ->
  ?reporter:reporter impl ->
  ?keys:Key.t list ->
  ?packages:package list ->
  ?src:[ `Auto | `None | `Some of string ] ->
  string ->
  job impl list ->
  unit
[@@port "register-packages"]
[@@since "4.4"] [@@until "4.4"]

val register :
  ?argv:argv impl ->
  ?reporter:reporter impl ->
  ?src:[ `Auto | `None | `Some of string ] ->
  string ->
  job impl list ->
  unit
[@@since "4.5"] [@@until "4.8"]

val register :
  ?argv:argv impl ->
  ?reporter:reporter impl ->
  ?sleep:sleep impl ->
  ?ptime:ptime impl ->
  ?mtime:mtime impl ->
  ?random:random impl ->
  ?src:[ `Auto | `None | `Some of string ] ->
  string ->
  job impl list ->
  unit
[@@since "4.9"]

val run : unit -> unit
[@@port "config-removed"]
[@@until "3.10"]
val add_dhcp_request : dhcp_requests -> int -> unit [@@since "4.10.5"]
val alpn_client : alpn_client typ [@@since "4.3.2"]
val app_info_with_opam_deps : (string * string) list -> info impl
[@@port "config-removed"]
[@@since "4.0"] [@@until "4.4"]
val argv : argv typ [@@since "4.0"]
val block_of_xenstore_id : string -> block impl [@@since "3.1"]

val ccm_block : ?maclen:int -> ?nonce_len:int -> string option key -> block impl -> block impl
[@@since "4.3.2"] [@@until "4.3.3"]

val ccm_block : ?nonce_len:int -> string option key -> block impl -> block impl
[@@since "4.3.4"] [@@until "4.4"]

val ccm_block : ?nonce_len:int -> string option runtime_arg -> block impl -> block impl
[@@since "4.5"]

val chamelon : program_block_size:int key -> ?pclock:pclock impl -> block impl -> kv_rw impl
[@@since "4.1"] [@@until "4.4"]

val chamelon : program_block_size:int runtime_arg -> ?pclock:pclock impl -> block impl -> kv_rw impl
[@@port "device-labels"]
[@@since "4.5"] [@@until "4.8"]

val chamelon : program_block_size:int runtime_arg -> block impl -> kv_rw impl [@@since "4.9"]

val code : pos:string * int * int * int -> ('a, Format.formatter, unit, 'b code) format4 -> 'a
[@@since "4.5"]

val cohttp_client : ?pclock:pclock impl -> resolver impl -> conduit impl -> http_client impl
[@@port "device-labels"]
[@@since "3.10.2"] [@@until "4.8"]

val cohttp_client : resolver impl -> conduit impl -> http_client impl [@@since "4.9"]
val cohttp_server : conduit impl -> http impl [@@since "3.4.1"]
val connect_err : string -> ?max:int -> int -> 'a [@@since "4.5"] [@@until "4.7"]
val connect_err : string -> int -> 'a [@@since "4.8"]
val create_ipv4v6 : ?group:string -> ipv4 impl -> ipv6 impl -> ipv4v6 impl [@@since "3.10"]
val default_mtime : mtime impl [@@since "4.9"]
val default_ptime : ptime impl [@@since "4.9"]
val default_sleep : sleep impl [@@since "4.9"]
val dep : 'a impl -> abstract_impl [@@since "4.0"]
val dhcp_ipv4 : dhcp_ipv4 typ [@@since "4.10.5"]
val dhcp_proj_ipv4 : (dhcp_ipv4 -> ipv4) impl [@@since "4.10.5"]
val dhcp_proj_lease : (dhcp_ipv4 -> lease) impl [@@since "4.10.5"]
val dhcp_proj_net : (dhcp_ipv4 -> network) impl [@@since "4.10.5"]
val direct_kv_rw : string -> kv_rw impl [@@since "3.5"]

val direct_stackv4v6 :
  ?clock:mclock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ?group:string ->
  ipv4_only:bool Key.key ->
  ipv6_only:bool Key.key ->
  network impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl ->
  ipv6 impl ->
  stackv4v6 impl
[@@since "3.10"] [@@until "3.10"]

val direct_stackv4v6 :
  ?mclock:mclock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ipv4_only:bool Key.key ->
  ipv6_only:bool Key.key ->
  network impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl ->
  ipv6 impl ->
  stackv4v6 impl
[@@since "4.0"] [@@until "4.4.0"]

val direct_stackv4v6 :
  ?mclock:mclock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ?tcp:tcpv4v6 impl ->
  ipv4_only:bool Key.key ->
  ipv6_only:bool Key.key ->
  network impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl ->
  ipv6 impl ->
  stackv4v6 impl
[@@since "4.4.1"] [@@until "4.4"]

val direct_stackv4v6 :
  ?mclock:mclock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ?tcp:tcpv4v6 impl ->
  ipv4_only:bool runtime_arg ->
  ipv6_only:bool runtime_arg ->
  network impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl ->
  ipv6 impl ->
  stackv4v6 impl
[@@port "stack-key-labels"]
[@@since "4.5"] [@@until "4.7"]

val direct_stackv4v6 :
  ?group:string ->
  ?mclock:mclock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ?tcp:tcpv4v6 impl ->
  network impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl ->
  ipv6 impl ->
  stackv4v6 impl
[@@since "4.8"] [@@until "4.8"]

val direct_stackv4v6 :
  ?group:string ->
  ?tcp:tcpv4v6 impl ->
  network impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl ->
  ipv6 impl ->
  stackv4v6 impl
[@@port "device-labels"]
[@@port "stack-key-labels"]
[@@since "4.9"] [@@until "4.10"]

val direct_stackv4v6 :
  ?group:string ->
  network impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl ->
  ipv6 impl ->
  stackv4v6 impl
[@@since "4.11"]

val direct_stackv6 :
  ?clock:mclock impl ->
  ?random:random impl ->
  ?time:time impl ->
  ?group:string ->
  network impl ->
  ethernet impl ->
  ipv6 impl ->
  stackv6 impl
[@@since "3.10"] [@@until "3.10"]

val direct_stackv6 :
  ?mclock:mclock impl ->
  ?random:random impl ->
  ?time:time impl ->
  network impl ->
  ethernet impl ->
  ipv6 impl ->
  stackv6 impl
[@@port "config-removed"]
[@@since "4.0"] [@@until "4.2"]

val dns_client : dns_client typ [@@since "4.0"]

val docteur :
  ?mode:[ `Fast | `Light ] ->
  ?disk:string Key.key ->
  ?analyze:bool Key.key ->
  ?branch:string ->
  string ->
  kv_ro impl
[@@since "4.0"] [@@until "4.0"]

val docteur :
  ?mode:[ `Fast | `Light ] ->
  ?disk:string Key.key ->
  ?analyze:bool Key.key ->
  ?branch:string ->
  ?extra_deps:string list ->
  string ->
  kv_ro impl
[@@since "4.1"] [@@until "4.4"]

val docteur :
  ?mode:[ `Fast | `Light ] ->
  ?name:string key ->
  ?output:string key ->
  ?analyze:bool runtime_arg ->
  ?branch:string ->
  ?extra_deps:string list ->
  string ->
  kv_ro impl
[@@since "4.5"]

val ethif : network impl -> ethernet impl [@@since "4.6"]
val fat_ro : block impl -> kv_ro impl [@@since "4.3"]

val generic_block : ?key:[ `BlockFile | `Ramdisk ] value -> string -> block impl
[@@since "3.0.3"] [@@until "3.0"]

val generic_block : ?key:[ `BlockFile | `Ramdisk | `XenstoreId ] value -> string -> block impl
[@@since "3.1"] [@@until "3.1.0"]

val generic_block :
  ?group:string -> ?key:[ `BlockFile | `Ramdisk | `XenstoreId ] value -> string -> block impl
[@@since "3.1.1"]

val generic_dns_client :
  ?timeout:int64 option key ->
  ?nameservers:string list key ->
  ?random:random impl ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  ?pclock:pclock impl ->
  stackv4v6 impl ->
  dns_client impl
[@@port "device-values"]
[@@since "4.0"] [@@until "4.4"]

val generic_dns_client :
  ?timeout:int64 option runtime_arg ->
  ?nameservers:string list runtime_arg ->
  ?random:random impl ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  ?pclock:pclock impl ->
  stackv4v6 impl ->
  dns_client impl
[@@port "dns-client-order"]
[@@port "device-values"]
[@@since "4.5"] [@@until "4.5"]

val generic_dns_client :
  ?timeout:int64 option runtime_arg ->
  ?nameservers:string list runtime_arg ->
  ?random:random impl ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  ?pclock:pclock impl ->
  stackv4v6 impl ->
  happy_eyeballs impl ->
  dns_client impl
[@@port "device-values"]
[@@since "4.6"] [@@until "4.7"]

val generic_dns_client :
  ?group:string ->
  ?timeout:int64 ->
  ?nameservers:string list ->
  ?cache_size:int ->
  ?random:random impl ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  ?pclock:pclock impl ->
  stackv4v6 impl ->
  happy_eyeballs impl ->
  dns_client impl
[@@since "4.8"] [@@until "4.8"]

val generic_dns_client :
  ?group:string ->
  ?timeout:int64 ->
  ?nameservers:string list ->
  ?cache_size:int ->
  stackv4v6 impl ->
  happy_eyeballs impl ->
  dns_client impl
[@@port "device-labels"]
[@@since "4.9"] [@@until "4.10.4"]

val generic_dns_client :
  ?dhcp:dhcp_requests * lease impl ->
  ?group:string ->
  ?timeout:int64 ->
  ?nameservers:string list ->
  ?cache_size:int ->
  stackv4v6 impl ->
  happy_eyeballs impl ->
  dns_client impl
[@@since "4.10.5"]

val generic_happy_eyeballs :
  ?aaaa_timeout:int64 option key ->
  ?v6_connect_timeout:int64 option key ->
  ?connect_timeout:int64 option key ->
  ?resolve_timeout:int64 option key ->
  ?resolve_retries:int64 option key ->
  ?timer_interval:int64 option key ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  stackv4v6 impl ->
  dns_client impl ->
  happy_eyeballs impl
[@@port "device-values"]
[@@since "4.0"] [@@until "4.3"]

val generic_happy_eyeballs :
  ?aaaa_timeout:int64 option key ->
  ?connect_delay:int64 option key ->
  ?connect_timeout:int64 option key ->
  ?resolve_timeout:int64 option key ->
  ?resolve_retries:int64 option key ->
  ?timer_interval:int64 option key ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  stackv4v6 impl ->
  dns_client impl ->
  happy_eyeballs impl
[@@port "device-values"]
[@@since "4.4"] [@@until "4.4"]

val generic_happy_eyeballs :
  ?aaaa_timeout:int64 option runtime_arg ->
  ?connect_delay:int64 option runtime_arg ->
  ?connect_timeout:int64 option runtime_arg ->
  ?resolve_timeout:int64 option runtime_arg ->
  ?resolve_retries:int64 option runtime_arg ->
  ?timer_interval:int64 option runtime_arg ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  stackv4v6 impl ->
  dns_client impl ->
  happy_eyeballs impl
[@@port "dns-client-order"]
[@@port "device-values"]
[@@since "4.5"] [@@until "4.5"]

val generic_happy_eyeballs :
  ?aaaa_timeout:int64 option runtime_arg ->
  ?connect_delay:int64 option runtime_arg ->
  ?connect_timeout:int64 option runtime_arg ->
  ?resolve_timeout:int64 option runtime_arg ->
  ?resolve_retries:int64 option runtime_arg ->
  ?timer_interval:int64 option runtime_arg ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  stackv4v6 impl ->
  happy_eyeballs impl
[@@port "device-values"]
[@@since "4.6"] [@@until "4.7"]

val generic_happy_eyeballs :
  ?group:string ->
  ?aaaa_timeout:int64 ->
  ?connect_delay:int64 ->
  ?connect_timeout:int64 ->
  ?resolve_timeout:int64 ->
  ?resolve_retries:int ->
  ?timer_interval:int64 ->
  ?time:time impl ->
  ?mclock:mclock impl ->
  stackv4v6 impl ->
  happy_eyeballs impl
[@@port "device-labels"]
[@@since "4.8"] [@@until "4.8"]

val generic_happy_eyeballs :
  ?group:string ->
  ?aaaa_timeout:int64 ->
  ?connect_delay:int64 ->
  ?connect_timeout:int64 ->
  ?resolve_timeout:int64 ->
  ?resolve_retries:int ->
  ?timer_interval:int64 ->
  stackv4v6 impl ->
  happy_eyeballs impl
[@@since "4.9"]

val generic_stackv4v6 :
  ?group:string ->
  ?ipv6_config:ipv6_config ->
  ?ipv4_config:ipv4_config ->
  ?dhcp_key:bool value ->
  ?net_key:[ `Direct | `Socket ] option value ->
  network impl ->
  stackv4v6 impl
[@@since "3.10"] [@@until "4.4.0"]

val generic_stackv4v6 :
  ?group:string ->
  ?ipv6_config:ipv6_config ->
  ?ipv4_config:ipv4_config ->
  ?dhcp_key:bool value ->
  ?net_key:[ `Direct | `Socket ] option value ->
  ?tcp:tcpv4v6 impl ->
  network impl ->
  stackv4v6 impl
[@@since "4.4.1"] [@@until "4.5.0"]

val generic_stackv4v6 :
  ?group:string ->
  ?ipv6_config:ipv6_config ->
  ?ipv4_config:ipv4_config ->
  ?dhcp_key:bool value ->
  ?net_key:[ `Host | `OCaml ] option value ->
  ?tcp:tcpv4v6 impl ->
  network impl ->
  stackv4v6 impl
[@@since "4.5.1"] [@@until "4.9"]

val generic_stackv4v6 :
  ?group:string ->
  ?dhcp_key:bool value ->
  ?net_key:[ `Host | `OCaml ] option value ->
  ?tcp:tcpv4v6 impl ->
  network impl ->
  stackv4v6 impl
[@@port "stack-key-labels"]
[@@port "stack-addresses"]
[@@since "4.10"] [@@until "4.10.1"]

val generic_stackv4v6 :
  ?group:string ->
  ?dhcp_key:bool value ->
  ?net_key:[ `Host | `OCaml ] option value ->
  ?ipv4_network:Ipaddr.V4.Prefix.t ->
  ?ipv4_gateway:Ipaddr.V4.t ->
  ?ipv6_network:Ipaddr.V6.Prefix.t ->
  ?ipv6_gateway:Ipaddr.V6.t ->
  ?tcp:tcpv4v6 impl ->
  network impl ->
  stackv4v6 impl
[@@since "4.10.2"] [@@until "4.10"]

val generic_stackv4v6 :
  ?group:string ->
  ?ipv4_network:Ipaddr.V4.Prefix.t ->
  ?ipv4_gateway:Ipaddr.V4.t ->
  ?ipv6_network:Ipaddr.V6.Prefix.t ->
  ?ipv6_gateway:Ipaddr.V6.t ->
  network impl ->
  stackv4v6 impl
[@@since "4.11"]

val generic_stackv4v6_with_lease :
  ?group:string ->
  ?dhcp_requests:dhcp_requests ->
  ?dhcp_key:bool value ->
  ?net_key:[ `Host | `OCaml ] option value ->
  ?ipv4_network:Ipaddr.V4.Prefix.t ->
  ?ipv4_gateway:Ipaddr.V4.t ->
  ?ipv6_network:Ipaddr.V6.Prefix.t ->
  ?ipv6_gateway:Ipaddr.V6.t ->
  ?tcp:tcpv4v6 impl ->
  network impl ->
  stackv4v6 impl * lease impl
[@@port "stack-key-labels"]
[@@since "4.10.5"] [@@until "4.10"]

val generic_stackv4v6_with_lease :
  ?group:string ->
  ?dhcp_requests:dhcp_requests ->
  ?ipv4_network:Ipaddr.V4.Prefix.t ->
  ?ipv4_gateway:Ipaddr.V4.t ->
  ?ipv6_network:Ipaddr.V6.Prefix.t ->
  ?ipv6_gateway:Ipaddr.V6.t ->
  network impl ->
  stackv4v6 impl * lease impl
[@@since "4.11"]

val generic_stackv6 :
  ?group:string ->
  ?config:ipv6_config ->
  ?net_key:[ `Direct | `Socket ] option value ->
  network impl ->
  stackv6 impl
[@@port "stack-v4v6"] [@@port.to generic_stackv4v6]
[@@port "stack-key-labels"]
[@@port "stack-addresses"]
[@@since "3.10"] [@@until "4.2"]

val git_client : git_client typ [@@since "4.0"]

val git_happy_eyeballs : stackv4v6 impl -> dns_client impl -> happy_eyeballs impl -> git_client impl
[@@since "4.0"] [@@until "4.3.1"]

val git_happy_eyeballs : stackv4v6 impl -> dns_client impl -> happy_eyeballs impl -> mimic impl
[@@port "dns-client-order"]
[@@since "4.3.2"] [@@until "4.3.3"]

val git_http :
  ?authenticator:string option key ->
  ?headers:(string * string) list key ->
  ?time:time impl ->
  ?pclock:pclock impl ->
  tcpv4v6 impl ->
  git_client impl ->
  git_client impl
[@@port "device-values"]
[@@since "4.0"] [@@until "4.3.0"]

val git_http :
  ?authenticator:string option key ->
  ?headers:(string * string) list key ->
  ?pclock:pclock impl ->
  tcpv4v6 impl ->
  git_client impl ->
  git_client impl
[@@port "device-values"]
[@@since "4.3.1"] [@@until "4.3.1"]

val git_http :
  ?authenticator:string option key ->
  ?headers:(string * string) list key ->
  ?pclock:pclock impl ->
  tcpv4v6 impl ->
  mimic impl ->
  git_client impl
[@@port "device-values"]
[@@since "4.3.2"] [@@until "4.4"]

val git_http :
  ?authenticator:string option runtime_arg ->
  ?headers:(string * string) list runtime_arg ->
  ?pclock:pclock impl ->
  tcpv4v6 impl ->
  mimic impl ->
  git_client impl
[@@port "device-values"]
[@@since "4.5"] [@@until "4.7"]

val git_http :
  ?group:string ->
  ?authenticator:string ->
  ?headers:(string * string) list ->
  ?pclock:pclock impl ->
  tcpv4v6 impl ->
  mimic impl ->
  git_client impl
[@@port "device-labels"]
[@@since "4.8"] [@@until "4.8"]

val git_http :
  ?group:string ->
  ?authenticator:string ->
  ?headers:(string * string) list ->
  tcpv4v6 impl ->
  mimic impl ->
  git_client impl
[@@since "4.9"]

val git_ssh :
  ?authenticator:string option key ->
  key:string option key ->
  ?mclock:mclock impl ->
  ?time:time impl ->
  tcpv4v6 impl ->
  git_client impl ->
  git_client impl
[@@port "device-values"]
[@@since "4.0"] [@@until "4.3.1"]

val git_ssh :
  ?authenticator:string option key ->
  key:string option key ->
  ?mclock:mclock impl ->
  ?time:time impl ->
  tcpv4v6 impl ->
  mimic impl ->
  git_client impl
[@@port "device-values"]
[@@since "4.3.2"] [@@until "4.3.5"]

val git_ssh :
  ?authenticator:string option key ->
  key:string option key ->
  password:string option key ->
  ?mclock:mclock impl ->
  ?time:time impl ->
  tcpv4v6 impl ->
  mimic impl ->
  git_client impl
[@@port "device-values"]
[@@since "4.3.6"] [@@until "4.4"]

val git_ssh :
  ?authenticator:string option runtime_arg ->
  key:string option runtime_arg ->
  password:string option runtime_arg ->
  ?mclock:mclock impl ->
  ?time:time impl ->
  tcpv4v6 impl ->
  mimic impl ->
  git_client impl
[@@port "device-values"]
[@@since "4.5"] [@@until "4.7"]

val git_ssh :
  ?group:string ->
  ?authenticator:string ->
  ?key:string ->
  ?password:string ->
  ?mclock:mclock impl ->
  ?time:time impl ->
  tcpv4v6 impl ->
  mimic impl ->
  git_client impl
[@@port "device-labels"]
[@@since "4.8"] [@@until "4.8"]

val git_ssh :
  ?group:string ->
  ?authenticator:string ->
  ?key:string ->
  ?password:string ->
  tcpv4v6 impl ->
  mimic impl ->
  git_client impl
[@@since "4.9"]

val git_tcp : tcpv4v6 impl -> git_client impl -> git_client impl [@@since "4.0"] [@@until "4.3.1"]
val git_tcp : tcpv4v6 impl -> mimic impl -> git_client impl [@@since "4.3.2"]
val happy_eyeballs : happy_eyeballs typ [@@since "4.0"]
val http_client : http_client typ [@@since "3.10.2"]
val httpaf_server : conduit impl -> http impl [@@since "3.4.1"]

val ipv4_of_dhcp :
  ?random:random impl ->
  ?clock:mclock impl ->
  ?time:time impl ->
  network impl ->
  ethernet impl ->
  arpv4 impl ->
  ipv4 impl
[@@since "4.8.2"] [@@until "4.8"]

val ipv4_of_dhcp : network impl -> ethernet impl -> arpv4 impl -> ipv4 impl
[@@port "device-labels"] [@@port "dhcp-ipv4-parts"]
[@@since "4.9"] [@@until "4.10.4"]

val ipv4_of_dhcp :
  ?group:string ->
  ?dhcp_requests:dhcp_requests ->
  ?gateway:Ipaddr.V4.t ->
  network impl ->
  ethernet impl ->
  arpv4 impl ->
  dhcp_ipv4 impl
[@@since "4.10.5"]

val ipv4v6 : ipv4v6 typ [@@since "3.10"]
val key : 'a key -> Key.t [@@since "4.0"]
val keys : argv impl -> job impl
[@@port "config-removed"]
[@@since "4.0"] [@@until "4.4"]
val kv_rw : kv_rw typ [@@since "3.5"]
val kv_rw_mem : ?clock:pclock impl -> unit -> kv_rw impl
[@@port "device-labels"]
[@@since "3.5"] [@@until "4.8"]
val kv_rw_mem : unit -> kv_rw impl [@@since "4.9"]
val lease : lease typ [@@since "4.10.5"]

val main :
  ?packages:package list ->
  ?packages_v:package list value ->
  ?keys:abstract_key list ->
  ?extra_deps:abstract_impl list ->
  string ->
  'a typ ->
  'a impl
[@@port "main-extra-deps"]
[@@since "4.0"] [@@until "4.4"]

val main :
  ?pos:string * int * int * int ->
  ?packages:package list ->
  ?packages_v:package list value ->
  ?runtime_args:Runtime_arg.t list ->
  string ->
  'a typ ->
  'a impl
[@@since "4.5"] [@@until "4.6.0"]

val main :
  ?pos:string * int * int * int ->
  ?packages:package list ->
  ?packages_v:package list value ->
  ?runtime_args:Runtime_arg.t list ->
  ?deps:abstract_impl list ->
  string ->
  'a typ ->
  'a impl
[@@since "4.6.1"] [@@until "4.9"]

val main :
  ?pos:string * int * int * int ->
  ?packages:package list ->
  ?packages_v:package list value ->
  ?local_libs:string list ->
  ?runtime_args:Runtime_arg.t list ->
  ?deps:abstract_impl list ->
  string ->
  'a typ ->
  'a impl
[@@since "4.10"]

val make_dhcp_requests : unit -> dhcp_requests [@@since "4.10.5"]
val merge_git_clients : git_client impl -> git_client impl -> git_client impl [@@since "4.0"]
val mimic : mimic typ [@@since "4.3.2"]

val mimic_happy_eyeballs : stackv4v6 impl -> dns_client impl -> happy_eyeballs impl -> mimic impl
[@@port "dns-client-order"]
[@@since "4.3.2"] [@@until "4.5"]

val mimic_happy_eyeballs : stackv4v6 impl -> happy_eyeballs impl -> dns_client impl -> mimic impl
[@@since "4.6"]

val mock_mtime : mtime impl [@@since "4.9"]
val mock_ptime : ptime impl [@@since "4.9"]

val monitoring :
  ?group:string -> ?time:time impl -> ?clock:pclock impl -> stackv4v6 impl -> job impl
[@@port "device-labels"]
[@@since "4.8.2"] [@@until "4.8"]

val monitoring : ?group:string -> stackv4v6 impl -> job impl [@@since "4.9"]
val mtime : mtime typ [@@since "4.9"]
val no_lease : lease impl [@@since "4.10.5"]
val no_mtime : mtime impl [@@since "4.9"]
val no_ptime : ptime impl [@@since "4.9"]
val no_random : random impl [@@since "4.9"]
val no_sleep : sleep impl [@@since "4.9"]
val of_device : 'a device -> 'a impl [@@since "4.0"]

val paf_client : ?pclock:pclock impl -> tcpv4v6 impl -> mimic impl -> alpn_client impl
[@@port "device-labels"]
[@@since "4.3.2"] [@@until "4.8"]

val paf_client : tcpv4v6 impl -> mimic impl -> alpn_client impl [@@since "4.9"]
val paf_server : port:int key -> tcpv4v6 impl -> http_server impl [@@since "4.3.1"] [@@until "4.4"]
val paf_server : port:int runtime_arg -> tcpv4v6 impl -> http_server impl [@@since "4.5"]
val ptime : ptime typ [@@since "4.9"]
val ramdisk : string -> block impl [@@since "3.0.3"]

val rng : ?time:time impl -> ?mclock:mclock impl -> unit -> random impl
[@@port "row-random"]
[@@since "4.0"] [@@until "4.8"]

val runtime_arg :
  pos:string * int * int * int ->
  ?name:string ->
  ?packages:Functoria.Package.t list ->
  ('a, Format.formatter, unit, Runtime_arg.t) format4 ->
  'a
[@@port "runtime-arg-name"]
[@@since "4.5"] [@@until "4.5.0"]

val runtime_arg :
  pos:string * int * int * int -> ?packages:Functoria.Package.t list -> string -> Runtime_arg.t
[@@since "4.5.1"]

val runtime_args : argv impl -> job impl [@@since "4.5"]
val sleep : sleep typ [@@since "4.9"]
val socket_stackv4v6 : ?group:string -> unit -> stackv4v6 impl
[@@port "config-removed"]
[@@since "3.10"] [@@until "4.9"]
val socket_stackv6 : ?group:string -> unit -> stackv6 impl
[@@port "config-removed"]
[@@since "3.10"] [@@until "4.2"]

val socket_tcpv4v6 : ?group:string -> Ipaddr.V4.t option -> Ipaddr.V6.t option -> tcpv4v6 impl
[@@port "config-removed"]
[@@since "3.10"] [@@until "4.9"]

val socket_tcpv6 : ?group:string -> Ipaddr.V6.t option -> tcpv6 impl
[@@port "config-removed"]
[@@since "3.10"] [@@until "4.2"]

val socket_udpv4v6 : ?group:string -> Ipaddr.V4.t option -> Ipaddr.V6.t option -> udpv4v6 impl
[@@port "config-removed"]
[@@since "3.10"] [@@until "4.9"]

val socket_udpv6 : ?group:string -> Ipaddr.V6.t option -> udpv6 impl
[@@port "config-removed"]
[@@since "3.10"] [@@until "4.2"]

val stackv4v6 : stackv4v6 typ [@@since "3.10"]
val stackv6 : stackv6 typ
[@@port "stack-v4v6"] [@@port.to stackv4v6]
[@@since "3.10"] [@@until "4.2"]

val static_ipv4v6_stack :
  ?group:string ->
  ?ipv6_config:ipv6_config ->
  ?ipv4_config:ipv4_config ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  network impl ->
  stackv4v6 impl
[@@since "3.10"] [@@until "4.4.0"]

val static_ipv4v6_stack :
  ?group:string ->
  ?ipv6_config:ipv6_config ->
  ?ipv4_config:ipv4_config ->
  ?arp:(ethernet impl -> arpv4 impl) ->
  ?tcp:tcpv4v6 impl ->
  network impl ->
  stackv4v6 impl
[@@port "stack-static"] [@@port.to generic_stackv4v6]
[@@port "stack-addresses"]
[@@since "4.4.1"] [@@until "4.9"]

val static_ipv6_stack : ?group:string -> ?config:ipv6_config -> network impl -> stackv6 impl
[@@port "config-removed"]
[@@since "3.10"] [@@until "4.2"]

val tar_kv_ro : block impl -> kv_ro impl [@@since "4.3.4"]
val tar_kv_rw : ?pclock:pclock impl -> block impl -> kv_rw impl
[@@port "device-labels"]
[@@since "4.3.4"] [@@until "4.8"]
val tar_kv_rw : block impl -> kv_rw impl [@@since "4.9"]
val tcpv4v6 : tcpv4v6 typ [@@since "3.10"]
val tcpv4v6_of_stackv4v6 : stackv4v6 impl -> tcpv4v6 impl [@@since "4.0"]
val udpv4v6 : udpv4v6 typ [@@since "3.10"]
