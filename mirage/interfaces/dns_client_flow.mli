(** A client of DNS over flows (dns 4.0.0). *)

[@@@since "3.5"]

[@@@until "3.6"]

[@@@complete]

val stdlib_random : int -> Cstruct.t

module type S = sig
  type flow
  type +'a io
  type io_addr
  type ns_addr = [ `TCP | `UDP ] * io_addr
  type stack
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

module Make (U : S) : sig
  val create : ?rng:(int -> Cstruct.t) -> ?nameserver:U.ns_addr -> U.stack -> U.t
  val nameserver : U.t -> U.ns_addr

  val getaddrinfo :
    U.t ->
    ?nameserver:U.ns_addr ->
    'response Dns.Rr_map.key ->
    'a Domain_name.t ->
    ('response, [> `Msg of string ]) result U.io

  val gethostbyname :
    U.t ->
    ?nameserver:U.ns_addr ->
    [ `host ] Domain_name.t ->
    (Ipaddr.V4.t, [> `Msg of string ]) result U.io

  val gethostbyname6 :
    U.t ->
    ?nameserver:U.ns_addr ->
    [ `host ] Domain_name.t ->
    (Ipaddr.V6.t, [> `Msg of string ]) result U.io
end
