(** Arguments of a network (mirage 4.8.2 to 4.11.1). *)

[@@@since "4.5"]

[@@@complete]

val interface : ?group:string -> ?docs:string -> string -> string Cmdliner.Term.t

module Arg : sig
  val ipv4_address : Ipaddr.V4.t Cmdliner.Arg.conv
  val ipv4 : Ipaddr.V4.Prefix.t Cmdliner.Arg.conv
  val ipv6_address : Ipaddr.V6.t Cmdliner.Arg.conv
  val ipv6 : Ipaddr.V6.Prefix.t Cmdliner.Arg.conv
  val ip_address : Ipaddr.t Cmdliner.Arg.conv
end

module V4 : sig
  val network :
    ?group:string -> ?docs:string -> Ipaddr.V4.Prefix.t -> Ipaddr.V4.Prefix.t Cmdliner.Term.t

  val optional_network :
    ?group:string -> ?docs:string -> unit -> Ipaddr.V4.Prefix.t option Cmdliner.Term.t
  [@@since "4.9"]

  val gateway :
    ?group:string -> ?docs:string -> Ipaddr.V4.t option -> Ipaddr.V4.t option Cmdliner.Term.t
end

module V6 : sig
  val network :
    ?group:string ->
    ?docs:string ->
    Ipaddr.V6.Prefix.t option ->
    Ipaddr.V6.Prefix.t option Cmdliner.Term.t

  val gateway :
    ?group:string -> ?docs:string -> Ipaddr.V6.t option -> Ipaddr.V6.t option Cmdliner.Term.t

  val accept_router_advertisements : ?group:string -> ?docs:string -> unit -> bool Cmdliner.Term.t
end

val ipv4_only : ?group:string -> ?docs:string -> unit -> bool Cmdliner.Term.t
val ipv6_only : ?group:string -> ?docs:string -> unit -> bool Cmdliner.Term.t

val resolver :
  ?group:string ->
  ?docs:string ->
  ?default:string list ->
  unit ->
  string list option Cmdliner.Term.t

val dns_servers :
  ?group:string -> ?docs:string -> string list option -> string list option Cmdliner.Term.t

val dns_timeout : ?group:string -> ?docs:string -> int64 option -> int64 option Cmdliner.Term.t
val dns_cache_size : ?group:string -> ?docs:string -> int option -> int option Cmdliner.Term.t
val he_aaaa_timeout : ?group:string -> ?docs:string -> int64 option -> int64 option Cmdliner.Term.t
val he_connect_delay : ?group:string -> ?docs:string -> int64 option -> int64 option Cmdliner.Term.t

val he_connect_timeout :
  ?group:string -> ?docs:string -> int64 option -> int64 option Cmdliner.Term.t

val he_resolve_timeout :
  ?group:string -> ?docs:string -> int64 option -> int64 option Cmdliner.Term.t

val he_resolve_retries : ?group:string -> ?docs:string -> int option -> int option Cmdliner.Term.t

val he_timer_interval :
  ?group:string -> ?docs:string -> int64 option -> int64 option Cmdliner.Term.t

val ssh_key : ?group:string -> ?docs:string -> string option -> string option Cmdliner.Term.t
val ssh_password : ?group:string -> ?docs:string -> string option -> string option Cmdliner.Term.t

val ssh_authenticator :
  ?group:string -> ?docs:string -> string option -> string option Cmdliner.Term.t

val tls_authenticator :
  ?group:string -> ?docs:string -> string option -> string option Cmdliner.Term.t

val http_headers :
  ?group:string ->
  ?docs:string ->
  (string * string) list option ->
  (string * string) list option Cmdliner.Term.t

val syslog : ?group:string -> ?docs:string -> Ipaddr.t option -> Ipaddr.t option Cmdliner.Term.t
val syslog_port : ?group:string -> ?docs:string -> int option -> int Cmdliner.Term.t
val syslog_truncate : ?group:string -> ?docs:string -> int option -> int option Cmdliner.Term.t
val syslog_keyname : ?group:string -> ?docs:string -> string option -> string option Cmdliner.Term.t

val monitor_hostname : ?group:string -> ?docs:string -> unit -> string Cmdliner.Term.t
[@@until "4.8"]

val monitor : ?group:string -> ?docs:string -> Ipaddr.t option -> Ipaddr.t option Cmdliner.Term.t
