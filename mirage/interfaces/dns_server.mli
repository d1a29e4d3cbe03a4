(** A server's answers to questions about names (dns 0.19.1 to 10.2.5). *)

[@@@complete]

module Authentication : sig
  type operation = [ `Transfer | `Update ] [@@until "3.7.0"]
  type operation = [ `Notify | `Transfer | `Update ] [@@since "3.7.1"]

  val operation_to_string : operation -> string [@@since "3.7.1"]
  val all_ops : operation list [@@since "3.7.1"]
  val access_granted : required:operation -> operation -> bool [@@since "3.7.1"]

  val zone_and_operation : 'a Domain_name.t -> ([ `host ] Domain_name.t * operation) option
  [@@since "3.7.1"]

  val access : ?key:'a Domain_name.t -> zone:'b Domain_name.t -> operation -> bool [@@since "3.7.1"]

  type a =
    Dns_trie.t ->
    Dns.proto ->
    ?key:[ `raw ] Domain_name.t ->
    operation ->
    zone:[ `raw ] Domain_name.t ->
    bool
  [@@until "3.7.0"]

  val tsig_auth : a [@@until "3.7.0"]

  type t
end
[@@since "3.5"]

type t = private {
  data : Dns_trie.t;
  auth : Authentication.t;
  rng : int -> Cstruct.t;
  tsig_verify : Dns.Tsig_op.verify;
  tsig_sign : Dns.Tsig_op.sign;
}
[@@since "3.5"] [@@until "3.7.0"]

type t = private {
  data : Dns_trie.t;
  auth : Authentication.t;
  unauthenticated_zone_transfer : bool;
  rng : int -> Cstruct.t;
  tsig_verify : Dns.Tsig_op.verify;
  tsig_sign : Dns.Tsig_op.sign;
}
[@@since "3.7.1"] [@@until "4.6"]

type t = private {
  data : Dns_trie.t;
  auth : Authentication.t;
  unauthenticated_zone_transfer : bool;
  rng : int -> string;
  tsig_verify : Dns.Tsig_op.verify;
  tsig_sign : Dns.Tsig_op.sign;
}
[@@since "4.7"]

val create :
  ?unauthenticated_zone_transfer:bool ->
  ?tsig_verify:Dns.Tsig_op.verify ->
  ?tsig_sign:Dns.Tsig_op.sign ->
  ?auth:Authentication.t ->
  Dns_trie.t ->
  (int -> Cstruct.t) ->
  t
[@@since "3.7.1"] [@@until "4.6"]

val create :
  ?unauthenticated_zone_transfer:bool ->
  ?tsig_verify:Dns.Tsig_op.verify ->
  ?tsig_sign:Dns.Tsig_op.sign ->
  ?auth:Authentication.t ->
  Dns_trie.t ->
  (int -> string) ->
  t
[@@since "4.7"]

val with_data : t -> Dns_trie.t -> t [@@since "3.7.1"]
val text : 'a Domain_name.t -> Dns_trie.t -> (string, [> `Msg of string ]) result [@@since "3.5"]

val handle_question :
  t ->
  Dns.Packet.Question.t ->
  (Dns.Packet.Flags.t * Dns.Packet.Answer.t * Dns.Name_rr_map.t option,
    Dns.Rcode.t * Dns.Packet.Answer.t option) result
[@@since "3.5"]

val update_data :
  Dns_trie.t ->
  'a Domain_name.t ->
  Dns.Packet.Update.prereq list Domain_name.Map.t
  * Dns.Packet.Update.update list Domain_name.Map.t ->
  (Dns_trie.t * (Domain_name.Set.elt * Dns.Soa.t) list, Dns.Rcode.t) result
[@@since "4.7"]

val handle_update :
  t ->
  Dns.proto ->
  [ `raw ] Domain_name.t option ->
  Dns.Packet.Question.t ->
  Dns.Packet.Update.t ->
  (Dns_trie.t * ([ `raw ] Domain_name.t * Dns.Soa.t) list, Dns.Rcode.t) result
[@@since "3.7.1"]

val handle_axfr_request :
  t ->
  Dns.proto ->
  [ `raw ] Domain_name.t option ->
  Dns.Packet.Question.t ->
  (Dns.Packet.Axfr.t, Dns.Rcode.t) result
[@@since "3.7.1"]

type trie_cache [@@since "3.7.1"]

val handle_ixfr_request :
  t ->
  trie_cache ->
  Dns.proto ->
  [ `raw ] Domain_name.t option ->
  Dns.Packet.Question.t ->
  Dns.Soa.t ->
  (Dns.Packet.Ixfr.t, Dns.Rcode.t) result
[@@since "3.7.1"]

val handle_tsig :
  ?mac:Cstruct.t ->
  t ->
  Ptime.t ->
  Dns.Packet.t ->
  Cstruct.t ->
  (([ `raw ] Domain_name.t * Dns.Tsig.t * Cstruct.t * Dns.Dnskey.t) option,
    Dns.Tsig_op.e * Cstruct.t option) result
[@@since "3.5"] [@@until "4.6"]

val handle_tsig :
  ?mac:string ->
  t ->
  Ptime.t ->
  Dns.Packet.t ->
  string ->
  (([ `raw ] Domain_name.t * Dns.Tsig.t * string * Dns.Dnskey.t) option,
    Dns.Tsig_op.e * string option) result
[@@since "4.7"]

type packet_callback = Dns.Packet.Question.t -> Dns.Packet.reply option [@@since "4.7"]

module Primary : sig
  type s

  val server : s -> t
  val data : s -> Dns_trie.t

  val with_data : s -> Ptime.t -> int64 -> Dns_trie.t -> s * (Ipaddr.V4.t * Cstruct.t list) list
  [@@until "3.9"]

  val with_data : s -> Ptime.t -> int64 -> Dns_trie.t -> s * (Ipaddr.t * Cstruct.t list) list
  [@@since "3.10"] [@@until "4.6"]

  val with_data : s -> Ptime.t -> int64 -> Dns_trie.t -> s * (Ipaddr.t * string list) list
  [@@since "4.7"]

  val with_keys :
    s ->
    Ptime.t ->
    int64 ->
    ('a Domain_name.t * Dns.Dnskey.t) list ->
    s * (Ipaddr.V4.t * Cstruct.t list) list
  [@@until "3.9"]

  val with_keys :
    s ->
    Ptime.t ->
    int64 ->
    ('a Domain_name.t * Dns.Dnskey.t) list ->
    s * (Ipaddr.t * Cstruct.t list) list
  [@@since "3.10"] [@@until "4.6"]

  val with_keys :
    s ->
    Ptime.t ->
    int64 ->
    ('a Domain_name.t * Dns.Dnskey.t) list ->
    s * (Ipaddr.t * string list) list
  [@@since "4.7"]

  val trie_cache : s -> trie_cache [@@since "3.7.1"]

  val create :
    ?keys:('a Domain_name.t * Dns.Dnskey.t) list ->
    ?a:Authentication.a list ->
    ?tsig_verify:Dns.Tsig_op.verify ->
    ?tsig_sign:Dns.Tsig_op.sign ->
    rng:(int -> Cstruct.t) ->
    Dns_trie.t ->
    s
  [@@until "3.7.0"]

  val create :
    ?keys:('a Domain_name.t * Dns.Dnskey.t) list ->
    ?unauthenticated_zone_transfer:bool ->
    ?tsig_verify:Dns.Tsig_op.verify ->
    ?tsig_sign:Dns.Tsig_op.sign ->
    rng:(int -> Cstruct.t) ->
    Dns_trie.t ->
    s
  [@@since "3.7.1"] [@@until "4.6"]

  val create :
    ?keys:('a Domain_name.t * Dns.Dnskey.t) list ->
    ?unauthenticated_zone_transfer:bool ->
    ?tsig_verify:Dns.Tsig_op.verify ->
    ?tsig_sign:Dns.Tsig_op.sign ->
    rng:(int -> string) ->
    Dns_trie.t ->
    s
  [@@since "4.7"] [@@until "4.8"]

  val create :
    ?trie_cache_entries:int ->
    ?keys:('a Domain_name.t * Dns.Dnskey.t) list ->
    ?unauthenticated_zone_transfer:bool ->
    ?tsig_verify:Dns.Tsig_op.verify ->
    ?tsig_sign:Dns.Tsig_op.sign ->
    rng:(int -> string) ->
    Dns_trie.t ->
    s
  [@@since "4.9"]

  val handle_packet :
    s ->
    Ptime.t ->
    int64 ->
    Dns.proto ->
    Ipaddr.V4.t ->
    int ->
    Dns.Packet.t ->
    'a Domain_name.t option ->
    s
    * Dns.Packet.t option
    * (Ipaddr.V4.t * Cstruct.t list) list
    * [> `Keep | `Notify of Dns.Soa.t option ] option
  [@@until "3.9"]

  val handle_packet :
    s ->
    Ptime.t ->
    int64 ->
    Dns.proto ->
    Ipaddr.t ->
    int ->
    Dns.Packet.t ->
    'a Domain_name.t option ->
    s
    * Dns.Packet.t option
    * (Ipaddr.t * Cstruct.t list) list
    * [> `Keep | `Notify of Dns.Soa.t option ] option
  [@@since "3.10"] [@@until "4.6"]

  val handle_packet :
    ?packet_callback:packet_callback ->
    s ->
    Ptime.t ->
    int64 ->
    Dns.proto ->
    Ipaddr.t ->
    int ->
    Dns.Packet.t ->
    'a Domain_name.t option ->
    s
    * Dns.Packet.t option
    * (Ipaddr.t * string list) list
    * [> `Keep | `Notify of Dns.Soa.t option ] option
  [@@since "4.7"]

  val handle_buf :
    s ->
    Ptime.t ->
    int64 ->
    Dns.proto ->
    Ipaddr.V4.t ->
    int ->
    Cstruct.t ->
    s
    * Cstruct.t option
    * (Ipaddr.V4.t * Cstruct.t list) list
    * [ `Keep | `Notify of Dns.Soa.t option | `Signed_notify of Dns.Soa.t option ] option
  [@@until "3.7.0"]

  val handle_buf :
    s ->
    Ptime.t ->
    int64 ->
    Dns.proto ->
    Ipaddr.V4.t ->
    int ->
    Cstruct.t ->
    s
    * Cstruct.t option
    * (Ipaddr.V4.t * Cstruct.t list) list
    * [ `Keep | `Notify of Dns.Soa.t option | `Signed_notify of Dns.Soa.t option ] option
    * [ `raw ] Domain_name.t option
  [@@since "3.7.1"] [@@until "3.9"]

  val handle_buf :
    s ->
    Ptime.t ->
    int64 ->
    Dns.proto ->
    Ipaddr.t ->
    int ->
    Cstruct.t ->
    s
    * Cstruct.t list
    * (Ipaddr.t * Cstruct.t list) list
    * [ `Keep | `Notify of Dns.Soa.t option | `Signed_notify of Dns.Soa.t option ] option
    * [ `raw ] Domain_name.t option
  [@@since "3.10"] [@@until "4.6"]

  val handle_buf :
    ?packet_callback:packet_callback ->
    s ->
    Ptime.t ->
    int64 ->
    Dns.proto ->
    Ipaddr.t ->
    int ->
    string ->
    s
    * string list
    * (Ipaddr.t * string list) list
    * [ `Keep | `Notify of Dns.Soa.t option | `Signed_notify of Dns.Soa.t option ] option
    * [ `raw ] Domain_name.t option
  [@@since "4.7"]

  val closed : s -> Ipaddr.V4.t -> s [@@until "3.9"]
  val closed : s -> Ipaddr.t -> s [@@since "3.10"]
  val timer : s -> Ptime.t -> int64 -> s * (Ipaddr.V4.t * Cstruct.t list) list [@@until "3.9"]

  val timer : s -> Ptime.t -> int64 -> s * (Ipaddr.t * Cstruct.t list) list
  [@@since "3.10"] [@@until "4.6"]

  val timer : s -> Ptime.t -> int64 -> s * (Ipaddr.t * string list) list [@@since "4.7"]

  val to_be_notified :
    s -> [ `host ] Domain_name.t -> (Ipaddr.V4.t * [ `raw ] Domain_name.t option) list
  [@@until "3.9"]

  val to_be_notified :
    s -> [ `host ] Domain_name.t -> (Ipaddr.t * [ `raw ] Domain_name.t option) list
  [@@since "3.10"]
end
[@@since "3.5"]

module Secondary : sig
  type s

  val data : s -> Dns_trie.t
  val with_data : s -> Dns_trie.t -> s

  val create :
    ?a:Authentication.a list ->
    ?primary:Ipaddr.V4.t ->
    tsig_verify:Dns.Tsig_op.verify ->
    tsig_sign:Dns.Tsig_op.sign ->
    rng:(int -> Cstruct.t) ->
    ('a Domain_name.t * Dns.Dnskey.t) list ->
    s
  [@@until "3.7.0"]

  val create :
    ?primary:Ipaddr.V4.t ->
    tsig_verify:Dns.Tsig_op.verify ->
    tsig_sign:Dns.Tsig_op.sign ->
    rng:(int -> Cstruct.t) ->
    ('a Domain_name.t * Dns.Dnskey.t) list ->
    s
  [@@since "3.7.1"] [@@until "3.9"]

  val create :
    ?primary:Ipaddr.t ->
    tsig_verify:Dns.Tsig_op.verify ->
    tsig_sign:Dns.Tsig_op.sign ->
    rng:(int -> Cstruct.t) ->
    ('a Domain_name.t * Dns.Dnskey.t) list ->
    s
  [@@since "3.10"] [@@until "4.6"]

  val create :
    ?primary:Ipaddr.t ->
    tsig_verify:Dns.Tsig_op.verify ->
    tsig_sign:Dns.Tsig_op.sign ->
    rng:(int -> string) ->
    ('a Domain_name.t * Dns.Dnskey.t) list ->
    s
  [@@since "4.7"]

  val handle_packet :
    s ->
    Ptime.t ->
    int64 ->
    Ipaddr.V4.t ->
    Dns.Packet.t ->
    'a Domain_name.t option ->
    s * Dns.Packet.t option * (Ipaddr.V4.t * Cstruct.t) option
  [@@until "3.9"]

  val handle_packet :
    s ->
    Ptime.t ->
    int64 ->
    Ipaddr.t ->
    Dns.Packet.t ->
    'a Domain_name.t option ->
    s * Dns.Packet.t option * (Ipaddr.t * Cstruct.t) option
  [@@since "3.10"] [@@until "4.6"]

  val handle_packet :
    ?packet_callback:packet_callback ->
    s ->
    Ptime.t ->
    int64 ->
    Ipaddr.t ->
    Dns.Packet.t ->
    'a Domain_name.t option ->
    s * Dns.Packet.t option * (Ipaddr.t * string) option
  [@@since "4.7"]

  val handle_buf :
    s ->
    Ptime.t ->
    int64 ->
    Dns.proto ->
    Ipaddr.V4.t ->
    Cstruct.t ->
    s * Cstruct.t option * (Ipaddr.V4.t * Cstruct.t) option
  [@@until "3.9"]

  val handle_buf :
    s ->
    Ptime.t ->
    int64 ->
    Dns.proto ->
    Ipaddr.t ->
    Cstruct.t ->
    s * Cstruct.t option * (Ipaddr.t * Cstruct.t) option
  [@@since "3.10"] [@@until "4.6"]

  val handle_buf :
    ?packet_callback:packet_callback ->
    s ->
    Ptime.t ->
    int64 ->
    Dns.proto ->
    Ipaddr.t ->
    string ->
    s * string option * (Ipaddr.t * string) option
  [@@since "4.7"]

  val timer : s -> Ptime.t -> int64 -> s * (Ipaddr.V4.t * Cstruct.t list) list [@@until "3.9"]

  val timer : s -> Ptime.t -> int64 -> s * (Ipaddr.t * Cstruct.t list) list
  [@@since "3.10"] [@@until "4.6"]

  val timer : s -> Ptime.t -> int64 -> s * (Ipaddr.t * string list) list [@@since "4.7"]
  val closed : s -> Ptime.t -> int64 -> Ipaddr.V4.t -> s * Cstruct.t list [@@until "3.9"]

  val closed : s -> Ptime.t -> int64 -> Ipaddr.t -> s * Cstruct.t list
  [@@since "3.10"] [@@until "4.6"]

  val closed : s -> Ptime.t -> int64 -> Ipaddr.t -> s * string list [@@since "4.7"]
end
[@@since "3.5"]

type ip_endpoint = Ipaddr.t * int [@@until "3.4"]
type 'a process = src:ip_endpoint -> dst:ip_endpoint -> 'a -> Dns.Query.answer option Lwt.t
[@@until "3.4"]

module type PROCESSOR = sig
  type context

  val query_of_context : context -> Dns.Packet.t
  val parse : Dns.Buf.t -> context option
  val marshal : Dns.Buf.t -> context -> Dns.Packet.t -> Dns.Buf.t option
  val process : context process
end
[@@until "3.4"]

type 'a processor = (module PROCESSOR with type context = 'a) [@@until "3.4"]

val compose : Dns.Packet.t process -> Dns.Packet.t process -> Dns.Packet.t process [@@port "dns-rewritten"] [@@until "3.4"]
val process_query :
  Dns.Buf.t ->
  int ->
  Dns.Buf.t ->
  ip_endpoint ->
  ip_endpoint ->
  (module PROCESSOR) ->
  Dns.Buf.t option Lwt.t
[@@port "dns-rewritten"]
[@@until "3.4"]
val processor_of_process : Dns.Packet.t process -> Dns.Packet.t processor [@@port "dns-rewritten"] [@@until "3.4"]
val process_of_zonebufs : string list -> Dns.Packet.t process [@@port "dns-rewritten"] [@@until "3.4"]
val process_of_zonebuf : string -> Dns.Packet.t process [@@port "dns-rewritten"] [@@until "3.4"]
