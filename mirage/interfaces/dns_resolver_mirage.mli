(** Questions to a server of names (dns 0.19.1 to 10.2.5). *)

(** Until 2.9.1: Questions to a server of names (dns 0.18). *)

[@@@complete "3.0"]

val default_ns : Ipaddr.V4.t [@@until "3.4"]
val default_port : int [@@until "3.4"]

module type S = sig
  type t
  type stack

  val create : stack -> t [@@port "dns-client-old"]
  val resolve :
    (module Dns.Protocol.CLIENT) ->
    t ->
    Ipaddr.V4.t ->
    int ->
    Dns.Packet.q_class ->
    Dns.Packet.q_type ->
    Dns.Name.t ->
    Dns.Packet.t Lwt.t
  [@@port "dns-client-old"]
  val gethostbyname :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    string ->
    Ipaddr.t list Lwt.t
  [@@port "dns-client-old"]
  val gethostbyaddr :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    Ipaddr.V4.t ->
    string list Lwt.t
  [@@port "dns-client-old"]
end
[@@until "3.4"]

type static_dns = { names : (string, Ipaddr.t) Hashtbl.t; rev : (Ipaddr.V4.t, string) Hashtbl.t }
[@@since "3.0"] [@@until "3.4"]

module Static : sig
  type t
  type stack = static_dns

  val create : stack -> t [@@port "dns-client-old"]
  val resolve :
    (module Dns.Protocol.CLIENT) ->
    t ->
    Ipaddr.V4.t ->
    int ->
    Dns.Packet.q_class ->
    Dns.Packet.q_type ->
    Dns.Name.t ->
    Dns.Packet.t Lwt.t
  [@@port "dns-client-old"]
  val gethostbyname :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    string ->
    Ipaddr.t list Lwt.t
  [@@port "dns-client-old"]
  val gethostbyaddr :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    Ipaddr.V4.t ->
    string list Lwt.t
  [@@port "dns-client-old"]
end
[@@since "3.0"] [@@until "3.4"]

module Make (Time : V1_LWT.TIME) (S : V1_LWT.STACKV4) : S with type stack = S.t
[@@port "dns-client-old"] [@@until "2.9.1"]

module Make (Time : Mirage_time_lwt.S) (S : Mirage_stack_lwt.V4) : sig
  type t
  type stack = S.t

  val create : stack -> t [@@port "dns-client-old"]
  val resolve :
    (module Dns.Protocol.CLIENT) ->
    t ->
    Ipaddr.V4.t ->
    int ->
    Dns.Packet.q_class ->
    Dns.Packet.q_type ->
    Dns.Name.t ->
    Dns.Packet.t Lwt.t
  [@@port "dns-client-old"]
  val gethostbyname :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    string ->
    Ipaddr.t list Lwt.t
  [@@port "dns-client-old"]
  val gethostbyaddr :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    Ipaddr.V4.t ->
    string list Lwt.t
  [@@port "dns-client-old"]
end
[@@port "dns-client-old"]
[@@since "3.0"] [@@until "3.4"]

module Make
    (R : Mirage_random.C [@until "3.7.0"])
    (P : Mirage_clock_lwt.PCLOCK [@until "3.7.0"])
    (M : Mirage_clock_lwt.MCLOCK [@until "3.7.0"])
    (Time : Mirage_time_lwt.S [@until "3.7.0"])
    (S : Mirage_stack_lwt.V4 [@until "3.7.0"])
    (R : Mirage_random.S [@since "3.7.1"] [@until "4.6"])
    (R : Mirage_crypto_rng_mirage.S [@since "4.7"] [@until "4.8"])
    (P : Mirage_clock.PCLOCK [@since "3.7.1"] [@until "4.8"])
    (M : Mirage_clock.MCLOCK [@since "3.7.1"] [@until "4.8"])
    (T : Mirage_time.S [@since "3.7.1"] [@until "4.8"])
    (S : Mirage_stack.V4 [@since "3.7.1"] [@until "3.9"])
    (S : Mirage_stack.V4V6 [@since "3.10"] [@until "3.10.7"])
    (S : Tcpip.Stack.V4V6 [@since "3.10.8"])
    : sig
  type t [@@since "4.9"]

  val resolver : S.t -> ?root:bool -> ?timer:int -> ?port:int -> Dns_resolver.t -> unit
  [@@port "dns-resolver-result"]
  [@@until "3.9"]

  val resolver :
    S.t ->
    ?root:bool ->
    ?timer:int ->
    ?udp:bool ->
    ?tcp:bool ->
    ?tls:Tls.Config.server ->
    ?port:int ->
    ?tls_port:int ->
    Dns_resolver.t ->
    unit
  [@@port "dns-resolver-result"]
  [@@since "3.10"] [@@until "4.8"]

  val resolver :
    S.t ->
    ?root:bool ->
    ?timer:int ->
    ?udp:bool ->
    ?tcp:bool ->
    ?tls:Tls.Config.server ->
    ?port:int ->
    ?tls_port:int ->
    Dns_resolver.t ->
    t
  [@@since "4.9"]

  val resolve_external : t -> Ipaddr.t * int -> string -> [ `Close | `Data of int32 * string ] Lwt.t
  [@@since "4.9"]

  val primary_data : t -> Dns_trie.t [@@since "4.9"]
  val update_primary_data : t -> Dns_trie.t -> unit [@@since "4.9"]
  val update_tls : t -> Tls.Config.server -> unit [@@since "4.9"]
  val queries : t -> Dns_resolver_mirage_shared.query_info Lwt_condition.t [@@since "4.9"]
end
[@@port "functor-parameters"]
[@@since "3.5"]
