(** Questions over channels of one's own (dns 0.18 and 0.19). *)

type commfn = {
  txfn : Dns.Buf.t -> unit Lwt.t;
  rxfn : (Dns.Buf.t -> Dns.Packet.t option) -> Dns.Packet.t Lwt.t;
  timerfn : unit -> unit Lwt.t;
  cleanfn : unit -> unit Lwt.t;
}

val gethostbyname :
  ?alloc:(unit -> Dns.Buf.t) -> commfn -> string -> Ipaddr.t list Lwt.t
