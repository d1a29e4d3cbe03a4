(** Connections by description, on Unix (conduit 0.15.0). *)

[@@@complete]

type client_tls_config = [ `Hostname of string ] * [ `IP of Ipaddr.t ] * [ `Port of int ]

val sexp_of_client_tls_config : client_tls_config -> Sexplib.Sexp.t
val client_tls_config_of_sexp : Sexplib.Sexp.t -> client_tls_config

type client =
  [ `OpenSSL of client_tls_config
  | `TCP of [ `IP of Ipaddr.t ] * [ `Port of int ]
  | `TLS of client_tls_config
  | `TLS_native of client_tls_config
  | `Unix_domain_socket of [ `File of string ]
  | `Vchan_direct of [ `Domid of int ] * [ `Port of string ]
  | `Vchan_domain_socket of [ `Domain_name of string ] * [ `Port of string ] ]

val sexp_of_client : client -> Sexplib.Sexp.t
val client_of_sexp : Sexplib.Sexp.t -> client

type server_tls_config =
  [ `Crt_file_path of string ] * [ `Key_file_path of string ] * [ `No_password
    | `Password of bool -> string ] * [ `Port of int ]

val sexp_of_server_tls_config : server_tls_config -> Sexplib.Sexp.t
val server_tls_config_of_sexp : Sexplib.Sexp.t -> server_tls_config

type server =
  [ `Launchd of string
  | `OpenSSL of server_tls_config
  | `TCP of [ `Port of int ]
  | `TLS of server_tls_config
  | `TLS_native of server_tls_config
  | `Unix_domain_socket of [ `File of string ]
  | `Vchan_direct of int * string
  | `Vchan_domain_socket of string * string ]

val sexp_of_server : server -> Sexplib.Sexp.t
val server_of_sexp : Sexplib.Sexp.t -> server

type 'a io = 'a Lwt.t
type ic = Lwt_io.input_channel
type oc = Lwt_io.output_channel
type tcp_flow = private { fd : Lwt_unix.file_descr; ip : Ipaddr.t; port : int }

val sexp_of_tcp_flow : tcp_flow -> Sexplib.Sexp.t

type domain_flow = private { fd : Lwt_unix.file_descr; path : string }

val sexp_of_domain_flow : domain_flow -> Sexplib.Sexp.t

type vchan_flow = private { domid : int; port : string }

val sexp_of_vchan_flow : vchan_flow -> Sexplib.Sexp.t

type flow = private TCP of tcp_flow | Domain_socket of domain_flow | Vchan of vchan_flow

val sexp_of_flow : flow -> Sexplib.Sexp.t

type tls_server_key =
  [ `None
  | `TLS of [ `Crt_file_path of string ] * [ `Key_file_path of string ] * [ `No_password
      | `Password of bool -> string ] ]

val sexp_of_tls_server_key : tls_server_key -> Sexplib.Sexp.t
val tls_server_key_of_sexp : Sexplib.Sexp.t -> tls_server_key

type ctx

val sexp_of_ctx : ctx -> Sexplib.Sexp.t
val default_ctx : ctx
val init : ?src:string -> ?tls_server_key:tls_server_key -> unit -> ctx io
val connect : ctx:ctx -> client -> (flow * ic * oc) io
val serve :
  ?backlog:int ->
  ?timeout:int ->
  ?stop:unit io ->
  ?on_exn:(exn -> unit) ->
  ctx:ctx ->
  mode:server ->
  (flow -> ic -> oc -> unit io) ->
  unit io
val set_max_active : int -> unit
val endp_of_flow : flow -> Conduit.endp
val endp_to_client : ctx:ctx -> Conduit.endp -> client io
val endp_to_server : ctx:ctx -> Conduit.endp -> server io

type tls_lib = OpenSSL | Native | No_tls

val tls_library : tls_lib ref
