(** Questions to the local network (dns 0.19.1). *)

[@@@since "3.0"]

[@@@until "3.4"]

[@@@complete]

val default_ns : Ipaddr.V4.t
val default_port : int

module type S = Dns_resolver_mirage.S
module Client : Dns.Protocol.CLIENT

module Make (TIME : Mirage_time_lwt.S) (S : Mirage_stack_lwt.V4) : sig
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

module Chain
    (Local : S)
    (Next : sig
      type t
      type stack = Local.stack

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
    end) : sig
  type t
  type stack = Local.stack

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
