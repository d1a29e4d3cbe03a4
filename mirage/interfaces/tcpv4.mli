(** Streams, as they were called before tcpip 2.2. *)

[@@@until "2.9.1"]

module Flow : sig
  module Make (I : V1_LWT.IPV4) (Time : V1_LWT.TIME) (Clock : V1.CLOCK) (R : V1.RANDOM) : sig
    include V1_LWT.TCP with type ip = I.t and type ipaddr = I.ipaddr
     and type ipinput = src:I.ipaddr -> dst:I.ipaddr -> Cstruct.t -> unit Lwt.t

    val connect : ip -> [ `Ok of t | `Error of error ] Lwt.t
    [@@port "connect-result"]
    [@@port "tcpip-connect-clock"]
  end
  [@@port "tcp-v4-make"]
end
