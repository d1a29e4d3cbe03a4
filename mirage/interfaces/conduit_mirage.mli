(** Connections by description, over a unikernel's devices (conduit 0.15.0 to 8.0.0). *)

(** Until 2.9.1: Connections by description, over a unikernel's devices (conduit 0.14). *)

[@@@complete "3.0"]

(** Until conduit 0.8.3 (2015-05): a functor made of a stack and of what finds domains by vchan. *)

module type PEER = sig
  type t
end
[@@port "conduit-make"] [@@port "conduit-removed"]
[@@until "2.9.1"]

module No_TLS : sig
  type t
end
[@@port "conduit-make"] [@@port "conduit-removed"]
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
[@@port "conduit-make"] [@@port "conduit-removed"]
[@@until "2.9.1"]

module Flow : V1_LWT.FLOW [@@until "2.9.1"]
module Flow : Mirage_flow_lwt.S [@@port "conduit-flow"] [@@since "3.0"] [@@until "3.7.0"]
module Flow : Mirage_flow.S [@@port "conduit-flow"] [@@since "3.7.1"] [@@until "3.10.1"]

type callback = Flow.flow -> unit Lwt.t [@@until "3.10.1"]

module type VCHAN = Vchan.S.ENDPOINT with type port = Vchan.Port.t [@@until "3.10.1"]

module type XS = sig
  [@@@open_ended]

  type client
end
[@@until "3.10.1"]

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
[@@since "3.0"] [@@until "3.10.1"]

type 'a stackv4 [@@until "3.10.1"]
type vchan [@@until "3.10.1"]
type xs [@@until "3.10.1"]

val stackv4 : (module V1_LWT.STACKV4 with type t = 'a) -> 'a stackv4
[@@port "conduit-removed"]
[@@until "2.9.1"]
val stackv4 : (module Mirage_stack_lwt.V4 with type t = 'a) -> 'a stackv4
[@@port "conduit-removed"]
[@@since "3.0"] [@@until "3.7.0"]
val vchan : (module VCHAN) -> vchan [@@port "conduit-removed"] [@@until "3.10.1"]
val xs : (module XS) -> xs [@@port "conduit-removed"] [@@until "3.10.1"]

type tcp_client = [ `TCP of Ipaddr.t * int ] [@@until "3.4"]

type tcp_client = [ `TCP of Ipaddr.t * int ] and tcp_server = [ `TCP of int ]
[@@since "3.5"] [@@until "3.10.1"]

val stackv4 : (module Mirage_stack.V4 with type t = 'a) -> 'a stackv4
[@@port "conduit-removed"]
[@@since "3.7.1"] [@@until "3.10.1"]

type tcp_server = [ `TCP of int ] [@@until "3.4"]

type vchan_client =
  [ `Vchan of [ `Direct of int * Vchan.Port.t | `Domain_socket of string * Vchan.Port.t ] ]
[@@until "3.10.1"]

type vchan_server = [ `Vchan of [ `Direct of int * Vchan.Port.t | `Domain_socket ] ]
[@@until "3.10.1"]
type 'a tls_client = [ `TLS of Tls.Config.client * 'a ] [@@until "3.10.1"]
type 'a tls_server = [ `TLS of Tls.Config.server * 'a ] [@@until "3.10.1"]
type client = [ tcp_client | vchan_client | client tls_client ] [@@until "3.4"]

type client =
  [ `TCP of Ipaddr.t * int
  | `TLS of Tls.Config.client * client
  | `Vchan of [ `Direct of int * Vchan.Port.t | `Domain_socket of string * Vchan.Port.t ] ]
[@@since "3.5"]

type server = [ tcp_server | vchan_server | server tls_server ] [@@until "3.4"]

type server =
  [ `TCP of int
  | `TLS of Tls.Config.server * server
  | `Vchan of [ `Direct of int * Vchan.Port.t | `Domain_socket ] ]
[@@since "3.5"]

type conduit [@@port "conduit-removed"] [@@until "3.10.1"]

val sexp_of_client : client -> Sexplib.Sexp.t
val client_of_sexp : Sexplib.Sexp.t -> client [@@since "3.0"]
val __client_of_sexp__ : Sexplib.Sexp.t -> client [@@since "3.5"]
val sexp_of_server : server -> Sexplib.Sexp.t
val server_of_sexp : Sexplib.Sexp.t -> server [@@since "3.0"]
val __server_of_sexp__ : Sexplib.Sexp.t -> server [@@since "3.5"]

module Endpoint (P : Mirage_clock.PCLOCK) : sig
  val nss_authenticator : X509.Authenticator.t
  val client : ?tls_authenticator:X509.Authenticator.t -> Conduit.endp -> client Lwt.t
  val server : ?tls_authenticator:X509.Authenticator.t -> Conduit.endp -> server Lwt.t
end
[@@port "functor-parameters"]
[@@since "3.10.2"] [@@until "4.8"]

module Endpoint : sig
  val nss_authenticator : X509.Authenticator.t
  val client : ?tls_authenticator:X509.Authenticator.t -> Conduit.endp -> client Lwt.t
  val server : ?tls_authenticator:X509.Authenticator.t -> Conduit.endp -> server Lwt.t
end
[@@since "4.9"]

val client : Conduit.endp -> client Lwt.t [@@port "conduit-removed"] [@@until "3.10.1"]
val server : Conduit.endp -> server Lwt.t [@@port "conduit-removed"] [@@until "3.10.1"]

module type S = sig
  type flow [@@since "3.10.2"]
  type t = conduit [@@until "3.10.1"]
  type t [@@since "3.10.2"]

  module Flow : sig
    type error

    val pp_error : error Fmt.t

    type nonrec write_error = private [> Mirage_flow.write_error ]

    val pp_write_error : write_error Fmt.t

    type nonrec flow = flow

    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.4"]
    val close : flow -> unit Lwt.t
  end
  [@@since "3.10.2"]

  val empty : t [@@port "conduit-removed"] [@@until "3.10.1"]

  module With_tcp
      (S : V1_LWT.STACKV4 [@until "2.9.1"])
      (S : Mirage_stack_lwt.V4 [@since "3.0"] [@until "3.7.0"])
      (S : Mirage_stack.V4 [@since "3.7.1"])
      : sig
    val connect : S.t -> t -> t Lwt.t
  end
  [@@until "3.10.1"]

  val with_tcp : t -> 'a stackv4 -> 'a -> t Lwt.t [@@port "conduit-removed"] [@@until "3.10.1"]
  val with_tls : t -> t Lwt.t [@@port "conduit-removed"] [@@until "3.10.1"]
  val with_vchan : t -> xs -> vchan -> string -> t Lwt.t
  [@@port "conduit-removed"]
  [@@until "3.10.1"]
  val connect : t -> client -> Flow.flow Lwt.t [@@until "3.10.1"]
  val connect : t -> client -> flow Lwt.t [@@since "3.10.2"]
  val listen : t -> server -> callback -> unit Lwt.t [@@until "3.10.1"]
  val listen : t -> server -> (flow -> unit Lwt.t) -> unit Lwt.t [@@since "3.10.2"]
end

module TCP
    (S : Mirage_stack.V4V6 [@until "3.10.7"])
    (S : Tcpip.Stack.V4V6 [@since "3.10.8"])
    : sig
  type flow = S.TCP.flow
  type t = S.t

  module Flow : sig
    type error

    val pp_error : error Fmt.t

    type nonrec write_error = private [> Mirage_flow.write_error ]

    val pp_write_error : write_error Fmt.t

    type nonrec flow = flow

    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.4"]
    val close : flow -> unit Lwt.t
  end

  val connect : t -> client -> flow Lwt.t
  val listen : t -> server -> (flow -> unit Lwt.t) -> unit Lwt.t
end
[@@since "3.10.2"]

module Vchan (X : Xs_client_lwt.S) (V : Vchan.S.ENDPOINT with type port = Vchan.Port.t) : sig
  type flow
  type t

  module Flow : sig
    type error

    val pp_error : error Fmt.t

    type nonrec write_error = private [> Mirage_flow.write_error ]

    val pp_write_error : write_error Fmt.t

    type nonrec flow = flow

    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.4"]
    val close : flow -> unit Lwt.t
  end

  val connect : t -> client -> flow Lwt.t
  val listen : t -> server -> (flow -> unit Lwt.t) -> unit Lwt.t
  val register : string -> t Lwt.t
end
[@@since "3.10.2"]

module TLS (S : S) : sig
  type flow = TLS of Tls_mirage.Make(S.Flow).flow | Clear of S.flow
  type t = S.t

  module Flow : sig
    type error

    val pp_error : error Fmt.t

    type nonrec write_error = private [> Mirage_flow.write_error ]

    val pp_write_error : write_error Fmt.t

    type nonrec flow = flow

    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.4"]
    val close : flow -> unit Lwt.t
  end

  val connect : t -> client -> flow Lwt.t
  val listen : t -> server -> (flow -> unit Lwt.t) -> unit Lwt.t
end
[@@since "3.10.2"]

type t = conduit [@@since "3.5"] [@@until "3.10.1"]

val empty : t [@@port "conduit-removed"] [@@since "3.5"] [@@until "3.10.1"]

module With_tcp
    (S : Mirage_stack_lwt.V4 [@until "3.7.0"])
    (S : Mirage_stack.V4 [@since "3.7.1"])
    : sig
  val connect : S.t -> t -> t Lwt.t
end
[@@port "conduit-removed"]
[@@since "3.5"] [@@until "3.10.1"]

val with_tcp : t -> 'a stackv4 -> 'a -> t Lwt.t
[@@port "conduit-removed"]
[@@since "3.5"] [@@until "3.10.1"]
val with_tls : t -> t Lwt.t [@@port "conduit-removed"] [@@since "3.5"] [@@until "3.10.1"]
val with_vchan : t -> xs -> vchan -> string -> t Lwt.t
[@@port "conduit-removed"]
[@@since "3.5"] [@@until "3.10.1"]
val connect : t -> client -> Flow.flow Lwt.t
[@@port "conduit-removed"]
[@@since "3.5"] [@@until "3.10.1"]
val listen : t -> server -> callback -> unit Lwt.t
[@@port "conduit-removed"]
[@@since "3.5"] [@@until "3.10.1"]

include S [@@until "3.4"]

module Context
    (T : V1_LWT.TIME [@until "2.9.1"])
    (S : V1_LWT.STACKV4 [@until "2.9.1"])
    (R : Mirage_random.C [@since "3.5"] [@until "3.7.0"])
    (T : Mirage_time_lwt.S [@since "3.0"] [@until "3.7.0"])
    (S : Mirage_stack_lwt.V4 [@since "3.0"] [@until "3.7.0"])
    (R : Mirage_random.S [@since "3.7.1"])
    (T : Mirage_time.S [@since "3.7.1"])
    (C : Mirage_clock.MCLOCK [@since "3.7.1"])
    (S : Mirage_stack.V4 [@since "3.7.1"])
    : sig
  type t = Resolver_lwt.t * conduit

  val create : ?tls:bool -> S.t -> t Lwt.t
end
[@@port "conduit-removed"]
[@@until "3.10.1"]
