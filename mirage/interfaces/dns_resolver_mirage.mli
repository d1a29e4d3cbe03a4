(** Questions to a server of names (dns 0.19.1). *)

(** Until 2.9.1: Questions to a server of names (dns 0.18). *)

[@@@complete "3.0"]

val default_ns : Ipaddr.V4.t
val default_port : int

module type S = sig
  type t
  type stack

  val create : stack -> t
  val resolve :
    (module Dns.Protocol.CLIENT) ->
    t ->
    Ipaddr.V4.t ->
    int ->
    Dns.Packet.q_class ->
    Dns.Packet.q_type ->
    Dns.Name.t ->
    Dns.Packet.t Lwt.t
  val gethostbyname :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    string ->
    Ipaddr.t list Lwt.t
  val gethostbyaddr :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    Ipaddr.V4.t ->
    string list Lwt.t
end

type static_dns = { names : (string, Ipaddr.t) Hashtbl.t; rev : (Ipaddr.V4.t, string) Hashtbl.t }
[@@since "3.0"]

module Static : sig
  type t
  type stack = static_dns

  val create : stack -> t
  val resolve :
    (module Dns.Protocol.CLIENT) ->
    t ->
    Ipaddr.V4.t ->
    int ->
    Dns.Packet.q_class ->
    Dns.Packet.q_type ->
    Dns.Name.t ->
    Dns.Packet.t Lwt.t
  val gethostbyname :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    string ->
    Ipaddr.t list Lwt.t
  val gethostbyaddr :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    Ipaddr.V4.t ->
    string list Lwt.t
end
[@@since "3.0"]

module Make (Time : V1_LWT.TIME) (S : V1_LWT.STACKV4) : S with type stack = S.t [@@until "2.9.1"]

module Make (Time : Mirage_time_lwt.S) (S : Mirage_stack_lwt.V4) : sig
  type t
  type stack = S.t

  val create : stack -> t
  val resolve :
    (module Dns.Protocol.CLIENT) ->
    t ->
    Ipaddr.V4.t ->
    int ->
    Dns.Packet.q_class ->
    Dns.Packet.q_type ->
    Dns.Name.t ->
    Dns.Packet.t Lwt.t
  val gethostbyname :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    string ->
    Ipaddr.t list Lwt.t
  val gethostbyaddr :
    t ->
    ?server:Ipaddr.V4.t ->
    ?dns_port:int ->
    ?q_class:Dns.Packet.q_class ->
    ?q_type:Dns.Packet.q_type ->
    Ipaddr.V4.t ->
    string list Lwt.t
end
[@@since "3.0"]
