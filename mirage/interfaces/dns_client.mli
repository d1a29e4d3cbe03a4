(** A client of DNS (dns 4.0.0 to 10.2.5). *)

[@@@since "3.5"]

[@@@complete]

val default_resolver_hostname : [ `host ] Domain_name.t [@@since "3.10"]
val default_resolvers : Ipaddr.t list [@@since "3.10"]
val default_resolver : string [@@since "3.7.1"] [@@until "3.9"]

module type S = sig
  type context
  type +'a io
  type io_addr
  type ns_addr = [ `TCP | `UDP ] * io_addr [@@until "3.9"]
  type stack
  type t

  val create : ?nameserver:ns_addr -> timeout:int64 -> stack -> t [@@until "3.9"]
  val create : ?nameservers:Dns.proto * io_addr list -> timeout:int64 -> stack -> t [@@since "3.10"]
  val nameservers : t -> Dns.proto * io_addr list [@@since "3.10"]
  val nameserver : t -> ns_addr [@@until "3.9"]
  val rng : int -> Cstruct.t [@@until "4.6"]
  val rng : int -> string [@@since "4.7"]
  val clock : unit -> int64
  val connect : ?nameserver:ns_addr -> t -> (context, [> `Msg of string ]) result io [@@until "3.9"]
  val connect : t -> (context, [> `Msg of string ]) result io [@@since "3.10"] [@@until "4.3"]
  val connect : t -> (Dns.proto * context, [> `Msg of string ]) result io [@@since "4.4"]

  val send_recv : context -> Cstruct.t -> (Cstruct.t, [> `Msg of string ]) result io
  [@@since "3.10.8"] [@@until "4.6"]

  val send_recv : context -> string -> (string, [> `Msg of string ]) result io [@@since "4.7"]
  val send : context -> Cstruct.t -> (unit, [> `Msg of string ]) result io [@@until "3.10.7"]
  val recv : context -> (Cstruct.t, [> `Msg of string ]) result io [@@until "3.10.7"]
  val close : context -> unit io
  val bind : 'a io -> ('a -> 'b io) -> 'b io
  val lift : 'a -> 'a io
end
[@@since "3.7.1"]

module Make (T : S) : sig
  type t

  val transport : t -> T.t [@@since "4.7"]
  val create : ?size:int -> ?nameserver:T.ns_addr -> ?timeout:int64 -> T.stack -> t [@@until "3.9"]

  val create :
    ?size:int -> ?nameservers:Dns.proto * T.io_addr list -> ?timeout:int64 -> T.stack -> t
  [@@since "3.10"] [@@until "3.10.7"]

  val create :
    ?size:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:Dns.proto * T.io_addr list ->
    ?timeout:int64 ->
    T.stack ->
    t
  [@@since "3.10.8"] [@@until "4.3"]

  val create :
    ?cache_size:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:Dns.proto * T.io_addr list ->
    ?timeout:int64 ->
    T.stack ->
    t
  [@@since "4.4"]

  val nameservers : t -> Dns.proto * T.io_addr list [@@since "3.10"]
  val nameserver : t -> T.ns_addr [@@until "3.9"]

  val getaddrinfo :
    t ->
    ?nameserver:T.ns_addr ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response, [> `Msg of string ]) result T.io
  [@@until "3.9"]

  val getaddrinfo :
    t ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response, [> `Msg of string ]) result T.io
  [@@since "3.10"]

  val gethostbyname :
    t ->
    ?nameserver:T.ns_addr ->
    [ `host ] Domain_name.t ->
    (Ipaddr.V4.t, [> `Msg of string ]) result T.io
  [@@until "3.9"]

  val gethostbyname : t -> [ `host ] Domain_name.t -> (Ipaddr.V4.t, [> `Msg of string ]) result T.io
  [@@since "3.10"]

  val gethostbyname6 :
    t ->
    ?nameserver:T.ns_addr ->
    [ `host ] Domain_name.t ->
    (Ipaddr.V6.t, [> `Msg of string ]) result T.io
  [@@until "3.9"]

  val gethostbyname6 :
    t -> [ `host ] Domain_name.t -> (Ipaddr.V6.t, [> `Msg of string ]) result T.io
  [@@since "3.10"]

  val get_resource_record :
    t ->
    ?nameserver:T.ns_addr ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response,
      [> `Msg of string
      | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
      | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t ]) result T.io
  [@@until "3.9"]

  val get_resource_record :
    t ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response,
      [> `Msg of string
      | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
      | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t ]) result T.io
  [@@since "3.10"]

  val get_raw_reply :
    t ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    (Dns.Packet.reply, [> `Msg of string | `Partial ]) result T.io
  [@@since "3.10.8"]
end
[@@since "3.7.1"]

module Pure : sig
  type 'b query_state constraint 'b = 'a Dns.Rr_map.key

  val make_query :
    (int -> Cstruct.t) ->
    Dns.proto ->
    'a Domain_name.t ->
    'query_type Dns.Rr_map.key ->
    Cstruct.t * 'query_type Dns.Rr_map.key query_state
  [@@until "3.10.7"]

  val make_query :
    (int -> Cstruct.t) ->
    Dns.proto ->
    ?dnssec:bool ->
    [ `Auto | `Manual of Dns.Edns.t | `None ] ->
    'a Domain_name.t ->
    'query_type Dns.Rr_map.key ->
    Cstruct.t * 'query_type Dns.Rr_map.key query_state
  [@@since "3.10.8"] [@@until "4.6"]

  val make_query :
    (int -> string) ->
    Dns.proto ->
    ?dnssec:bool ->
    [ `Auto | `Manual of Dns.Edns.t | `None ] ->
    'a Domain_name.t ->
    'query_type Dns.Rr_map.key ->
    string * 'query_type Dns.Rr_map.key query_state
  [@@since "4.7"]

  val parse_response :
    'query_type Dns.Rr_map.key query_state ->
    Cstruct.t ->
    ([ `Data of 'query_type
     | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
     | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t
     | `Partial ],
      [ `Msg of string ]) result
  [@@until "3.10.7"]

  val parse_response :
    'query_type Dns.Rr_map.key query_state ->
    Cstruct.t ->
    (Dns.Packet.reply, [ `Msg of string | `Partial ]) result
  [@@since "3.10.8"] [@@until "4.6"]

  val parse_response :
    'query_type Dns.Rr_map.key query_state ->
    string ->
    (Dns.Packet.reply, [ `Msg of string | `Partial ]) result
  [@@since "4.7"]

  val handle_response :
    'query_type Dns.Rr_map.key query_state ->
    Cstruct.t ->
    ([ `Data of 'query_type
     | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
     | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t
     | `Partial ],
      [ `Msg of string ]) result
  [@@since "3.10.8"] [@@until "4.6"]

  val handle_response :
    'query_type Dns.Rr_map.key query_state ->
    string ->
    ([ `Data of 'query_type
     | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
     | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t
     | `Partial ],
      [ `Msg of string ]) result
  [@@since "4.7"]
end
[@@since "3.7.1"]

type 'b query_state constraint 'b = 'a Dns.Rr_map.key [@@until "3.7.0"]

val make_query :
  (int -> Cstruct.t) ->
  Dns.proto ->
  'a Domain_name.t ->
  'query_type Dns.Rr_map.key ->
  Cstruct.t * 'query_type Dns.Rr_map.key query_state
[@@until "3.7.0"]

val parse_response :
  'query_type Dns.Rr_map.key query_state ->
  Cstruct.t ->
  ('query_type, [ `Msg of string | `Partial ]) result
[@@until "3.7.0"]
