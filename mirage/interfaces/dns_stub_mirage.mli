(** A stub resolver of DNS over a stack (dns 7.0 to 10.2.5). *)

[@@@since "4.0"]

module Make
    (R : Mirage_random.S [@until "4.6"])
    (R : Mirage_crypto_rng_mirage.S [@since "4.7"] [@until "4.8"])
    (T : Mirage_time.S [@until "4.8"])
    (P : Mirage_clock.PCLOCK [@until "4.8"])
    (C : Mirage_clock.MCLOCK [@until "4.8"])
    (S : Tcpip.Stack.V4V6)
    : sig
  type t

  module H : sig
    type t
    type stack = S.t
    type flow = S.TCP.flow

    type getaddrinfo =
      [ `A | `AAAA ] -> [ `host ] Domain_name.t -> (Ipaddr.Set.t, [ `Msg of string ]) result Lwt.t

    val create :
      ?happy_eyeballs:Happy_eyeballs.t ->
      ?getaddrinfo:getaddrinfo ->
      ?timer_interval:int64 ->
      stack ->
      t

    val inject : t -> getaddrinfo -> unit

    val connect_host :
      t ->
      ?aaaa_timeout:int64 ->
      ?connect_delay:int64 ->
      ?connect_timeout:int64 ->
      ?resolve_timeout:int64 ->
      ?resolve_retries:int ->
      [ `host ] Domain_name.t ->
      int list ->
      ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t

    val connect_ip :
      t ->
      ?aaaa_timeout:int64 ->
      ?connect_delay:int64 ->
      ?connect_timeout:int64 ->
      (Ipaddr.t * int) list ->
      ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t

    val connect :
      t ->
      ?aaaa_timeout:int64 ->
      ?connect_delay:int64 ->
      ?connect_timeout:int64 ->
      ?resolve_timeout:int64 ->
      ?resolve_retries:int ->
      string ->
      int list ->
      ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t

    val connect_device :
      ?aaaa_timeout:int64 ->
      ?connect_delay:int64 ->
      ?connect_timeout:int64 ->
      ?resolve_timeout:int64 ->
      ?resolve_retries:int ->
      ?timer_interval:int64 ->
      ?getaddrinfo:getaddrinfo ->
      stack ->
      t Lwt.t
  end

  val create :
    ?cache_size:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:string list ->
    ?timeout:int64 ->
    Dns_server.Primary.s ->
    S.t ->
    t
  [@@port "dns-happy-eyeballs"]
  [@@until "4.5"]

  val create :
    ?add_reserved:bool ->
    ?record_clients:bool ->
    ?cache_size:int ->
    ?udp:bool ->
    ?tcp:bool ->
    ?port:int ->
    ?tls:Tls.Config.server ->
    ?tls_port:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:string list ->
    ?timeout:int64 ->
    ?on_update:(old:Dns_trie.t ->
                ?authenticated_key:[ `raw ] Domain_name.t ->
                update_source:Ipaddr.t ->
                Dns_trie.t ->
                unit Lwt.t) ->
    Dns_server.Primary.s ->
    happy_eyeballs:H.t ->
    S.t ->
    t Lwt.t
  [@@since "4.6"]

  val resolve_external : t -> Ipaddr.t * int -> string -> [ `Close | `Data of int32 * string ] Lwt.t
  val primary_data : t -> Dns_trie.t
  val update_primary_data : t -> Dns_trie.t -> unit
  val update_tls : t -> Tls.Config.server -> unit
  val queries : t -> Dns_resolver_mirage_shared.query_info Lwt_condition.t
end
[@@port "functor-parameters"]
