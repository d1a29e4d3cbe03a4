(** Resolving names through DNS (conduit 0.15.0). *)

(** Until 2.9.1: Resolving names through DNS (conduit 0.14). *)

[@@@complete "3.0"]

val static : (string, port:int -> Conduit.endp) Hashtbl.t -> Resolver_lwt.t
val localhost : Resolver_lwt.t

module type S = sig
  module DNS : Dns_resolver_mirage.S

  val default_ns : Ipaddr.V4.t
  val vchan_resolver : tld:string -> Resolver_lwt.rewrite_fn
  val dns_stub_resolver : ?ns:Ipaddr.V4.t -> ?ns_port:int -> DNS.t -> Resolver_lwt.rewrite_fn
  val register : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> Resolver_lwt.t -> unit
  val init : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> unit -> Resolver_lwt.t
end

module Make (DNS : Dns_resolver_mirage.S) : S with module DNS = DNS [@@until "2.9.1"]

module Make (DNS : Dns_resolver_mirage.S) : sig
  module DNS : sig
    type t = DNS.t
    type stack = DNS.stack

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

  val default_ns : Ipaddr.V4.t
  val vchan_resolver : tld:string -> Resolver_lwt.rewrite_fn
  val dns_stub_resolver : ?ns:Ipaddr.V4.t -> ?ns_port:int -> DNS.t -> Resolver_lwt.rewrite_fn
  val register : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> Resolver_lwt.t -> unit
  val init : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> unit -> Resolver_lwt.t
end
[@@since "3.0"]

module Make_with_stack (T : V1_LWT.TIME) (S : V1_LWT.STACKV4) : sig
  include Resolver_lwt.S with type t = Resolver_lwt.t
  module R : S with type DNS.stack = S.t
end
[@@until "2.9.1"]

module Make_with_stack (T : Mirage_types_lwt.TIME) (S : Mirage_types_lwt.STACKV4) : sig
  type 'a io = 'a Lwt.t
  type t = Resolver_lwt.t

  val t_of_sexp : Sexplib.Sexp.t -> t
  val sexp_of_t : t -> Sexplib.Sexp.t

  type svc = Resolver.service

  val sexp_of_svc : svc -> Sexplib.Sexp.t
  val svc_of_sexp : Sexplib.Sexp.t -> svc

  type rewrite_fn = svc -> Uri.t -> Conduit.endp io
  type service_fn = string -> svc option io

  val ( ++ ) : service_fn -> service_fn -> service_fn
  val init : ?service:service_fn -> ?rewrites:(string * rewrite_fn) list -> unit -> t
  val add_rewrite : host:string -> f:rewrite_fn -> t -> unit
  val set_service : f:service_fn -> t -> unit
  val service : t -> service_fn
  val resolve_uri : ?rewrites:(string * rewrite_fn) list -> uri:Uri.t -> t -> Conduit.endp io

  module R : sig
    module DNS : sig
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

    val default_ns : Ipaddr.V4.t
    val vchan_resolver : tld:string -> Resolver_lwt.rewrite_fn
    val dns_stub_resolver : ?ns:Ipaddr.V4.t -> ?ns_port:int -> DNS.t -> Resolver_lwt.rewrite_fn
    val register : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> Resolver_lwt.t -> unit
    val init : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> unit -> Resolver_lwt.t
  end
end
[@@since "3.0"]
