(** A server of names, on Unix (dns 0.19.1). *)

[@@@until "3.4"]

[@@@complete]

val bind_fd : address:string -> port:int -> (Lwt_unix.file_descr * Lwt_unix.sockaddr) Lwt.t
val eventual_process_of_zonefiles : string list -> Dns.Packet.t Dns_server.process Lwt.t
val listen :
  fd:Lwt_unix.file_descr ->
  src:Lwt_unix.sockaddr ->
  processor:(module Dns_server.PROCESSOR) ->
  unit Lwt.t
val serve_with_processor :
  address:string -> port:int -> processor:(module Dns_server.PROCESSOR) -> unit Lwt.t
val serve_with_zonebuf : address:string -> port:int -> zonebuf:string -> unit Lwt.t
val serve_with_zonebufs : address:string -> port:int -> zonebufs:string list -> unit Lwt.t
val serve_with_zonefile : address:string -> port:int -> zonefile:string -> unit Lwt.t
val serve_with_zonefiles : address:string -> port:int -> zonefiles:string list -> unit Lwt.t
