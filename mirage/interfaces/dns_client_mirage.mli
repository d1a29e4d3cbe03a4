(** A client of DNS over a stack (dns 4.0.0 to 10.2.5). *)

[@@@since "3.5"]

[@@@complete]

module type S = sig
  type happy_eyeballs [@@since "4.7"]

  module Transport : sig
    type context
    type 'a io = 'a Lwt.t
    type io_addr = [ `Plaintext of Ipaddr.t * int | `Tls of Tls.Config.client * Ipaddr.t * int ]
    type stack
    type t

    val create : ?nameservers:Dns.proto * io_addr list -> timeout:int64 -> stack -> t
    val nameservers : t -> Dns.proto * io_addr list
    val rng : int -> Cstruct.t [@@until "4.6"]
    val rng : int -> string [@@since "4.7"]
    val clock : unit -> int64
    val connect : t -> (context, [> `Msg of string ]) result io [@@until "4.3"]
    val connect : t -> (Dns.proto * context, [> `Msg of string ]) result io [@@since "4.4"]

    val send_recv : context -> Cstruct.t -> (Cstruct.t, [> `Msg of string ]) result io
    [@@until "4.6"]

    val send_recv : context -> string -> (string, [> `Msg of string ]) result io [@@since "4.7"]
    val close : context -> unit io
    val bind : 'a io -> ('a -> 'b io) -> 'b io
    val lift : 'a -> 'a io
    val happy_eyeballs : t -> happy_eyeballs [@@since "4.7"]
  end

  type t = Dns_client.Make(Transport).t

  val transport : t -> Transport.t [@@since "4.7"]

  val create :
    ?size:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:Dns.proto * Transport.io_addr list ->
    ?timeout:int64 ->
    Transport.stack ->
    t
  [@@until "4.3"]

  val create :
    ?cache_size:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:Dns.proto * Transport.io_addr list ->
    ?timeout:int64 ->
    Transport.stack ->
    t
  [@@since "4.4"]

  val nameservers : t -> Dns.proto * Transport.io_addr list

  val getaddrinfo :
    t ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response, [> `Msg of string ]) result Transport.io

  val gethostbyname :
    t -> [ `host ] Domain_name.t -> (Ipaddr.V4.t, [> `Msg of string ]) result Transport.io

  val gethostbyname6 :
    t -> [ `host ] Domain_name.t -> (Ipaddr.V6.t, [> `Msg of string ]) result Transport.io

  val get_resource_record :
    t ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response,
      [> `Msg of string
      | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
      | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t ]) result Transport.io

  val get_raw_reply :
    t ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    (Dns.Packet.reply, [> `Msg of string | `Partial ]) result Transport.io

  val nameserver_of_string : string -> (Transport.io_addr, [> `Msg of string ]) result
  [@@until "4.3"]

  val nameserver_of_string : string -> (Dns.proto * Transport.io_addr, [> `Msg of string ]) result
  [@@since "4.4"]

  val connect : ?nameservers:string list -> ?timeout:int64 -> Transport.stack -> t Lwt.t
  [@@until "4.3"]

  val connect :
    ?cache_size:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:string list ->
    ?timeout:int64 ->
    Transport.stack ->
    t Lwt.t
  [@@since "4.4"]
end
[@@since "3.10.8"]

module Make
    (R : Mirage_random.C [@until "3.7.0"])
    (S : Mirage_stack_lwt.V4 [@until "3.7.0"])
    (R : Mirage_random.S [@since "3.7.1"] [@until "4.6"])
    (R : Mirage_crypto_rng_mirage.S [@since "4.7"] [@until "4.8"])
    (T : Mirage_time.S [@since "3.7.1"] [@until "4.8"])
    (C : Mirage_clock.MCLOCK [@since "3.7.1"] [@until "4.8"])
    (S : Mirage_stack.V4 [@since "3.7.1"] [@until "3.9"])
    (P : Mirage_clock.PCLOCK [@since "3.10"] [@until "4.8"])
    (S : Mirage_stack.V4V6 [@since "3.10"] [@until "3.10.7"])
    (S : Tcpip.Stack.V4V6 [@since "3.10.8"])
    (H : Happy_eyeballs_mirage.S with type stack = S.t and type flow = S.TCP.flow [@since "4.6"])
    : sig
  type happy_eyeballs = H.t [@@since "4.7"]

  module Transport : sig
    type context
    type 'a io = 'a Lwt.t
    type io_addr = Ipaddr.V4.t * int [@@until "3.9"]

    type io_addr = [ `Plaintext of Ipaddr.t * int | `Tls of Tls.Config.client * Ipaddr.t * int ]
    [@@since "3.10"]

    type ns_addr = [ `TCP | `UDP ] * io_addr [@@until "3.9"]
    type stack = S.t [@@until "4.6"]
    type stack = S.t * H.t [@@since "4.7"]
    type t

    val create : ?nameserver:ns_addr -> timeout:int64 -> stack -> t [@@until "3.9"]

    val create : ?nameservers:Dns.proto * io_addr list -> timeout:int64 -> stack -> t
    [@@since "3.10"]

    val nameservers : t -> Dns.proto * io_addr list [@@since "3.10"]
    val nameserver : t -> ns_addr [@@until "3.9"]
    val rng : int -> Cstruct.t [@@until "4.6"]
    val rng : int -> string [@@since "4.7"]
    val clock : unit -> int64

    val connect : ?nameserver:ns_addr -> t -> (context, [> `Msg of string ]) result io
    [@@until "3.9"]

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
    val happy_eyeballs : t -> happy_eyeballs [@@since "4.7"]
  end
  [@@since "3.7.1"]

  type t = Dns_client.Make(Transport).t [@@since "3.7.1"]

  val transport : t -> Transport.t [@@since "4.7"]

  module Uflow : sig
    type flow = S.TCPV4.flow
    type 'a io = 'a Lwt.t
    type io_addr = Ipaddr.V4.t * int
    type ns_addr = [ `TCP | `UDP ] * io_addr
    type stack = S.t
    type t

    val create : ?rng:(int -> Cstruct.t) -> ?nameserver:ns_addr -> stack -> t
    val nameserver : t -> ns_addr
    val rng : t -> int -> Cstruct.t
    val connect : ?nameserver:ns_addr -> t -> (flow, [> `Msg of string ]) result io
    val send : flow -> Cstruct.t -> (unit, [> `Msg of string ]) result io
    val recv : flow -> (Cstruct.t, [> `Msg of string ]) result io
    val close : flow -> unit io
    val bind : 'a io -> ('a -> 'b io) -> 'b io
    val lift : 'a -> 'a io
  end
  [@@until "3.7.0"]

  val create : ?rng:(int -> Cstruct.t) -> ?nameserver:Uflow.ns_addr -> Uflow.stack -> Uflow.t
  [@@port "dns-happy-eyeballs"]
  [@@until "3.7.0"]

  val create : ?size:int -> ?nameserver:Transport.ns_addr -> ?timeout:int64 -> S.t -> t
  [@@port "dns-happy-eyeballs"]
  [@@since "3.7.1"] [@@until "3.9"]

  val create :
    ?size:int ->
    ?nameservers:Dns.proto * Transport.io_addr list ->
    ?timeout:int64 ->
    Transport.stack ->
    t
  [@@port "dns-happy-eyeballs"]
  [@@since "3.10"] [@@until "3.10.7"]

  val create :
    ?size:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:Dns.proto * Transport.io_addr list ->
    ?timeout:int64 ->
    Transport.stack ->
    t
  [@@port "dns-happy-eyeballs"]
  [@@since "3.10.8"] [@@until "4.3"]

  val create :
    ?cache_size:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:Dns.proto * Transport.io_addr list ->
    ?timeout:int64 ->
    Transport.stack ->
    t
  [@@since "4.4"]

  val nameservers : t -> Dns.proto * Transport.io_addr list [@@since "3.10"]
  val nameserver : Uflow.t -> Uflow.ns_addr [@@until "3.7.0"]
  val nameserver : t -> Transport.ns_addr [@@since "3.7.1"] [@@until "3.9"]

  val getaddrinfo :
    Uflow.t ->
    ?nameserver:Uflow.ns_addr ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response, [> `Msg of string ]) result Uflow.io
  [@@until "3.7.0"]

  val getaddrinfo :
    t ->
    ?nameserver:Transport.ns_addr ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response, [> `Msg of string ]) result Transport.io
  [@@since "3.7.1"] [@@until "3.9"]

  val getaddrinfo :
    t ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response, [> `Msg of string ]) result Transport.io
  [@@since "3.10"]

  val gethostbyname :
    Uflow.t ->
    ?nameserver:Uflow.ns_addr ->
    [ `host ] Domain_name.t ->
    (Ipaddr.V4.t, [> `Msg of string ]) result Uflow.io
  [@@until "3.7.0"]

  val gethostbyname :
    t ->
    ?nameserver:Transport.ns_addr ->
    [ `host ] Domain_name.t ->
    (Ipaddr.V4.t, [> `Msg of string ]) result Transport.io
  [@@since "3.7.1"] [@@until "3.9"]

  val gethostbyname :
    t -> [ `host ] Domain_name.t -> (Ipaddr.V4.t, [> `Msg of string ]) result Transport.io
  [@@since "3.10"]

  val gethostbyname6 :
    Uflow.t ->
    ?nameserver:Uflow.ns_addr ->
    [ `host ] Domain_name.t ->
    (Ipaddr.V6.t, [> `Msg of string ]) result Uflow.io
  [@@until "3.7.0"]

  val gethostbyname6 :
    t ->
    ?nameserver:Transport.ns_addr ->
    [ `host ] Domain_name.t ->
    (Ipaddr.V6.t, [> `Msg of string ]) result Transport.io
  [@@since "3.7.1"] [@@until "3.9"]

  val gethostbyname6 :
    t -> [ `host ] Domain_name.t -> (Ipaddr.V6.t, [> `Msg of string ]) result Transport.io
  [@@since "3.10"]

  val get_resource_record :
    t ->
    ?nameserver:Transport.ns_addr ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response,
      [> `Msg of string
      | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
      | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t ]) result Transport.io
  [@@since "3.7.1"] [@@until "3.9"]

  val get_resource_record :
    t ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response,
      [> `Msg of string
      | `No_data of [ `raw ] Domain_name.t * Dns.Soa.t
      | `No_domain of [ `raw ] Domain_name.t * Dns.Soa.t ]) result Transport.io
  [@@since "3.10"]

  val get_raw_reply :
    t ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    (Dns.Packet.reply, [> `Msg of string | `Partial ]) result Transport.io
  [@@since "3.10.8"]

  val nameserver_of_string : string -> (Transport.io_addr, [> `Msg of string ]) result
  [@@since "3.10.8"] [@@until "4.3"]

  val nameserver_of_string : string -> (Dns.proto * Transport.io_addr, [> `Msg of string ]) result
  [@@since "4.4"]

  val connect : ?nameservers:string list -> ?timeout:int64 -> Transport.stack -> t Lwt.t
  [@@since "3.10.8"] [@@until "4.3"]

  val connect :
    ?cache_size:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:string list ->
    ?timeout:int64 ->
    Transport.stack ->
    t Lwt.t
  [@@since "4.4"]
end
[@@port "functor-dns-client"]
