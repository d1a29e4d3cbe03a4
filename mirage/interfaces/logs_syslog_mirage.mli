(** Log messages to a syslog server (logs-syslog 0.1). *)

[@@@since "3.0"]

module Udp
    (C : Mirage_console_lwt.S)
    (CLOCK : Mirage_clock.PCLOCK)
    (STACK : Mirage_stack_lwt.V4) : sig
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
end

module Tcp
    (C : Mirage_console_lwt.S)
    (CLOCK : Mirage_clock.PCLOCK)
    (STACK : Mirage_stack_lwt.V4) : sig
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
end
