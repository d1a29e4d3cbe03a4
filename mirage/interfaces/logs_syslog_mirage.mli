(** Log messages to a syslog server (logs-syslog 0.1 to 0.5). *)

[@@@since "3.0"]

module Udp
    (C : Mirage_console_lwt.S [@until "3.7.0"])
    (C : Mirage_console.S [@since "3.7.1"] [@until "4.3"])
    (CLOCK : Mirage_clock.PCLOCK [@until "4.8"])
    (STACK : Mirage_stack_lwt.V4 [@until "3.7.0"])
    (STACK : Mirage_stack.V4 [@since "3.7.1"] [@until "3.10.7"])
    (STACK : Tcpip.Stack.V4V6 [@since "3.10.8"])
    : sig
  val create :
    C.t ->
    CLOCK.t ->
    STACK.t ->
    hostname:string ->
    STACK.ipv4addr ->
    ?port:int ->
    ?truncate:int ->
    unit ->
    Logs.reporter
  [@@port "syslog-create"]
  [@@until "3.7.0"]

  val create :
    C.t ->
    STACK.t ->
    hostname:string ->
    Ipaddr.V4.t ->
    ?port:int ->
    ?truncate:int ->
    unit ->
    Logs.reporter
  [@@port "syslog-create"]
  [@@since "3.7.1"] [@@until "3.10.7"]

  val create :
    C.t -> STACK.t -> hostname:string -> Ipaddr.t -> ?port:int -> ?truncate:int -> unit -> Logs.reporter
  [@@port "syslog-create"]
  [@@since "3.10.8"] [@@until "4.3"]

  val create :
    STACK.t -> hostname:string -> Ipaddr.t -> ?port:int -> ?truncate:int -> unit -> Logs.reporter
  [@@since "4.4"]
end
[@@port "functor-parameters"]

module Tcp
    (C : Mirage_console_lwt.S [@until "3.7.0"])
    (C : Mirage_console.S [@since "3.7.1"] [@until "4.3"])
    (CLOCK : Mirage_clock.PCLOCK [@until "4.8"])
    (STACK : Mirage_stack_lwt.V4 [@until "3.7.0"])
    (STACK : Mirage_stack.V4 [@since "3.7.1"] [@until "3.10.7"])
    (STACK : Tcpip.Stack.V4V6 [@since "3.10.8"])
    : sig
  val create :
    C.t ->
    CLOCK.t ->
    STACK.t ->
    hostname:string ->
    STACK.ipv4addr ->
    ?port:int ->
    ?truncate:int ->
    ?framing:Logs_syslog.framing ->
    unit ->
    (Logs.reporter, string) result STACK.io
  [@@port "syslog-create"]
  [@@until "3.7.0"]

  val create :
    C.t ->
    STACK.t ->
    hostname:string ->
    Ipaddr.V4.t ->
    ?port:int ->
    ?truncate:int ->
    ?framing:Logs_syslog.framing ->
    unit ->
    (Logs.reporter, string) result Lwt.t
  [@@port "syslog-create"]
  [@@since "3.7.1"] [@@until "3.10.7"]

  val create :
    C.t ->
    STACK.t ->
    hostname:string ->
    Ipaddr.t ->
    ?port:int ->
    ?truncate:int ->
    ?framing:Logs_syslog.framing ->
    unit ->
    (Logs.reporter, string) result Lwt.t
  [@@port "syslog-create"]
  [@@since "3.10.8"] [@@until "4.3"]

  val create :
    STACK.t ->
    hostname:string ->
    Ipaddr.t ->
    ?port:int ->
    ?truncate:int ->
    ?framing:Logs_syslog.framing ->
    unit ->
    (Logs.reporter, string) result Lwt.t
  [@@since "4.4"]
end
[@@port "functor-parameters"]
