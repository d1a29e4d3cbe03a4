(** What the unikernel's command line is read with (mirage 3.0.0). *)

[@@@complete]

type log_threshold = [ `All | `Src of string ] * Logs.level

val set_level : default:Logs.level -> log_threshold list -> unit

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

module Key : sig
  type 'a t

  val create : 'a Arg.t -> 'a t
  val get : 'a t -> 'a
  val default : 'a t -> 'a option
  val term : 'a t -> unit Cmdliner.Term.t
end

val with_argv : unit Cmdliner.Term.t list -> string -> string array -> unit
