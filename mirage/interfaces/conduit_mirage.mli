(** Connections by description, over a unikernel's devices (conduit 0.15.0). *)

(** Until 2.9.1: Connections by description, over a unikernel's devices (conduit 0.14). *)

[@@@complete "3.0"]

(** Until conduit 0.8.3 (2015-05): a functor made of a stack and of what finds domains by vchan. *)

module type PEER = sig
  type t
end
[@@port "conduit-make"]
[@@until "2.9.1"]

module No_TLS : sig
  type t
end
[@@port "conduit-make"]
[@@until "2.9.1"]

module Make (S : V1_LWT.STACKV4) (V : PEER) (T : PEER) : sig
  module Flow : V1_LWT.FLOW

  type 'a io = 'a Lwt.t
  type ic = Flow.flow
  type oc = Flow.flow
  type flow = Flow.flow
  type stack = S.t
  type peer = V.t
  type ctx

  type client =
    [ `TCP of Ipaddr.t * int
    | `Vchan_direct of int * Vchan.Port.t
    | `Vchan_domain_socket of [ `Uuid of string ] * [ `Port of Vchan.Port.t ] ]

  type server =
    [ `TCP of [ `Port of int ]
    | `Vchan_direct of [ `Remote_domid of int ] * Vchan.Port.t
    | `Vchan_domain_socket of [ `Uuid of string ] * [ `Port of Vchan.Port.t ] ]

  val default_ctx : ctx
  val init : ?peer:peer -> ?stack:stack -> unit -> ctx Lwt.t
  val connect : ctx:ctx -> client -> (flow * ic * oc) Lwt.t

  val serve :
    ?timeout:int ->
    ?stop:unit Lwt.t ->
    ctx:ctx ->
    mode:server ->
    (flow -> ic -> oc -> unit Lwt.t) ->
    unit Lwt.t

  val endp_to_client : ctx:ctx -> Conduit.endp -> client Lwt.t
  val endp_to_server : ctx:ctx -> Conduit.endp -> server Lwt.t
end
[@@port "conduit-make"]
[@@until "2.9.1"]

module Flow : V1_LWT.FLOW [@@until "2.9.1"]
module Flow : Mirage_flow_lwt.S [@@since "3.0"]

type callback = Flow.flow -> unit Lwt.t

module type VCHAN = Vchan.S.ENDPOINT with type port = Vchan.Port.t

module type XS = sig
  [@@@open_ended]

  type client
end

module type Handler = sig
  type t
  type client

  val sexp_of_client : client -> Sexplib.Sexp.t
  val client_of_sexp : Sexplib.Sexp.t -> client

  type server

  val sexp_of_server : server -> Sexplib.Sexp.t
  val server_of_sexp : Sexplib.Sexp.t -> server
  val connect : t -> client -> Flow.flow Lwt.t
  val listen : t -> server -> callback -> unit Lwt.t
end
[@@since "3.0"]

type 'a stackv4
type vchan
type xs

val stackv4 : (module V1_LWT.STACKV4 with type t = 'a) -> 'a stackv4 [@@until "2.9.1"]
val stackv4 : (module Mirage_stack_lwt.V4 with type t = 'a) -> 'a stackv4 [@@since "3.0"]
val vchan : (module VCHAN) -> vchan
val xs : (module XS) -> xs

type tcp_client = [ `TCP of Ipaddr.t * int ]
type tcp_server = [ `TCP of int ]

type vchan_client =
  [ `Vchan of [ `Direct of int * Vchan.Port.t | `Domain_socket of string * Vchan.Port.t ] ]

type vchan_server = [ `Vchan of [ `Direct of int * Vchan.Port.t | `Domain_socket ] ]
type 'a tls_client = [ `TLS of Tls.Config.client * 'a ]
type 'a tls_server = [ `TLS of Tls.Config.server * 'a ]
type client = [ tcp_client | vchan_client | client tls_client ]
type server = [ tcp_server | vchan_server | server tls_server ]
type conduit

val sexp_of_client : client -> Sexplib.Sexp.t
val client_of_sexp : Sexplib.Sexp.t -> client [@@since "3.0"]
val sexp_of_server : server -> Sexplib.Sexp.t
val server_of_sexp : Sexplib.Sexp.t -> server [@@since "3.0"]
val client : Conduit.endp -> client Lwt.t
val server : Conduit.endp -> server Lwt.t

module type S = sig
  type t = conduit

  val empty : t

  module With_tcp
      (S : V1_LWT.STACKV4 [@until "2.9.1"])
      (S : Mirage_stack_lwt.V4 [@since "3.0"])
      : sig
    val connect : S.t -> t -> t Lwt.t
  end

  val with_tcp : t -> 'a stackv4 -> 'a -> t Lwt.t
  val with_tls : t -> t Lwt.t
  val with_vchan : t -> xs -> vchan -> string -> t Lwt.t
  val connect : t -> client -> Flow.flow Lwt.t
  val listen : t -> server -> callback -> unit Lwt.t
end

include S

module Context
    (T : V1_LWT.TIME [@until "2.9.1"])
    (S : V1_LWT.STACKV4 [@until "2.9.1"])
    (T : Mirage_time_lwt.S [@since "3.0"])
    (S : Mirage_stack_lwt.V4 [@since "3.0"])
    : sig
  type t = Resolver_lwt.t * conduit

  val create : ?tls:bool -> S.t -> t Lwt.t
end
