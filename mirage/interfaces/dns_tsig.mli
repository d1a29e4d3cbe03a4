(** Signatures of transactions of DNS (dns 4.0.0 to 10.2.5). *)

[@@@since "3.5"]

[@@@complete]

val sign : Dns.Tsig_op.sign
val verify : Dns.Tsig_op.verify

type s = [ `Key_algorithm of Dns.Dnskey.t | `Sign | `Tsig_creation ]

val pp_s : s Fmt.t

val encode_and_sign :
  ?proto:Dns.proto ->
  Dns.Packet.t ->
  Ptime.t ->
  Dns.Dnskey.t ->
  'a Domain_name.t ->
  (Cstruct.t * Cstruct.t, s) result
[@@until "3.7.0"]

val encode_and_sign :
  ?proto:Dns.proto ->
  ?mac:Cstruct.t ->
  Dns.Packet.t ->
  Ptime.t ->
  Dns.Dnskey.t ->
  'a Domain_name.t ->
  (Cstruct.t * Cstruct.t, s) result
[@@since "3.7.1"] [@@until "4.6"]

val encode_and_sign :
  ?proto:Dns.proto ->
  ?mac:string ->
  Dns.Packet.t ->
  Ptime.t ->
  Dns.Dnskey.t ->
  'a Domain_name.t ->
  (string * string, s) result
[@@since "4.7"]

type e =
  [ `Crypto of Dns.Tsig_op.e
  | `Decode of Dns.Packet.err
  | `Invalid_key of [ `raw ] Domain_name.t * [ `raw ] Domain_name.t
  | `Unsigned of Dns.Packet.t ]

val pp_e : e Fmt.t

val decode_and_verify :
  Ptime.t ->
  Dns.Dnskey.t ->
  'a Domain_name.t ->
  ?mac:Cstruct.t ->
  Cstruct.t ->
  (Dns.Packet.t * Dns.Tsig.t * Cstruct.t, e) result
[@@until "4.6"]

val decode_and_verify :
  Ptime.t ->
  Dns.Dnskey.t ->
  'a Domain_name.t ->
  ?mac:string ->
  string ->
  (Dns.Packet.t * Dns.Tsig.t * string, e) result
[@@since "4.7"]

val compute_tsig : 'a Domain_name.t -> Dns.Tsig.t -> key:Cstruct.t -> Cstruct.t -> Cstruct.t
[@@until "4.6"]

val compute_tsig : 'a Domain_name.t -> Dns.Tsig.t -> key:string -> string -> string [@@since "4.7"]
