(** Resource records by name (dns 4.0.0 to 10.2.5). *)

[@@@since "3.5"]

[@@@complete]

type t

val pp : t Fmt.t
val empty : t
val equal : t -> t -> bool
val insert_map : Dns.Rr_map.t Domain_name.Map.t -> t -> t
val replace_map : Dns.Rr_map.t Domain_name.Map.t -> t -> t
val remove_map : Dns.Rr_map.t Domain_name.Map.t -> t -> t
val insert : 'a Domain_name.t -> 'b Dns.Rr_map.key -> 'b -> t -> t
val replace : 'a Domain_name.t -> 'b Dns.Rr_map.key -> 'b -> t -> t
val remove : 'a Domain_name.t -> 'b Dns.Rr_map.key -> 'b -> t -> t
val remove_ty : 'a Domain_name.t -> 'b Dns.Rr_map.key -> t -> t
val remove_all : 'a Domain_name.t -> t -> t
val remove_zone : 'a Domain_name.t -> t -> t

type zone_check =
  [ `Bad_ttl of [ `raw ] Domain_name.t * Dns.Rr_map.b
  | `Cname_other of [ `raw ] Domain_name.t
  | `Empty of [ `raw ] Domain_name.t * Dns.Rr_map.k
  | `Missing_address of [ `host ] Domain_name.t
  | `Missing_soa of [ `raw ] Domain_name.t
  | `Soa_not_a_host of [ `raw ] Domain_name.t * string
  | `Soa_not_ns of [ `raw ] Domain_name.t ]
[@@until "3.10.7"]

type zone_check =
  [ `Bad_ttl of [ `raw ] Domain_name.t * Dns.Rr_map.b
  | `Cname_other of [ `raw ] Domain_name.t
  | `Empty of [ `raw ] Domain_name.t * Dns.Rr_map.k
  | `Missing_address of [ `host ] Domain_name.t
  | `Missing_soa of [ `raw ] Domain_name.t
  | `Soa_not_a_host of [ `raw ] Domain_name.t * string ]
[@@since "3.10.8"]

val pp_zone_check : zone_check Fmt.t
val check : t -> (unit, zone_check) result

type e =
  [ `Delegation of [ `raw ] Domain_name.t * (int32 * Domain_name.Host_set.t)
  | `EmptyNonTerminal of [ `raw ] Domain_name.t * Dns.Soa.t
  | `NotAuthoritative
  | `NotFound of [ `raw ] Domain_name.t * Dns.Soa.t ]

val pp_e : e Fmt.t
val zone : 'a Domain_name.t -> t -> ([ `raw ] Domain_name.t * Dns.Soa.t, e) result

val lookup_with_cname :
  'a Domain_name.t ->
  'b Dns.Rr_map.key ->
  t ->
  (Dns.Rr_map.b * ([ `raw ] Domain_name.t * int32 * Domain_name.Host_set.t), e) result

val lookup : 'a Domain_name.t -> 'b Dns.Rr_map.key -> t -> ('b, e) result

val lookup_any :
  'a Domain_name.t ->
  t ->
  (Dns.Rr_map.t * ([ `raw ] Domain_name.t * int32 * Domain_name.Host_set.t), e) result

val lookup_glue :
  'a Domain_name.t ->
  t ->
  (int32 * Dns.Rr_map.Ipv4_set.t) option * (int32 * Dns.Rr_map.Ipv6_set.t) option
[@@until "3.9"]

val lookup_glue :
  'a Domain_name.t -> t -> (int32 * Ipaddr.V4.Set.t) option * (int32 * Ipaddr.V6.Set.t) option
[@@since "3.10"]

val entries : 'a Domain_name.t -> t -> (Dns.Soa.t * Dns.Rr_map.t Domain_name.Map.t, e) result
val fold : 'a Dns.Rr_map.key -> t -> ([ `raw ] Domain_name.t -> 'a -> 'b -> 'b) -> 'b -> 'b

val diff :
  'a Domain_name.t ->
  Dns.Soa.t ->
  old:t ->
  t ->
  (Dns.Soa.t
   * [ `Difference of Dns.Soa.t * Dns.Name_rr_map.t * Dns.Name_rr_map.t
     | `Empty
     | `Full of Dns.Name_rr_map.t ],
    [> `Msg of string ]) result
