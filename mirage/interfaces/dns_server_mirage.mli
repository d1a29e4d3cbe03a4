(** A server of names (dns 0.19.1 to 10.2.5). *)

(** Until 2.9.1: A server of names (dns 0.18). *)

[@@@complete "3.0"]

module type S = sig
  type t
  type stack
  type kv_ro

  val create : stack -> kv_ro -> t [@@port "dns-rewritten"]
  val eventual_process_of_zonefiles : t -> string list -> Dns.Packet.t Dns_server.process Lwt.t [@@port "dns-rewritten"]
  val serve_with_processor : t -> port:int -> processor:(module Dns_server.PROCESSOR) -> unit Lwt.t [@@port "dns-rewritten"]
  val serve_with_zonefile : t -> port:int -> zonefile:string -> unit Lwt.t [@@port "dns-rewritten"]
  val serve_with_zonefiles : t -> port:int -> zonefiles:string list -> unit Lwt.t [@@port "dns-rewritten"]
  val serve_with_zonebuf : t -> port:int -> zonebuf:string -> unit Lwt.t [@@port "dns-rewritten"]
  val serve_with_zonebufs : t -> port:int -> zonebufs:string list -> unit Lwt.t [@@port "dns-rewritten"]
end
[@@until "3.4"]

module Make (K : V1_LWT.KV_RO) (S : V1_LWT.STACKV4) : S with type stack = S.t and type kv_ro = K.t
[@@port "dns-rewritten"] [@@until "2.9.1"]

module Make (K : Mirage_kv_lwt.RO) (Stack : Mirage_stack_lwt.V4) : sig
  type t
  type stack = Stack.t
  type kv_ro = K.t

  val create : stack -> kv_ro -> t [@@port "dns-rewritten"]
  val eventual_process_of_zonefiles : t -> string list -> Dns.Packet.t Dns_server.process Lwt.t [@@port "dns-rewritten"]
  val serve_with_processor : t -> port:int -> processor:(module Dns_server.PROCESSOR) -> unit Lwt.t [@@port "dns-rewritten"]
  val serve_with_zonefile : t -> port:int -> zonefile:string -> unit Lwt.t [@@port "dns-rewritten"]
  val serve_with_zonefiles : t -> port:int -> zonefiles:string list -> unit Lwt.t [@@port "dns-rewritten"]
  val serve_with_zonebuf : t -> port:int -> zonebuf:string -> unit Lwt.t [@@port "dns-rewritten"]
  val serve_with_zonebufs : t -> port:int -> zonebufs:string list -> unit Lwt.t [@@port "dns-rewritten"]
end
[@@port "dns-rewritten"]
[@@since "3.0"] [@@until "3.4"]

module Make
    (P : Mirage_clock_lwt.PCLOCK [@until "3.7.0"])
    (M : Mirage_clock_lwt.MCLOCK [@until "3.7.0"])
    (T : Mirage_time_lwt.S [@until "3.7.0"])
    (S : Mirage_stack_lwt.V4 [@until "3.7.0"])
    (P : Mirage_clock.PCLOCK [@since "3.7.1"] [@until "4.8"])
    (M : Mirage_clock.MCLOCK [@since "3.7.1"] [@until "4.8"])
    (T : Mirage_time.S [@since "3.7.1"] [@until "4.8"])
    (S : Mirage_stack.V4 [@since "3.7.1"] [@until "3.9"])
    (S : Mirage_stack.V4V6 [@since "3.10"] [@until "3.10.7"])
    (S : Tcpip.Stack.V4V6 [@since "3.10.8"])
    : sig
  val primary :
    ?on_update:(old:Dns_trie.t -> Dns_server.Primary.s -> unit Lwt.t) ->
    ?on_notify:([ `Notify of Dns.Soa.t option | `Signed_notify of Dns.Soa.t option ] ->
                Dns_server.Primary.s ->
                (Dns_trie.t * ([ `raw ] Domain_name.t * Dns.Dnskey.t) list) option Lwt.t) ->
    ?timer:int ->
    ?port:int ->
    S.t ->
    Dns_server.Primary.s ->
    unit
  [@@until "3.7.0"]

  val primary :
    ?on_update:(old:Dns_trie.t ->
                authenticated_key:[ `raw ] Domain_name.t option ->
                update_source:Ipaddr.V4.t ->
                Dns_server.Primary.s ->
                unit Lwt.t) ->
    ?on_notify:([ `Notify of Dns.Soa.t option | `Signed_notify of Dns.Soa.t option ] ->
                Dns_server.Primary.s ->
                (Dns_trie.t * ([ `raw ] Domain_name.t * Dns.Dnskey.t) list) option Lwt.t) ->
    ?timer:int ->
    ?port:int ->
    S.t ->
    Dns_server.Primary.s ->
    unit
  [@@since "3.7.1"] [@@until "3.9"]

  val primary :
    ?on_update:(old:Dns_trie.t ->
                authenticated_key:[ `raw ] Domain_name.t option ->
                update_source:Ipaddr.t ->
                Dns_server.Primary.s ->
                unit Lwt.t) ->
    ?on_notify:([ `Notify of Dns.Soa.t option | `Signed_notify of Dns.Soa.t option ] ->
                Dns_server.Primary.s ->
                (Dns_trie.t * ([ `raw ] Domain_name.t * Dns.Dnskey.t) list) option Lwt.t) ->
    ?timer:int ->
    ?port:int ->
    S.t ->
    Dns_server.Primary.s ->
    unit
  [@@since "3.10"]

  val secondary :
    ?on_update:(old:Dns_trie.t -> Dns_server.Secondary.s -> unit Lwt.t) ->
    ?timer:int ->
    ?port:int ->
    S.t ->
    Dns_server.Secondary.s ->
    unit
end
[@@port "functor-parameters"]
[@@since "3.5"]
