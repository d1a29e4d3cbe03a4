(** Resolving names through DNS (conduit 0.15.0 to 8.0.0). *)

(** Until 2.9.1: Resolving names through DNS (conduit 0.14). *)

[@@@complete "3.0"]

module type S = sig
  type 'a io = 'a Lwt.t
  type t

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
  val static : (string, port:int -> Conduit.endp) Hashtbl.t -> t
  val localhost : t
end
[@@since "3.10.2"]

module Make
    (R : Mirage_random.S [@until "4.6"])
    (R : Mirage_crypto_rng_mirage.S [@since "4.7"] [@until "4.8"])
    (T : Mirage_time.S [@until "4.8"])
    (C : Mirage_clock.MCLOCK [@until "4.8"])
    (P : Mirage_clock.PCLOCK [@since "3.10.6"] [@until "4.8"])
    (S : Mirage_stack.V4V6 [@until "3.10.7"])
    (S : Tcpip.Stack.V4V6 [@since "3.10.8"])
    : sig
  type 'a io = 'a Lwt.t
  type t

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
  val static : (string, port:int -> Conduit.endp) Hashtbl.t -> t
  val localhost : t

  val v :
    ?nameservers:[ `Plaintext of Ipaddr.t * int
                 | `Tls of Tls.Config.client * Ipaddr.t * int ] list ->
    S.t ->
    t
  [@@until "4.3"]

  val v : ?nameservers:string list -> S.t -> (t, [> `Msg of string ]) result Lwt.t [@@since "4.4"]
end
[@@port "functor-parameters"]
[@@since "3.10.2"]

val static : (string, port:int -> Conduit.endp) Hashtbl.t -> Resolver_lwt.t
[@@port "resolver-removed"]
[@@until "3.10.1"]
val localhost : Resolver_lwt.t [@@port "resolver-removed"] [@@until "3.10.1"]

module type S = sig
  module DNS : Dns_resolver_mirage.S

  val default_ns : Ipaddr.V4.t
  val vchan_resolver : tld:string -> Resolver_lwt.rewrite_fn
  [@@port "resolver-removed"]
  val dns_stub_resolver : ?ns:Ipaddr.V4.t -> ?ns_port:int -> DNS.t -> Resolver_lwt.rewrite_fn
  [@@port "resolver-removed"]
  val register : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> Resolver_lwt.t -> unit
  [@@port "resolver-removed"]
  val init : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> unit -> Resolver_lwt.t
  [@@port "resolver-removed"]
end
[@@until "3.4"]

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
  [@@port "resolver-removed"]
  val dns_stub_resolver : ?ns:Ipaddr.V4.t -> ?ns_port:int -> DNS.t -> Resolver_lwt.rewrite_fn
  [@@port "resolver-removed"]
  val register : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> Resolver_lwt.t -> unit
  [@@port "resolver-removed"]
  val init : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> unit -> Resolver_lwt.t
  [@@port "resolver-removed"]
end
[@@since "3.0"] [@@until "3.4"]

module Make_with_stack (T : V1_LWT.TIME) (S : V1_LWT.STACKV4) : sig
  include Resolver_lwt.S with type t = Resolver_lwt.t
  module R : S with type DNS.stack = S.t
end
[@@port "resolver-removed"]
[@@until "2.9.1"]

module Make_with_stack
    (T : Mirage_types_lwt.TIME [@until "3.4"])
    (S : Mirage_types_lwt.STACKV4 [@until "3.4"])
    (R : Mirage_random.C [@since "3.5"] [@until "3.7.0"])
    (T : Mirage_time_lwt.S [@since "3.5"] [@until "3.7.0"])
    (S : Mirage_stack_lwt.V4 [@since "3.5"] [@until "3.7.0"])
    (R : Mirage_random.S [@since "3.7.1"])
    (T : Mirage_time.S [@since "3.7.1"])
    (C : Mirage_clock.MCLOCK [@since "3.7.1"])
    (S : Mirage_stack.V4 [@since "3.7.1"])
    : sig
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
    [@@until "3.4"]

    val default_ns : Ipaddr.V4.t [@@until "3.4"]
    val vchan_resolver : tld:string -> Resolver_lwt.rewrite_fn [@@until "3.4"]
    val dns_stub_resolver : ?ns:Ipaddr.V4.t -> ?ns_port:int -> DNS.t -> Resolver_lwt.rewrite_fn
    [@@until "3.4"]
    val register : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> Resolver_lwt.t -> unit
    [@@until "3.4"]

    val register : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:S.t -> Resolver_lwt.t -> unit
    [@@since "3.5"]

    val init : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> unit -> Resolver_lwt.t
    [@@until "3.4"]

    val init : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:S.t -> unit -> t [@@since "3.5"]
  end
end
[@@port "resolver-removed"]
[@@since "3.0"] [@@until "3.10.1"]
