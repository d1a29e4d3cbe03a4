(** Datagrams, as they were called before tcpip 2.2. *)

[@@@until "2.9.1"]

module Make (I : V1_LWT.IPV4) : sig
  include V1_LWT.UDP with type ip = I.t and type ipaddr = I.ipaddr
     and type ipinput = src:I.ipaddr -> dst:I.ipaddr -> Cstruct.t -> unit Lwt.t

  val connect : ip -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
end
[@@port "udp-v4-make"]
