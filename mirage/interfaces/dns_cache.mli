(** What a resolver remembers (dns 4.5.0 to 10.2.5). *)

[@@@since "3.7"]

[@@@complete]

type rank =
  | ZoneFile
  | ZoneTransfer
  | AuthoritativeAnswer
  | AuthoritativeAuthority
  | ZoneGlue
  | NonAuthoritativeAnswer
  | Additional
[@@until "3.10.7"]

type rank =
  | ZoneFile
  | ZoneTransfer
  | AuthoritativeAnswer of bool
  | AuthoritativeAuthority of bool
  | ZoneGlue
  | NonAuthoritativeAnswer
  | Additional
[@@since "3.10.8"] [@@until "4.8"]

type rank =
  | ZoneFile
  | ZoneTransfer
  | AuthoritativeAnswer of Dns.Rrsig.t option
  | AuthoritativeAuthority of Dns.Rrsig.t option
  | ZoneGlue
  | NonAuthoritativeAnswer
  | Additional
[@@since "4.9"]

val pp_rank : rank Fmt.t
val compare_rank : rank -> rank -> int

type t

val empty : int -> t
val size : t -> int
val capacity : t -> int
val pp : t Fmt.t

type entry =
  [ `Entry of Dns.Rr_map.b
  | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
  | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t
  | `Serv_fail of [ `raw ] Domain_name.t * Dns.Soa.t ]
[@@until "3.9"]

type 'a entry =
  [ `Entry of 'a
  | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
  | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t
  | `Serv_fail of [ `raw ] Domain_name.t * Dns.Soa.t ]
[@@since "3.10"]

val pp_entry : entry Fmt.t [@@until "3.9"]
val pp_entry : 'a Dns.Rr_map.key -> 'a entry Fmt.t [@@since "3.10"]

val get :
  t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  'a Dns.Rr_map.key ->
  (entry, [ `Cache_drop | `Cache_miss ]) result
[@@until "3.9"]

val get :
  t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  'a Dns.Rr_map.key ->
  t * ('a entry, [ `Cache_drop | `Cache_miss ]) result
[@@since "3.10"] [@@until "3.10.7"]

val get :
  t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  'a Dns.Rr_map.key ->
  t * ('a entry * rank, [ `Cache_drop | `Cache_miss ]) result
[@@since "3.10.8"]

val get_or_cname :
  t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  'a Dns.Rr_map.key ->
  t
  * ([ `Alias of int32 * [ `raw ] Domain_name.t
     | `Entry of 'a
     | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
     | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t
     | `Serv_fail of [ `raw ] Domain_name.t * Dns.Soa.t ],
      [ `Cache_drop | `Cache_miss ]) result
[@@since "3.10"] [@@until "3.10.7"]

val get_or_cname :
  t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  'a Dns.Rr_map.key ->
  t
  * ([ `Alias of int32 * [ `raw ] Domain_name.t
     | `Entry of 'a
     | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
     | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t
     | `Serv_fail of [ `raw ] Domain_name.t * Dns.Soa.t ] * rank,
      [ `Cache_drop | `Cache_miss ]) result
[@@since "3.10.8"]

val get_any :
  t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  t
  * ([ `Entries of Dns.Rr_map.t | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t ],
      [ `Cache_drop | `Cache_miss ]) result
[@@since "3.10"] [@@until "3.10.7"]

val get_any :
  t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  t
  * ([ `Entries of Dns.Rr_map.t | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t ] * rank,
      [ `Cache_drop | `Cache_miss ]) result
[@@since "3.10.8"]

val get_nsec3 :
  t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  t * (([ `raw ] Domain_name.t * Dns.Nsec3.t) list, [ `Cache_drop | `Cache_miss ]) result
[@@since "3.10.8"] [@@until "4.8"]

val get_nsec3 :
  t ->
  int64 ->
  [ `raw ] Domain_name.t ->
  t
  * (([ `raw ] Domain_name.t * int32 * Dns.Nsec3.t * rank) list,
      [ `Cache_drop | `Cache_miss ]) result
[@@since "4.9"]

val set : t -> int64 -> [ `raw ] Domain_name.t -> 'a Dns.Rr_map.key -> rank -> entry -> unit
[@@until "3.9"]

val set : t -> int64 -> [ `raw ] Domain_name.t -> 'a Dns.Rr_map.key -> rank -> 'a entry -> t
[@@since "3.10"]

val remove : t -> [ `raw ] Domain_name.t -> t [@@since "4.9"]
