(** Certificates by way of DNS, over a stack (dns 4.0.0 to 10.2.5). *)

[@@@since "3.5"]

[@@@complete]

module Make
    (R : Mirage_random.C [@until "3.7.0"])
    (P : Mirage_clock_lwt.PCLOCK [@until "3.7.0"])
    (T : Mirage_time_lwt.S [@until "3.7.0"])
    (S : Mirage_stack_lwt.V4 [@until "3.7.0"])
    (R : Mirage_random.S [@since "3.7.1"] [@until "4.6"])
    (R : Mirage_crypto_rng_mirage.S [@since "4.7"] [@until "4.8"])
    (P : Mirage_clock.PCLOCK [@since "3.7.1"] [@until "4.8"])
    (T : Mirage_time.S [@since "3.7.1"] [@until "4.8"])
    (S : Mirage_stack.V4 [@since "3.7.1"] [@until "3.9"])
    (S : Mirage_stack.V4V6 [@since "3.10"] [@until "3.10.7"])
    (S : Tcpip.Stack.V4V6 [@since "3.10.8"])
    : sig
  val retrieve_certificate :
    ?ca:[ `Production | `Staging ] ->
    S.t ->
    dns_key:string ->
    hostname:[ `host ] Domain_name.t ->
    ?additional_hostnames:[ `host ] Domain_name.t list ->
    ?key_seed:string ->
    S.TCPV4.ipaddr ->
    int ->
    (Tls.Config.own_cert, [ `Msg of string ]) result Lwt.t
  [@@until "3.7.0"]

  val retrieve_certificate :
    S.t ->
    dns_key:string ->
    hostname:[ `host ] Domain_name.t ->
    ?additional_hostnames:[ `host ] Domain_name.t list ->
    ?key_seed:string ->
    S.TCPV4.ipaddr ->
    int ->
    (Tls.Config.own_cert, [ `Msg of string ]) result Lwt.t
  [@@since "3.7.1"] [@@until "3.9"]

  val retrieve_certificate :
    S.t ->
    dns_key:string ->
    hostname:[ `host ] Domain_name.t ->
    ?additional_hostnames:[ `raw ] Domain_name.t list ->
    ?key_type:X509.Key_type.t ->
    ?key_data:string ->
    ?key_seed:string ->
    ?bits:int ->
    S.TCP.ipaddr ->
    int ->
    (X509.Certificate.t list * X509.Private_key.t, [ `Msg of string ]) result Lwt.t
  [@@since "3.10"] [@@until "4.6"]

  val retrieve_certificate :
    S.t ->
    dns_key_name:[ `raw ] Domain_name.t ->
    Dns.Dnskey.t ->
    hostname:[ `host ] Domain_name.t ->
    ?additional_hostnames:[ `raw ] Domain_name.t list ->
    ?key_type:X509.Key_type.t ->
    ?key_data:string ->
    ?key_seed:string ->
    ?bits:int ->
    S.TCP.ipaddr ->
    int ->
    (X509.Certificate.t list * X509.Private_key.t, [ `Msg of string ]) result Lwt.t
  [@@since "4.7"] [@@until "4.8"]

  val retrieve_certificate :
    S.t ->
    [ `raw ] Domain_name.t * Dns.Dnskey.t ->
    hostname:[ `host ] Domain_name.t ->
    ?additional_hostnames:[ `raw ] Domain_name.t list ->
    ?key_type:X509.Key_type.t ->
    ?key_data:string ->
    ?key_seed:string ->
    ?bits:int ->
    S.TCP.ipaddr ->
    int ->
    (X509.Certificate.t list * X509.Private_key.t, [ `Msg of string ]) result Lwt.t
  [@@since "4.9"]
end
[@@port "functor-parameters"]
