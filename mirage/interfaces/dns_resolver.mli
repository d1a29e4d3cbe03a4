(** Questions over channels of one's own (dns 0.19.1 to 10.2.5). *)

[@@@complete]

type t [@@since "3.5"]
type feature = [ `Dnssec | `Opportunistic_tls_authoritative | `Qname_minimisation ] [@@since "4.9"]

val create :
  ?size:int ->
  ?mode:[ `Recursive | `Stub ] ->
  int64 ->
  (int -> Cstruct.t) ->
  Dns_server.Primary.s ->
  t
[@@port "dns-resolver-features"]
[@@since "3.5"] [@@until "3.9"]

val create : ?size:int -> int64 -> (int -> Cstruct.t) -> Dns_server.Primary.s -> t
[@@port "dns-resolver-features"]
[@@since "3.10"] [@@until "3.10.7"]

val create :
  ?size:int ->
  ?ip_protocol:[ `Both | `Ipv4_only | `Ipv6_only ] ->
  int64 ->
  (int -> Cstruct.t) ->
  Dns_server.Primary.s ->
  t
[@@port "dns-resolver-features"]
[@@since "3.10.8"] [@@until "4.3"]

val create :
  ?cache_size:int ->
  ?ip_protocol:[ `Both | `Ipv4_only | `Ipv6_only ] ->
  ?dnssec:bool ->
  int64 ->
  (int -> Cstruct.t) ->
  Dns_server.Primary.s ->
  t
[@@port "dns-resolver-features"]
[@@since "4.4"] [@@until "4.6"]

val create :
  ?cache_size:int ->
  ?ip_protocol:[ `Both | `Ipv4_only | `Ipv6_only ] ->
  ?dnssec:bool ->
  int64 ->
  (int -> string) ->
  Dns_server.Primary.s ->
  t
[@@port "dns-resolver-features"]
[@@since "4.7"] [@@until "4.8"]

val create :
  ?add_reserved:bool ->
  ?record_clients:bool ->
  ?cache_size:int ->
  ?ip_protocol:[ `Both | `Ipv4_only | `Ipv6_only ] ->
  feature list ->
  Ptime.t ->
  int64 ->
  (int -> string) ->
  Dns_server.Primary.s ->
  t
[@@since "4.9"]

val features : t -> feature list [@@since "4.9"]

val handle_buf :
  t ->
  Ptime.t ->
  int64 ->
  bool ->
  Dns.proto ->
  Ipaddr.V4.t ->
  int ->
  Cstruct.t ->
  t * (Dns.proto * Ipaddr.V4.t * int * Cstruct.t) list * (Dns.proto * Ipaddr.V4.t * Cstruct.t) list
[@@since "3.5"] [@@until "3.9"]

val handle_buf :
  t ->
  Ptime.t ->
  int64 ->
  bool ->
  Dns.proto ->
  Ipaddr.t ->
  int ->
  Cstruct.t ->
  t * (Dns.proto * Ipaddr.t * int * Cstruct.t) list * (Dns.proto * Ipaddr.t * Cstruct.t) list
[@@since "3.10"] [@@until "4.6"]

val handle_buf :
  t ->
  Ptime.t ->
  int64 ->
  bool ->
  Dns.proto ->
  Ipaddr.t ->
  int ->
  string ->
  t * (Dns.proto * Ipaddr.t * int * string) list * (Dns.proto * Ipaddr.t * string) list
[@@since "4.7"] [@@until "4.8"]

val handle_buf :
  t ->
  Ptime.t ->
  int64 ->
  bool ->
  Dns.proto ->
  Ipaddr.t ->
  int ->
  string ->
  t
  * [ `Answer of Dns.proto
      * Ipaddr.t
      * int
      * int32
      * string
      * Dns.Packet.Question.t
      * Dns.Rcode.t
      * int64
      * string
    | `Don't_answer of Ipaddr.t * int ] list
  * (Dns.proto * Ipaddr.t * string) list
[@@since "4.9"]

val query_root : t -> int64 -> Dns.proto -> t * (Dns.proto * Ipaddr.V4.t * Cstruct.t)
[@@since "3.5"] [@@until "3.9"]

val query_root : t -> int64 -> Dns.proto -> t * (Dns.proto * Ipaddr.t * Cstruct.t)
[@@since "3.10"] [@@until "4.6"]

val query_root : t -> int64 -> Dns.proto -> t * (Dns.proto * Ipaddr.t * string) [@@since "4.7"]

val timer :
  t ->
  int64 ->
  t * (Dns.proto * Ipaddr.V4.t * int * Cstruct.t) list * (Dns.proto * Ipaddr.V4.t * Cstruct.t) list
[@@since "3.5"] [@@until "3.9"]

val timer :
  t ->
  int64 ->
  t * (Dns.proto * Ipaddr.t * int * Cstruct.t) list * (Dns.proto * Ipaddr.t * Cstruct.t) list
[@@since "3.10"] [@@until "4.6"]

val timer :
  t ->
  int64 ->
  t * (Dns.proto * Ipaddr.t * int * string) list * (Dns.proto * Ipaddr.t * string) list
[@@since "4.7"] [@@until "4.8"]

val timer :
  t ->
  int64 ->
  t
  * [ `Answer of Dns.proto
      * Ipaddr.t
      * int
      * int32
      * string
      * Dns.Packet.Question.t
      * Dns.Rcode.t
      * int64
      * string
    | `Don't_answer of Ipaddr.t * int ] list
  * (Dns.proto * Ipaddr.t * string) list
[@@since "4.9"]

val primary_data : t -> Dns_trie.t [@@since "4.9"]

val with_primary_data : t -> Ptime.t -> int64 -> Dns_trie.t -> t * (Ipaddr.t * string list) list
[@@since "4.9"]

val stats : t -> unit [@@since "3.5"] [@@until "3.9"]

type commfn = {
  txfn : Dns.Buf.t -> unit Lwt.t;
  rxfn : (Dns.Buf.t -> Dns.Packet.t option) -> Dns.Packet.t Lwt.t;
  timerfn : unit -> unit Lwt.t;
  cleanfn : unit -> unit Lwt.t;
}
[@@until "3.4"]

val resolve_pkt :
  (module Dns.Protocol.CLIENT) ->
  ?alloc:(unit -> Dns.Buf.t) ->
  commfn ->
  Dns.Packet.t ->
  Dns.Packet.t Lwt.t
[@@until "3.4"]
val resolve :
  (module Dns.Protocol.CLIENT) ->
  ?alloc:(unit -> Dns.Buf.t) ->
  ?dnssec:bool ->
  commfn ->
  Dns.Packet.q_class ->
  Dns.Packet.q_type ->
  Dns.Name.t ->
  Dns.Packet.t Lwt.t
[@@until "3.4"]
val gethostbyname :
  ?alloc:(unit -> Dns.Buf.t) ->
  ?q_class:Dns.Packet.q_class ->
  ?q_type:Dns.Packet.q_type ->
  commfn ->
  string ->
  Ipaddr.t list Lwt.t
[@@until "3.4"]
val gethostbyaddr :
  ?alloc:(unit -> Dns.Buf.t) ->
  ?q_class:Dns.Packet.q_class ->
  ?q_type:Dns.Packet.q_type ->
  commfn ->
  Ipaddr.V4.t ->
  string list Lwt.t
[@@until "3.4"]
