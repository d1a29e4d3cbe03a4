(** Answers to the local network (mdns 0.1 of ocaml-mdns, before it became part of dns 0.15). *)

[@@@until "2.9.1"]

[@@@port "mdns-server"]

type ip_endpoint = Ipaddr.V4.t * int

module type TRANSPORT = sig
  val alloc : unit -> Dns.Buf.t
  val write : ip_endpoint -> Dns.Buf.t -> unit Lwt.t
  val sleep : float -> unit Lwt.t
end

module Make (Transport : TRANSPORT) : sig
  type t

  val of_zonebufs : string list -> t
  val of_zonebuf : string -> t
  val of_db : Dns.Loader.db -> t
  val add_unique_hostname : t -> Dns.Name.t -> Ipaddr.V4.t -> unit
  val first_probe : t -> unit Lwt.t
  val announce : t -> repeat:int -> unit Lwt.t
  val process : t -> src:ip_endpoint -> dst:ip_endpoint -> Dns.Buf.t -> unit Lwt.t
  val stop_probe : t -> unit Lwt.t
  val trie : t -> Dns.Trie.dnstrie
end
