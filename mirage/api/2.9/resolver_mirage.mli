(** Resolving names through DNS (conduit 0.14). *)

val static : (string, port:int -> Conduit.endp) Hashtbl.t -> Resolver_lwt.t
val localhost : Resolver_lwt.t

module type S = sig
  module DNS : Dns_resolver_mirage.S

  val default_ns : Ipaddr.V4.t
  val vchan_resolver : tld:string -> Resolver_lwt.rewrite_fn

  val dns_stub_resolver :
    ?ns:Ipaddr.V4.t -> ?ns_port:int -> DNS.t -> Resolver_lwt.rewrite_fn

  val register :
    ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> Resolver_lwt.t -> unit

  val init : ?ns:Ipaddr.V4.t -> ?ns_port:int -> ?stack:DNS.stack -> unit -> Resolver_lwt.t
end

module Make (DNS : Dns_resolver_mirage.S) : S with module DNS = DNS

module Make_with_stack (T : V1_LWT.TIME) (S : V1_LWT.STACKV4) : sig
  include Resolver_lwt.S with type t = Resolver_lwt.t
  module R : S with type DNS.stack = S.t
end
