(** Connections by whichever address answers first, over a stack (happy-eyeballs 0.1.0 to 2.0.1). *)

[@@@since "3.10"]

[@@@complete]

module type S = sig
  module Transport : sig
    type context
    type 'a io = 'a Lwt.t
    type io_addr = [ `Plaintext of Ipaddr.t * int | `Tls of Tls.Config.client * Ipaddr.t * int ]
    type stack
    type t

    val create : ?nameservers:Dns.proto * io_addr list -> timeout:int64 -> stack -> t
    val nameservers : t -> Dns.proto * io_addr list
    val rng : int -> Cstruct.t
    val clock : unit -> int64
    val connect : t -> (context, [> `Msg of string ]) result io [@@until "4.3"]
    val connect : t -> (Dns.proto * context, [> `Msg of string ]) result io [@@since "4.4"]
    val send_recv : context -> Cstruct.t -> (Cstruct.t, [> `Msg of string ]) result io
    val close : context -> unit io
    val bind : 'a io -> ('a -> 'b io) -> 'b io
    val lift : 'a -> 'a io
  end
  [@@until "4.5"]

  type t
  type stack [@@since "4.6"]
  type dns [@@until "4.5"]
  type flow

  type getaddrinfo =
    [ `A | `AAAA ] -> [ `host ] Domain_name.t -> (Ipaddr.Set.t, [ `Msg of string ]) result Lwt.t
  [@@since "4.6"]

  val create :
    ?happy_eyeballs:Happy_eyeballs.t -> ?dns:dns -> ?timer_interval:int64 -> Transport.stack -> t
  [@@until "4.5"]

  val create :
    ?happy_eyeballs:Happy_eyeballs.t ->
    ?getaddrinfo:getaddrinfo ->
    ?timer_interval:int64 ->
    stack ->
    t
  [@@since "4.6"]

  val inject : t -> getaddrinfo -> unit [@@since "4.6"]

  val connect_host :
    t ->
    [ `host ] Domain_name.t ->
    int list ->
    ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@until "4.5"]

  val connect_host :
    t ->
    ?aaaa_timeout:int64 ->
    ?connect_delay:int64 ->
    ?connect_timeout:int64 ->
    ?resolve_timeout:int64 ->
    ?resolve_retries:int ->
    [ `host ] Domain_name.t ->
    int list ->
    ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@since "4.6"]

  val connect_ip :
    t -> (Ipaddr.t * int) list -> ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@until "4.5"]

  val connect_ip :
    t ->
    ?aaaa_timeout:int64 ->
    ?connect_delay:int64 ->
    ?connect_timeout:int64 ->
    (Ipaddr.t * int) list ->
    ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@since "4.6"]

  val connect :
    t -> string -> int list -> ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@until "4.5"]

  val connect :
    t ->
    ?aaaa_timeout:int64 ->
    ?connect_delay:int64 ->
    ?connect_timeout:int64 ->
    ?resolve_timeout:int64 ->
    ?resolve_retries:int ->
    string ->
    int list ->
    ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@since "4.6"]
end
[@@since "3.10.8"]

module Make
    (R : Mirage_random.S [@until "3.10.7"])
    (T : Mirage_time.S [@until "4.8"])
    (C : Mirage_clock.MCLOCK [@until "4.8"])
    (P : Mirage_clock.PCLOCK [@until "3.10.7"])
    (S : Mirage_stack.V4V6 [@until "3.10.7"])
    (S : Tcpip.Stack.V4V6 [@since "3.10.8"])
    (DNS : Dns_client_mirage.S with type Transport.stack = S.t [@since "3.10.8"] [@until "4.5"])
    : sig
  module Transport : sig
    type context = DNS.Transport.context
    type 'a io = 'a Lwt.t
    type io_addr = [ `Plaintext of Ipaddr.t * int | `Tls of Tls.Config.client * Ipaddr.t * int ]
    type stack = S.t
    type t = DNS.Transport.t

    val create : ?nameservers:Dns.proto * io_addr list -> timeout:int64 -> stack -> t
    val nameservers : t -> Dns.proto * io_addr list
    val rng : int -> Cstruct.t
    val clock : unit -> int64
    val connect : t -> (context, [> `Msg of string ]) result io [@@until "4.3"]
    val connect : t -> (Dns.proto * context, [> `Msg of string ]) result io [@@since "4.4"]
    val send_recv : context -> Cstruct.t -> (Cstruct.t, [> `Msg of string ]) result io
    val close : context -> unit io
    val bind : 'a io -> ('a -> 'b io) -> 'b io
    val lift : 'a -> 'a io
  end
  [@@since "3.10.8"] [@@until "4.5"]

  type t
  type stack = S.t [@@since "4.6"]
  type dns = DNS.t [@@since "3.10.8"] [@@until "4.5"]
  type flow = S.TCP.flow [@@since "3.10.8"]

  type getaddrinfo =
    [ `A | `AAAA ] -> [ `host ] Domain_name.t -> (Ipaddr.Set.t, [ `Msg of string ]) result Lwt.t
  [@@since "4.6"]

  val create :
    ?aaaa_timeout:int64 ->
    ?connect_timeout:int64 ->
    ?resolve_timeout:int64 ->
    ?timer_interval:int64 ->
    S.t ->
    t
  [@@until "3.10.7"]

  val create :
    ?happy_eyeballs:Happy_eyeballs.t -> ?dns:dns -> ?timer_interval:int64 -> Transport.stack -> t
  [@@since "3.10.8"] [@@until "4.5"]

  val create :
    ?happy_eyeballs:Happy_eyeballs.t ->
    ?getaddrinfo:getaddrinfo ->
    ?timer_interval:int64 ->
    stack ->
    t
  [@@since "4.6"]

  val inject : t -> getaddrinfo -> unit [@@since "4.6"]

  val connect_host :
    t ->
    [ `host ] Domain_name.t ->
    int list ->
    ((Ipaddr.t * int) * S.TCP.flow, [ `Msg of string ]) result Lwt.t
  [@@until "3.10.7"]

  val connect_host :
    t ->
    [ `host ] Domain_name.t ->
    int list ->
    ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@since "3.10.8"] [@@until "4.5"]

  val connect_host :
    t ->
    ?aaaa_timeout:int64 ->
    ?connect_delay:int64 ->
    ?connect_timeout:int64 ->
    ?resolve_timeout:int64 ->
    ?resolve_retries:int ->
    [ `host ] Domain_name.t ->
    int list ->
    ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@since "4.6"]

  val connect_ip :
    t -> (Ipaddr.t * int) list -> ((Ipaddr.t * int) * S.TCP.flow, [ `Msg of string ]) result Lwt.t
  [@@until "3.10.7"]

  val connect_ip :
    t -> (Ipaddr.t * int) list -> ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@since "3.10.8"] [@@until "4.5"]

  val connect_ip :
    t ->
    ?aaaa_timeout:int64 ->
    ?connect_delay:int64 ->
    ?connect_timeout:int64 ->
    (Ipaddr.t * int) list ->
    ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@since "4.6"]

  val connect :
    t -> string -> int list -> ((Ipaddr.t * int) * S.TCP.flow, [ `Msg of string ]) result Lwt.t
  [@@until "3.10.7"]

  val connect :
    t -> string -> int list -> ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@since "3.10.8"] [@@until "4.5"]

  val connect :
    t ->
    ?aaaa_timeout:int64 ->
    ?connect_delay:int64 ->
    ?connect_timeout:int64 ->
    ?resolve_timeout:int64 ->
    ?resolve_retries:int ->
    string ->
    int list ->
    ((Ipaddr.t * int) * flow, [> `Msg of string ]) result Lwt.t
  [@@since "4.6"]

  val connect_device :
    ?aaaa_timeout:int64 ->
    ?v6_connect_timeout:int64 ->
    ?connect_timeout:int64 ->
    ?resolve_timeout:int64 ->
    ?resolve_retries:int ->
    ?timer_interval:int64 ->
    dns ->
    Transport.stack ->
    t Lwt.t
  [@@since "3.10.8"] [@@until "4.3"]

  val connect_device :
    ?aaaa_timeout:int64 ->
    ?connect_delay:int64 ->
    ?v6_connect_timeout:int64 ->
    ?connect_timeout:int64 ->
    ?resolve_timeout:int64 ->
    ?resolve_retries:int ->
    ?timer_interval:int64 ->
    dns ->
    Transport.stack ->
    t Lwt.t
  [@@since "4.4"] [@@until "4.5"]

  val connect_device :
    ?aaaa_timeout:int64 ->
    ?connect_delay:int64 ->
    ?connect_timeout:int64 ->
    ?resolve_timeout:int64 ->
    ?resolve_retries:int ->
    ?timer_interval:int64 ->
    ?getaddrinfo:getaddrinfo ->
    stack ->
    t Lwt.t
  [@@since "4.6"]
end
[@@port "functor-parameters"]
