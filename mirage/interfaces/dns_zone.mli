(** Zones of DNS out of files (dns 10.2.5). *)

[@@@since "4.9"]

[@@@complete]

val parse : string -> (Dns.Name_rr_map.t, [> `Msg of string ]) result
val decode_keys : 'a Domain_name.t -> string -> Dns.Dnskey.t Domain_name.Map.t
val decode_zones : (string * string) list -> Domain_name.Set.t * Dns_trie.t

val decode_zones_keys :
  (string * string) list ->
  Domain_name.Set.t * Dns_trie.t * ([ `raw ] Domain_name.t * Dns.Dnskey.t) list
