(** Keys of a unikernel (mirage 3.0.0 to 4.4.2). *)

[@@@since "3.0"]

[@@@until "4.4"]

[@@@port "mirage-key-module"]

[@@@complete]

module Arg : sig
  type 'a serialize = Format.formatter -> 'a -> unit
  type 'a runtime_conv = string
  type 'a converter = 'a Mirage.Key.Arg.converter

  val conv :
    conv:'a Cmdliner.Arg.converter ->
    serialize:'a serialize ->
    runtime_conv:'a runtime_conv ->
    'a converter
  [@@until "3.10"]

  val conv :
    conv:'a Cmdliner.Arg.conv ->
    serialize:'a serialize ->
    runtime_conv:'a runtime_conv ->
    'a converter
  [@@since "4.0"]

  val string : string converter
  val bool : bool converter
  val int : int converter
  val list : 'a converter -> 'a list converter [@@until "4.2"]
  val list : ?sep:char -> 'a converter -> 'a list converter [@@since "4.3"]
  val some : 'a converter -> 'a option converter

  type 'a t = 'a Mirage.Key.Arg.t
  type info = Mirage.Key.Arg.info

  val info : ?docs:string -> ?docv:string -> ?doc:string -> ?env:string -> string list -> info

  type stage = [ `Configure | `Run | `Both ]

  val opt : ?stage:stage -> 'a converter -> 'a -> info -> 'a t
  val required : ?stage:stage -> 'a converter -> info -> 'a option t
  val flag : ?stage:stage -> info -> bool t
  val ipv4_address : Ipaddr.V4.t converter
  val ipv4 : (Ipaddr.V4.Prefix.t * Ipaddr.V4.t) converter [@@until "3.7"]
  val ipv4 : Ipaddr.V4.Prefix.t converter [@@since "3.8"]
  val ipv6 : Ipaddr.V6.t converter [@@until "3.9"]
  val ipv6 : Ipaddr.V6.Prefix.t converter [@@since "3.10"]
  val ipv6_prefix : Ipaddr.V6.Prefix.t converter [@@until "3.9"]
  val int64 : int64 converter [@@since "4.0"]
  val ip_address : Ipaddr.t converter [@@since "3.10"]
  val ipv6_address : Ipaddr.V6.t converter [@@since "3.10"]
  val opt_all : ?stage:stage -> 'a converter -> info -> 'a list t [@@since "4.0"]
  val pair : ?sep:char -> 'a converter -> 'b converter -> ('a * 'b) converter [@@since "4.1"]
end

type 'a value = 'a Mirage.Key.value

val pure : 'a -> 'a value
val ( $ ) : ('a -> 'b) value -> 'a value -> 'b value
val map : ('a -> 'b) -> 'a value -> 'b value
val if_ : bool value -> 'a -> 'a -> 'a value
val match_ : 'a value -> ('a -> 'b) -> 'b value
val default : 'a value -> 'a

type 'a key = 'a Mirage.Key.key

val create : string -> 'a Arg.t -> 'a key
val value : 'a key -> 'a value

type t = Mirage.Key.t

module Set : sig
  include Set.S with type elt = Mirage.Key.t

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
  type 'a t = 'a Mirage.Key.Alias.t

  val add : 'b Mirage.Key.key -> ('a -> 'b option) -> 'a t -> 'a t
  val flag : Mirage.Key.Arg.info -> bool t
end

val alias : string -> 'a Alias.t -> 'a key
val aliases : t -> Set.t
val name : t -> string

type context = Mirage.Key.context

val empty_context : context
val merge_context : default:context -> context -> context
val context : ?stage:Arg.stage -> with_required:bool -> Set.t -> context Cmdliner.Term.t
[@@until "3.10"]

val context : ?stage:Arg.stage -> with_required:bool -> Set.t -> context Cmdliner.Term.t
[@@since "4.0"]

val mem : context -> 'a value -> bool
val peek : context -> 'a value -> 'a option
val eval : context -> 'a value -> 'a
val get : context -> 'a key -> 'a
val pps : context -> Set.t Fmt.t
val ocaml_name : t -> string
val serialize_call : t Fmt.t
val serialize : context -> t Fmt.t
val module_name : string

type mode = [ `Unix | `Xen | `Qubes | `MacOSX | `Virtio | `Ukvm ] [@@until "3.0"]

type mode = [ `MacOSX | `Muen | `Qubes | `Ukvm | `Unix | `Virtio | `Xen ]
[@@since "3.1"] [@@until "3.1"]

type mode = [ `Hvt | `MacOSX | `Muen | `Qubes | `Unix | `Virtio | `Xen ]
[@@since "3.2"] [@@until "3.2"]

type mode = [ `Genode | `Hvt | `MacOSX | `Muen | `Qubes | `Unix | `Virtio | `Xen ]
[@@since "3.3"] [@@until "3.5"]

type mode = [ `Genode | `Hvt | `MacOSX | `Muen | `Qubes | `Spt | `Unix | `Virtio | `Xen ]
[@@since "3.6"]

val target : mode key
val pp_target : mode Fmt.t
val is_unix : bool value
val warn_error : bool key [@@until "3.10"]
val tracing_size : int -> int key [@@until "4.3"]
val kv_ro : ?group:string -> unit -> [ `Archive | `Crunch | `Direct | `Fat ] key [@@until "4.2"]
val kv_ro : ?group:string -> unit -> [ `Crunch | `Direct ] key [@@since "4.3"]
val prng : ?group:string -> unit -> [ `Stdlib | `Nocrypto ] key [@@until "3.4.0"]
val prng : [ `Nocrypto | `Stdlib ] key [@@since "3.4.1"] [@@until "4.2"]
val dhcp : ?group:string -> unit -> bool key [@@until "4.10"]
val net : ?group:string -> unit -> [ `Direct | `Socket ] key [@@until "3.3"]
val net : ?group:string -> unit -> [ `Direct | `Socket ] option key [@@since "3.4"]
val interface : ?group:string -> string -> string key

module V4 : sig
  val network :
    ?group:string -> Ipaddr.V4.Prefix.t * Ipaddr.V4.t -> (Ipaddr.V4.Prefix.t * Ipaddr.V4.t) key
  [@@until "3.7"]

  val network : ?group:string -> Ipaddr.V4.Prefix.t -> Ipaddr.V4.Prefix.t key [@@since "3.8"]
  val gateway : ?group:string -> Ipaddr.V4.t option -> Ipaddr.V4.t option key
  val socket : ?group:string -> Ipaddr.V4.t option -> Ipaddr.V4.t option key [@@until "3.9"]
  val interfaces : ?group:string -> Ipaddr.V4.t list -> Ipaddr.V4.t list key [@@until "3.1"]

  val ips : ?group:string -> Ipaddr.V4.t list -> Ipaddr.V4.t list key
  [@@since "3.2"] [@@until "3.9"]
end

module V6 : sig
  val ips : ?group:string -> Ipaddr.V6.t list -> Ipaddr.V6.t list key [@@until "3.9"]
  val netmasks : ?group:string -> Ipaddr.V6.Prefix.t list -> Ipaddr.V6.Prefix.t list key
  [@@until "3.9"]
  val gateways : ?group:string -> Ipaddr.V6.t list -> Ipaddr.V6.t list key [@@until "3.9"]
  val accept_router_advertisements : ?group:string -> unit -> bool key [@@since "3.10"]
  val gateway : ?group:string -> Ipaddr.V6.t option -> Ipaddr.V6.t option key [@@since "3.10"]

  val network : ?group:string -> Ipaddr.V6.Prefix.t option -> Ipaddr.V6.Prefix.t option key
  [@@since "3.10"]
end

val logs : Mirage_runtime.log_threshold list key

type mode_solo5 = [ `Genode | `Hvt | `Muen | `Spt | `Virtio ] [@@since "3.6"]
type mode_unix = [ `MacOSX | `Unix ] [@@since "3.6"]
type mode_xen = [ `Qubes | `Xen ] [@@since "3.6"]

val add_to_context : 'a key -> 'a -> context -> context [@@since "3.4"]
val allocation_policy : [ `Best_fit | `First_fit | `Next_fit ] key [@@since "3.8.1"]
val backtrace : bool key [@@since "3.8.1"]
val block : ?group:string -> unit -> [ `BlockFile | `Ramdisk ] key [@@since "3.0.3"] [@@until "3.0"]
val block : ?group:string -> unit -> [ `BlockFile | `Ramdisk | `XenstoreId ] key [@@since "3.1"]
val custom_major_ratio : int option key [@@since "3.8.1"]
val custom_minor_max_size : int option key [@@since "3.8.1"]
val custom_minor_ratio : int option key [@@since "3.8.1"]
val dump_context : context Fmt.t [@@since "3.1"]
val equal : t -> t -> bool [@@since "3.6"]
val find : context -> 'a key -> 'a option [@@since "4.0"]
val gc_verbosity : int option key [@@since "3.8.1"]
val gc_window_size : int option key [@@since "3.8.1"]
val hash : t -> int [@@since "3.7.3"]
val ipv4_only : ?group:string -> unit -> bool key [@@since "3.10"]
val ipv6_only : ?group:string -> unit -> bool key [@@since "3.10"]
val is_solo5 : bool value [@@since "3.6"]
val is_xen : bool value [@@since "3.6"]
val major_heap_increment : int option key [@@since "3.8.1"]
val max_space_overhead : int option key [@@since "3.8.1"]
val minor_heap_size : int option key [@@since "3.8.1"]
val no_depext : bool key [@@since "3.3"] [@@until "3.10"]
val randomize_hashtables : bool key [@@since "3.8.1"]
val resolver : ?default:Ipaddr.V4.t -> unit -> Ipaddr.V4.t key [@@since "3.5.2"] [@@until "3.10.2"]
val resolver : ?default:Ipaddr.t -> unit -> Ipaddr.t key [@@since "3.10.3"] [@@until "3.10.5"]
val resolver : ?default:Ipaddr.t -> unit -> Ipaddr.t option key [@@since "3.10.6"] [@@until "4.3.0"]
val resolver : ?default:string list -> unit -> string list option key [@@since "4.3.1"]
val resolver_port : ?default:int -> unit -> int key [@@since "3.5.2"] [@@until "4.3.0"]
val space_overhead : int option key [@@since "3.8.1"]
val syslog : Ipaddr.V4.t option -> Ipaddr.V4.t option key [@@since "3.0.5"] [@@until "3.9"]
val syslog : Ipaddr.t option -> Ipaddr.t option key [@@since "3.10"]
val syslog_hostname : string -> string key [@@since "3.0.5"]
val syslog_port : int option -> int option key [@@since "3.0.5"]
val target_debug : bool key [@@since "3.0.5"] [@@until "3.10"]
val v : 'a key -> t [@@since "4.0"]
