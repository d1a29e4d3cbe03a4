(** Certificates by way of DNS (dns 4.0.0 to 10.2.5). *)

[@@@since "3.5"]

[@@@complete]

val signing_request :
  [ `host ] Domain_name.t ->
  ?more_hostnames:[ `host ] Domain_name.t list ->
  X509.Private_key.t ->
  X509.Signing_request.t
[@@since "3.7.1"] [@@until "3.9"]

val signing_request :
  [ `host ] Domain_name.t ->
  ?more_hostnames:[ `raw ] Domain_name.t list ->
  X509.Private_key.t ->
  (X509.Signing_request.t, [> `Msg of string ]) result
[@@since "3.10"]

val letsencrypt_name : 'a Domain_name.t -> ([ `raw ] Domain_name.t, [> `Msg of string ]) result
val is_csr : Dns.Tlsa.t -> bool [@@since "3.7.1"]
val csr : X509.Signing_request.t -> Dns.Tlsa.t [@@since "3.7.1"]
val is_certificate : Dns.Tlsa.t -> bool [@@since "3.7.1"]
val certificate : X509.Certificate.t -> Dns.Tlsa.t [@@since "3.7.1"]
val is_ca_certificate : Dns.Tlsa.t -> bool [@@since "3.7.1"]
val ca_certificate : Cstruct.t -> Dns.Tlsa.t [@@since "3.7.1"] [@@until "4.6"]
val ca_certificate : string -> Dns.Tlsa.t [@@since "4.7"]
val is_name : 'a Domain_name.t -> bool [@@since "3.7.1"]

type u_err =
  [ `Bad_reply of Dns.Packet.mismatch * Dns.Packet.t
  | `Tsig of Dns_tsig.e
  | `Unexpected_reply of Dns.Packet.reply ]

val pp_u_err : u_err Fmt.t

val nsupdate :
  (int -> Cstruct.t) ->
  (unit -> Ptime.t) ->
  host:[ `host ] Domain_name.t ->
  keyname:'b Domain_name.t ->
  zone:[ `host ] Domain_name.t ->
  Dns.Dnskey.t ->
  X509.Signing_request.t ->
  (Cstruct.t * (Cstruct.t -> (unit, [> u_err ]) result), [> `Msg of string ]) result
[@@until "4.6"]

val nsupdate :
  (int -> string) ->
  (unit -> Ptime.t) ->
  host:[ `host ] Domain_name.t ->
  keyname:'b Domain_name.t ->
  zone:[ `host ] Domain_name.t ->
  Dns.Dnskey.t ->
  X509.Signing_request.t ->
  (string * (string -> (unit, [> u_err ]) result), [> `Msg of string ]) result
[@@since "4.7"]

type q_err =
  [ `Bad_reply of Dns.Packet.mismatch * Dns.Packet.t
  | `Decode of Dns.Packet.err
  | `No_tlsa
  | `Unexpected_reply of Dns.Packet.reply ]

val pp_q_err : q_err Fmt.t

val cert_matches_csr :
  ?until:Ptime.t -> Ptime.t -> X509.Signing_request.t -> X509.Certificate.t -> bool
[@@since "3.10"]

val query :
  (int -> Cstruct.t) ->
  X509.Public_key.t ->
  [ `host ] Domain_name.t ->
  (Cstruct.t * (Cstruct.t -> (X509.Certificate.t, [> q_err ]) result), [> `Msg of string ]) result
[@@until "3.7.0"]

val query :
  (int -> Cstruct.t) ->
  X509.Public_key.t ->
  [ `host ] Domain_name.t ->
  (Cstruct.t * (Cstruct.t -> (X509.Certificate.t * X509.Certificate.t list, [> q_err ]) result),
    [> `Msg of string ]) result
[@@since "3.7.1"] [@@until "3.9"]

val query :
  (int -> Cstruct.t) ->
  Ptime.t ->
  [ `host ] Domain_name.t ->
  X509.Signing_request.t ->
  (Cstruct.t * (Cstruct.t -> (X509.Certificate.t * X509.Certificate.t list, [> q_err ]) result),
    [> `Msg of string ]) result
[@@since "3.10"] [@@until "4.6"]

val query :
  (int -> string) ->
  Ptime.t ->
  [ `host ] Domain_name.t ->
  X509.Signing_request.t ->
  (string * (string -> (X509.Certificate.t * X509.Certificate.t list, [> q_err ]) result),
    [> `Msg of string ]) result
[@@since "4.7"]
