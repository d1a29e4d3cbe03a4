(** A server of names (dns 0.19.1). *)

(** Until 2.9.1: A server of names (dns 0.18). *)

[@@@complete "3.0"]

module type S = sig
  type t
  type stack
  type kv_ro

  val create : stack -> kv_ro -> t
  val eventual_process_of_zonefiles : t -> string list -> Dns.Packet.t Dns_server.process Lwt.t
  val serve_with_processor : t -> port:int -> processor:(module Dns_server.PROCESSOR) -> unit Lwt.t
  val serve_with_zonefile : t -> port:int -> zonefile:string -> unit Lwt.t
  val serve_with_zonefiles : t -> port:int -> zonefiles:string list -> unit Lwt.t
  val serve_with_zonebuf : t -> port:int -> zonebuf:string -> unit Lwt.t
  val serve_with_zonebufs : t -> port:int -> zonebufs:string list -> unit Lwt.t
end

module Make (K : V1_LWT.KV_RO) (S : V1_LWT.STACKV4) : S with type stack = S.t and type kv_ro = K.t
[@@until "2.9.1"]

module Make (K : Mirage_kv_lwt.RO) (Stack : Mirage_stack_lwt.V4) : sig
  type t
  type stack = Stack.t
  type kv_ro = K.t

  val create : stack -> kv_ro -> t
  val eventual_process_of_zonefiles : t -> string list -> Dns.Packet.t Dns_server.process Lwt.t
  val serve_with_processor : t -> port:int -> processor:(module Dns_server.PROCESSOR) -> unit Lwt.t
  val serve_with_zonefile : t -> port:int -> zonefile:string -> unit Lwt.t
  val serve_with_zonefiles : t -> port:int -> zonefiles:string list -> unit Lwt.t
  val serve_with_zonebuf : t -> port:int -> zonebuf:string -> unit Lwt.t
  val serve_with_zonebufs : t -> port:int -> zonebufs:string list -> unit Lwt.t
end
[@@since "3.0"]
