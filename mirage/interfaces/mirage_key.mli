(** Keys of a unikernel (mirage 3.0.0). *)

[@@@since "3.0"]

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
  val string : string converter
  val bool : bool converter
  val int : int converter
  val list : 'a converter -> 'a list converter
  val some : 'a converter -> 'a option converter

  type 'a t = 'a Mirage.Key.Arg.t
  type info = Mirage.Key.Arg.info

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
