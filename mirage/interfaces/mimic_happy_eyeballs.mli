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
      Stack.TCP.flow)
    (_ : Dns_client_mirage.S with type happy_eyeballs = Happy_eyeballs.t and type Transport.stack =
      Stack.t * Happy_eyeballs.t) : sig
  type t = Happy_eyeballs.t
  type flow = Stack.TCP.flow

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

  val connect : t -> Mimic.ctx Lwt.t
end
