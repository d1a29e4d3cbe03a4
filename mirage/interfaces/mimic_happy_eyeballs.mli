(** Happy eyeballs among the protocols of mimic (mimic 0.0.9). *)

[@@@since "4.7"]

[@@@complete]

module type S = sig
  type t
  type flow

  val happy_eyeballs : t Mimic.value

  val resolve :
    t ->
    ?aaaa_timeout:int64 ->
    ?connect_delay:int64 ->
    ?connect_timeout:int64 ->
    ?resolve_timeout:int64 ->
    ?resolve_retries:int ->
    string ->
    int list ->
    ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
end

module Make
    (Stack : Tcpip.Stack.V4V6)
    (Happy_eyeballs : Happy_eyeballs_mirage.S with type stack = Stack.t and type flow =
      Stack.TCP.flow) : sig
  type happy_eyeballs = Happy_eyeballs.t

  module Transport : sig
    type context
    type 'a io = 'a Lwt.t
    type io_addr = [ `Plaintext of Ipaddr.t * int | `Tls of Tls.Config.client * Ipaddr.t * int ]
    type stack = Stack.t * Happy_eyeballs.t
    type t

    val create : ?nameservers:Dns.proto * io_addr list -> timeout:int64 -> stack -> t
    val nameservers : t -> Dns.proto * io_addr list
    val rng : int -> string
    val clock : unit -> int64
    val connect : t -> (Dns.proto * context, [> `Msg of string ]) result io
    val send_recv : context -> string -> (string, [> `Msg of string ]) result io
    val close : context -> unit io
    val bind : 'a io -> ('a -> 'b io) -> 'b io
    val lift : 'a -> 'a io
    val happy_eyeballs : t -> happy_eyeballs
  end

  type t = Dns_client.Make(Transport).t

  val transport : t -> Transport.t

  val create :
    ?cache_size:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:Dns.proto * Transport.io_addr list ->
    ?timeout:int64 ->
    Transport.stack ->
    t

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

  val nameserver_of_string : string -> (Dns.proto * Transport.io_addr, [> `Msg of string ]) result

  val connect :
    ?cache_size:int ->
    ?edns:[ `Auto | `Manual of Dns.Edns.t | `None ] ->
    ?nameservers:string list ->
    ?timeout:int64 ->
    Transport.stack ->
    t Lwt.t
end -> sig type t = Happy_eyeballs.t type flow = Stack.TCP.flow val happy_eyeballs : t Mimic.value val resolve : t -> ?aaaa_timeout:int64 -> ?connect_delay:int64 -> ?connect_timeout:int64 -> ?resolve_timeout:int64 -> ?resolve_retries:int -> string -> int list -> ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t val connect : t -> Mimic.ctx Lwt.t end
