(** Log messages to a syslog server over TLS (logs-syslog 0.1). *)

[@@@since "3.0"]

module Tls
    (C : Mirage_console_lwt.S)
    (CLOCK : Mirage_clock.PCLOCK)
    (STACK : Mirage_stack_lwt.V4)
    (KV : Mirage_kv_lwt.RO) : sig
  val create :
    C.t ->
    CLOCK.t ->
    STACK.t ->
    KV.t ->
    ?keyname:string ->
    hostname:string ->
    STACK.ipv4addr ->
    ?port:int ->
    ?truncate:int ->
    ?framing:Logs_syslog.framing ->
    unit ->
    (Logs.reporter, string) result STACK.io
end
