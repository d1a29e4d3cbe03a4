(** The answers that a resolver remembers (dns 4.0.0 to 10.2.5). *)

[@@@since "3.5"]

[@@@complete]

type rank =
  | ZoneFile
  | ZoneTransfer
  | AuthoritativeAnswer
  | AuthoritativeAuthority
  | ZoneGlue
  | NonAuthoritativeAnswer
  | Additional
[@@until "3.9"]

val pp_rank : rank Fmt.t [@@until "3.9"]
val compare_rank : rank -> rank -> int [@@until "3.9"]

type t [@@until "3.9"]
type stats [@@until "3.9"]

val pp_stats : stats Fmt.t [@@until "3.9"]
val stats : unit -> stats [@@until "3.9"]
val empty : int -> t [@@until "3.9"]
val size : t -> int [@@until "3.9"]
val capacity : t -> int [@@until "3.9"]
val pp : t Fmt.t [@@until "3.9"]
val pp_question : ([ `raw ] Domain_name.t * Dns.Packet.Question.qtype) Fmt.t

type res =
  [ `Alias of int32 * [ `raw ] Domain_name.t
  | `Entry of Dns.Rr_map.b
  | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
  | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t
  | `Serv_fail of [ `raw ] Domain_name.t * Dns.Soa.t ]
[@@until "3.9"]

val pp_res : res Fmt.t [@@until "3.9"]

val cached :
  t ->
  int64 ->
  'a Dns.Rr_map.key ->
  [ `raw ] Domain_name.t ->
  (res * t, [ `Cache_drop | `Cache_miss ]) result
[@@until "3.9"]

val maybe_insert : 'a Dns.Rr_map.key -> [ `raw ] Domain_name.t -> int64 -> rank -> res -> t -> t
[@@until "3.9"]

val follow_cname :
  t ->
  int64 ->
  'a Dns.Rr_map.key ->
  name:[ `raw ] Domain_name.t ->
  int32 ->
  alias:[ `raw ] Domain_name.t ->
  [ `Out of Dns.Rcode.t * Dns.Name_rr_map.t * Dns.Name_rr_map.t * t
  | `Query of [ `raw ] Domain_name.t * t ]
[@@until "3.9"]

val follow_cname :
  Dns_cache.t ->
  int64 ->
  'a Dns.Rr_map.key ->
  name:[ `raw ] Domain_name.t ->
  int32 ->
  alias:[ `raw ] Domain_name.t ->
  [ `Out of Dns.Rcode.t * Dns.Name_rr_map.t * Dns.Name_rr_map.t
  | `Query of [ `raw ] Domain_name.t ] * Dns_cache.t
[@@since "3.10"] [@@until "3.10.7"]

val follow_cname :
  Dns_cache.t ->
  int64 ->
  'a Dns.Rr_map.key ->
  name:[ `raw ] Domain_name.t ->
  int32 ->
  alias:[ `raw ] Domain_name.t ->
  [ `Out of Dns.Rcode.t * bool * Dns.Name_rr_map.t * Dns.Name_rr_map.t
  | `Query of [ `raw ] Domain_name.t ] * Dns_cache.t
[@@since "3.10.8"] [@@until "4.8"]

val follow_cname :
  Dns_cache.t ->
  int64 ->
  'a Dns.Rr_map.key ->
  name:[ `raw ] Domain_name.t ->
  int32 ->
  alias:[ `raw ] Domain_name.t ->
  [ `Out of Dns.Rcode.t * Dns.Rrsig.t option * Dns.Name_rr_map.t * Dns.Name_rr_map.t
  | `Query of [ `raw ] Domain_name.t ] * Dns_cache.t
[@@since "4.9"]

val answer :
  t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  Dns.Packet.Question.qtype ->
  [ `Packet of Dns.Packet.Flags.t * Dns.Packet.reply * t | `Query of [ `raw ] Domain_name.t * t ]
[@@until "3.9"]

val answer :
  Dns_cache.t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  Dns.Packet.Question.qtype ->
  [ `Packet of Dns.Packet.Flags.t * Dns.Packet.reply
  | `Query of [ `raw ] Domain_name.t ] * Dns_cache.t
[@@since "3.10"] [@@until "4.8"]

val answer :
  dnssec:bool ->
  dnssec_ok:bool ->
  Dns_cache.t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  Dns.Packet.Question.qtype ->
  [ `Packet of Dns.Packet.Flags.t * Dns.Packet.reply * Dns.Name_rr_map.t option
  | `Query of [ `raw ] Domain_name.t ] * Dns_cache.t
[@@since "4.9"]

val resolve :
  t ->
  rng:(int -> Cstruct.t) ->
  int64 ->
  [ `raw ] Domain_name.t ->
  Dns.Rr_map.k ->
  [ `raw ] Domain_name.t * [ `raw ] Domain_name.t * Dns.Rr_map.k * Ipaddr.V4.t * t
[@@until "3.9"]

val resolve :
  Dns_cache.t ->
  rng:(int -> Cstruct.t) ->
  int64 ->
  [ `raw ] Domain_name.t ->
  Dns.Packet.Question.qtype ->
  [ `raw ] Domain_name.t * [ `raw ] Domain_name.t * Dns.Packet.Question.qtype * Ipaddr.t * Dns_cache.t
[@@since "3.10"] [@@until "3.10.7"]

val resolve :
  Dns_cache.t ->
  rng:(int -> Cstruct.t) ->
  [ `Both | `Ipv4_only | `Ipv6_only ] ->
  int64 ->
  [ `raw ] Domain_name.t ->
  Dns.Packet.Question.qtype ->
  [ `raw ] Domain_name.t * [ `raw ] Domain_name.t * Dns.Packet.Question.qtype list * Ipaddr.t * Dns_cache.t
[@@since "3.10.8"] [@@until "4.3"]

val resolve :
  Dns_cache.t ->
  dnssec:bool ->
  rng:(int -> Cstruct.t) ->
  [ `Both | `Ipv4_only | `Ipv6_only ] ->
  int64 ->
  [ `raw ] Domain_name.t ->
  Dns.Packet.Question.qtype ->
  [ `raw ] Domain_name.t * [ `raw ] Domain_name.t * Dns.Packet.Question.qtype list * Ipaddr.t * Dns_cache.t
[@@since "4.4"] [@@until "4.6"]

val resolve :
  Dns_cache.t ->
  dnssec:bool ->
  rng:(int -> string) ->
  [ `Both | `Ipv4_only | `Ipv6_only ] ->
  int64 ->
  [ `raw ] Domain_name.t ->
  Dns.Packet.Question.qtype ->
  [ `raw ] Domain_name.t * [ `raw ] Domain_name.t * Dns.Packet.Question.qtype list * Ipaddr.t * Dns_cache.t
[@@since "4.7"] [@@until "4.8"]

val resolve :
  Dns_cache.t ->
  qname_minimisation:bool ->
  dnssec:bool ->
  [ `Both | `Ipv4_only | `Ipv6_only ] ->
  int64 ->
  [ `raw ] Domain_name.t ->
  Dns.Packet.Question.qtype ->
  ([ `raw ] Domain_name.t * [ `raw ] Domain_name.t * Dns.Packet.Question.qtype list * Ipaddr.t list * Dns_cache.t) list
[@@since "4.9"]

val handle_query :
  t ->
  rng:(int -> Cstruct.t) ->
  int64 ->
  [ `raw ] Domain_name.t ->
  Dns.Packet.Question.qtype ->
  [ `Nothing
  | `Query of [ `raw ] Domain_name.t
    * ([ `raw ] Domain_name.t * Dns.Packet.Question.qtype)
    * Ipaddr.V4.t
  | `Reply of Dns.Packet.Flags.t * Dns.Packet.reply ] * t
[@@until "3.9"]

val handle_query :
  Dns_cache.t ->
  rng:(int -> Cstruct.t) ->
  int64 ->
  [ `raw ] Domain_name.t * Dns.Packet.Question.qtype ->
  [ `Query of [ `raw ] Domain_name.t
    * ([ `raw ] Domain_name.t * Dns.Packet.Question.qtype)
    * Ipaddr.t
  | `Reply of Dns.Packet.Flags.t * Dns.Packet.reply ] * Dns_cache.t
[@@since "3.10"] [@@until "3.10.7"]

val handle_query :
  Dns_cache.t ->
  rng:(int -> Cstruct.t) ->
  [ `Both | `Ipv4_only | `Ipv6_only ] ->
  int64 ->
  [ `raw ] Domain_name.t * Dns.Packet.Question.qtype ->
  [ `Query of [ `raw ] Domain_name.t
    * ([ `raw ] Domain_name.t * Dns.Packet.Question.qtype list)
    * Ipaddr.t
  | `Reply of Dns.Packet.Flags.t * Dns.Packet.reply ] * Dns_cache.t
[@@since "3.10.8"] [@@until "4.3"]

val handle_query :
  Dns_cache.t ->
  dnssec:bool ->
  rng:(int -> Cstruct.t) ->
  [ `Both | `Ipv4_only | `Ipv6_only ] ->
  int64 ->
  [ `raw ] Domain_name.t * Dns.Packet.Question.qtype ->
  [ `Query of [ `raw ] Domain_name.t
    * ([ `raw ] Domain_name.t * Dns.Packet.Question.qtype list)
    * Ipaddr.t
  | `Reply of Dns.Packet.Flags.t * Dns.Packet.reply ] * Dns_cache.t
[@@since "4.4"] [@@until "4.6"]

val handle_query :
  Dns_cache.t ->
  dnssec:bool ->
  rng:(int -> string) ->
  [ `Both | `Ipv4_only | `Ipv6_only ] ->
  int64 ->
  [ `raw ] Domain_name.t * Dns.Packet.Question.qtype ->
  [ `Query of [ `raw ] Domain_name.t
    * ([ `raw ] Domain_name.t * Dns.Packet.Question.qtype list)
    * Ipaddr.t
  | `Reply of Dns.Packet.Flags.t * Dns.Packet.reply ] * Dns_cache.t
[@@since "4.7"] [@@until "4.8"]

val handle_query :
  Dns_cache.t ->
  qname_minimisation:bool ->
  dnssec:bool ->
  dnssec_ok:bool ->
  rng:(int -> string) ->
  [ `Both | `Ipv4_only | `Ipv6_only ] ->
  int64 ->
  [ `raw ] Domain_name.t * Dns.Packet.Question.qtype ->
  [ `Queries of ([ `raw ] Domain_name.t * ([ `raw ] Domain_name.t * Dns.Packet.Question.qtype
      list) * Ipaddr.t) list
  | `Reply of Dns.Packet.Flags.t * Dns.Packet.reply * Dns.Name_rr_map.t option ] * Dns_cache.t
[@@since "4.9"]
