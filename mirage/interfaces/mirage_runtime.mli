(** What the unikernel's command line is read with (mirage 3.0.0 to 4.11.1). *)

(** Until 2.9.1: What the unikernel's command line is read with (mirage 2.9.1). *)

val string_of_network_init_error : string -> [ `Unknown of string | `Unimplemented | `Disconnected ] -> string
[@@port "runtime-api"]
[@@until "2.9.1"]

[@@@complete "3.0"]

type log_threshold = [ `All | `Src of string ] * Logs.level [@@since "3.0"] [@@until "4.3"]
type log_threshold = [ `All | `Src of string ] * Logs.level option [@@since "4.4"]

val set_level : default:Logs.level -> log_threshold list -> unit [@@since "3.0"] [@@until "4.3"]
val set_level : default:Logs.level option -> log_threshold list -> unit [@@since "4.4"]
val logs : log_threshold list Cmdliner.Term.t [@@since "4.5"]

module Conv : sig
  val log_threshold : log_threshold Cmdliner.Arg.conv
end
[@@since "4.5"]

val s_net : string [@@since "4.5"]
val s_disk : string [@@since "4.5"]
val s_log : string [@@since "4.5"]
val s_he : string [@@since "4.5"]
val s_dns : string [@@since "4.5"]
val s_ssh : string [@@since "4.5"]
val s_tls : string [@@since "4.5"]
val s_http : string [@@since "4.5"]
val disk : string Cmdliner.Term.t [@@since "4.5"]
val analyze : bool Cmdliner.Term.t [@@since "4.5"]
val delay : int Cmdliner.Term.t [@@since "4.5"]
val name_k : string option Cmdliner.Term.t [@@since "4.10"]
val name : unit -> string [@@since "4.10"]

module Arg : sig
  type 'a converter

  val ipv4 : Ipaddr.V4.t converter [@@port "runtime-api"]
end
[@@until "2.9.1"]

module Arg : sig
  type 'a t

  val opt : 'a Cmdliner.Arg.converter -> 'a -> Cmdliner.Arg.info -> 'a t [@@until "3.10"]
  val opt : 'a Cmdliner.Arg.conv -> 'a -> Cmdliner.Arg.info -> 'a t [@@since "4.0"]
  val opt_all : 'a Cmdliner.Arg.conv -> 'a list -> Cmdliner.Arg.info -> 'a list t [@@since "4.0"]
  val required : 'a Cmdliner.Arg.converter -> Cmdliner.Arg.info -> 'a t [@@until "3.10"]
  val required : 'a Cmdliner.Arg.conv -> Cmdliner.Arg.info -> 'a t [@@since "4.0"]
  val key : ?default:'a -> 'a Cmdliner.Arg.converter -> Cmdliner.Arg.info -> 'a t [@@until "3.10"]
  val key : ?default:'a -> 'a Cmdliner.Arg.conv -> Cmdliner.Arg.info -> 'a t [@@since "4.0"]
  val flag : Cmdliner.Arg.info -> bool t
  val make : (string -> 'a option) -> 'a Fmt.t -> 'a Cmdliner.Arg.converter [@@until "3.4"]

  val make :
    (string -> ('a, [ `Msg of string ]) result) -> ('a -> string) -> 'a Cmdliner.Arg.converter
  [@@since "3.5"] [@@until "3.10"]

  val make : (string -> ('a, [ `Msg of string ]) result) -> ('a -> string) -> 'a Cmdliner.Arg.conv
  [@@since "4.0"]

  module type S = sig
    type t

    val of_string : string -> t option [@@until "3.4"]
    val of_string : string -> (t, [ `Msg of string ]) result [@@since "3.5"]
    val to_string : t -> string [@@since "3.5"]
    val pp_hum : Format.formatter -> t -> unit [@@until "3.4"]
  end

  val of_module : (module S with type t = 'a) -> 'a Cmdliner.Arg.converter [@@until "3.10"]
  val of_module : (module S with type t = 'a) -> 'a Cmdliner.Arg.conv [@@since "4.0"]
  val ip_address : Ipaddr.t Cmdliner.Arg.converter [@@since "3.10"] [@@until "3.10"]
  val ip_address : Ipaddr.t Cmdliner.Arg.conv [@@since "4.0"]
  val ip : Ipaddr.t Cmdliner.Arg.converter [@@until "3.9"]
  val ipv4_address : Ipaddr.V4.t Cmdliner.Arg.converter [@@until "3.10"]
  val ipv4_address : Ipaddr.V4.t Cmdliner.Arg.conv [@@since "4.0"]
  val ipv4 : (Ipaddr.V4.Prefix.t * Ipaddr.V4.t) Cmdliner.Arg.converter [@@until "3.7"]
  val ipv4 : Ipaddr.V4.Prefix.t Cmdliner.Arg.converter [@@since "3.8"] [@@until "3.10"]
  val ipv4 : Ipaddr.V4.Prefix.t Cmdliner.Arg.conv [@@since "4.0"]
  val ipv6_address : Ipaddr.V6.t Cmdliner.Arg.converter [@@since "3.10"] [@@until "3.10"]
  val ipv6_address : Ipaddr.V6.t Cmdliner.Arg.conv [@@since "4.0"]
  val ipv6 : Ipaddr.V6.t Cmdliner.Arg.converter [@@until "3.9"]
  val ipv6 : Ipaddr.V6.Prefix.t Cmdliner.Arg.converter [@@since "3.10"] [@@until "3.10"]
  val ipv6 : Ipaddr.V6.Prefix.t Cmdliner.Arg.conv [@@since "4.0"]
  val ipv6_prefix : Ipaddr.V6.Prefix.t Cmdliner.Arg.converter [@@until "3.9"]
  val log_threshold : log_threshold Cmdliner.Arg.converter [@@until "3.10"]
  val log_threshold : log_threshold Cmdliner.Arg.conv [@@since "4.0"]

  val allocation_policy : [ `Best_fit | `First_fit | `Next_fit ] Cmdliner.Arg.converter
  [@@since "3.8.1"] [@@until "3.10"]

  val allocation_policy : [ `Best_fit | `First_fit | `Next_fit ] Cmdliner.Arg.conv [@@since "4.0"]
end
[@@port "runtime-arg"]
[@@since "3.0"] [@@until "4.4"]

module Key : sig
  type 'a t

  val create : 'a Arg.t -> 'a t
  val get : 'a t -> 'a
  val default : 'a t -> 'a option
  val term : 'a t -> unit Cmdliner.Term.t
end
[@@since "3.0"] [@@until "4.4"]

val argument_error : int [@@since "4.4"]
val help_version : int [@@since "4.5"]
val register_arg : 'a Cmdliner.Term.t -> unit -> 'a [@@since "4.8"]

val with_argv : unit Cmdliner.Term.t list -> string -> string array -> unit [@@since "3.0"]
val runtime_args : unit -> unit Cmdliner.Term.t list [@@since "4.5"]
val set_name : string -> unit [@@since "4.10"]
val register : 'a Cmdliner.Term.t -> unit -> 'a
[@@port "runtime-register"] [@@port.to register_arg]
[@@since "4.5"] [@@until "4.10"]

type info = { name : string; libraries : (string * string) list } [@@since "4.0"] [@@until "4.4"]

val at_exit : (unit -> unit Lwt.t) -> unit [@@since "3.7"]
val at_enter_iter : (unit -> unit) -> unit [@@since "3.7"]
val at_leave_iter : (unit -> unit) -> unit [@@since "3.7"]
val run_exit_hooks : unit -> unit Lwt.t [@@since "3.7"]
val run_enter_iter_hooks : unit -> unit [@@since "3.7"]
val run_leave_iter_hooks : unit -> unit [@@since "3.7"]
