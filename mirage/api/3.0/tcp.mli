(** Streams (tcpip). *)

module Flow : sig
  module Make
      (I : Mirage_protocols_lwt.IP)
      (Time : Mirage_time_lwt.S)
      (Clock : Mirage_clock_lwt.MCLOCK)
      (R : Mirage_random.C) : sig
    include Mirage_protocols_lwt.TCP with type ip = I.t and type ipaddr = I.ipaddr
     and type ipinput = src:I.ipaddr -> dst:I.ipaddr -> Cstruct.t -> unit Lwt.t

    val connect : ip -> Clock.t -> t Lwt.t
  end
end
