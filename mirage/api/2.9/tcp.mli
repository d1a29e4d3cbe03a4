(** Streams (tcpip). *)

module Flow : sig
  module Make (I : V1_LWT.IP) (Time : V1_LWT.TIME) (Clock : V1.CLOCK) (R : V1.RANDOM) : sig
    include V1_LWT.TCP with type ip = I.t and type ipaddr = I.ipaddr
     and type ipinput = src:I.ipaddr -> dst:I.ipaddr -> Cstruct.t -> unit Lwt.t

    val connect : ip -> [ `Ok of t | `Error of error ] Lwt.t
    [@@port "connect-result"]
    [@@port "tcpip-connect-clock"]
  end
end

module Log : sig
  type t

  val create : ?enabled:bool -> ?stats:bool -> string -> t
  val enable : t -> unit
  val disable : t -> unit
  val set_stats : t -> bool -> unit
end
[@@port "tcp-log-module"]

module Pcb : sig
  val info : Log.t [@@port "tcp-log-module"]
  val debug : Log.t [@@port "tcp-log-module"]
end
