(** What the unikernel's command line is read with (mirage 3.0.0). *)

(** Until 2.9.1: What the unikernel's command line is read with (mirage 2.9.1). *)

val string_of_network_init_error : string -> [ `Unknown of string | `Unimplemented | `Disconnected ] -> string
[@@port "runtime-api"]
[@@until "2.9.1"]

[@@@complete "3.0"]

type log_threshold = [ `All | `Src of string ] * Logs.level [@@since "3.0"]

val set_level : default:Logs.level -> log_threshold list -> unit [@@since "3.0"]

module Arg : sig
  type 'a converter

  val ipv4 : Ipaddr.V4.t converter [@@port "runtime-api"]
end
[@@until "2.9.1"]

module Arg : sig
  type 'a t

  val opt : 'a Cmdliner.Arg.converter -> 'a -> Cmdliner.Arg.info -> 'a t
  val required : 'a Cmdliner.Arg.converter -> Cmdliner.Arg.info -> 'a t
  val key : ?default:'a -> 'a Cmdliner.Arg.converter -> Cmdliner.Arg.info -> 'a t
  val flag : Cmdliner.Arg.info -> bool t
  val make : (string -> 'a option) -> 'a Fmt.t -> 'a Cmdliner.Arg.converter

  module type S = sig
    type t

    val of_string : string -> t option
    val pp_hum : Format.formatter -> t -> unit
  end

  val of_module : (module S with type t = 'a) -> 'a Cmdliner.Arg.converter
  val ip : Ipaddr.t Cmdliner.Arg.converter
  val ipv4_address : Ipaddr.V4.t Cmdliner.Arg.converter
  val ipv4 : (Ipaddr.V4.Prefix.t * Ipaddr.V4.t) Cmdliner.Arg.converter
  val ipv6 : Ipaddr.V6.t Cmdliner.Arg.converter
  val ipv6_prefix : Ipaddr.V6.Prefix.t Cmdliner.Arg.converter
  val log_threshold : log_threshold Cmdliner.Arg.converter
end
[@@since "3.0"]

module Key : sig
  type 'a t

  val create : 'a Arg.t -> 'a t
  val get : 'a t -> 'a
  val default : 'a t -> 'a option
  val term : 'a t -> unit Cmdliner.Term.t
end
[@@since "3.0"]

val with_argv : unit Cmdliner.Term.t list -> string -> string array -> unit [@@since "3.0"]
