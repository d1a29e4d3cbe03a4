(** Datagrams (tcpip). *)

module Make (I : Mirage_protocols_lwt.IP) (R : Mirage_random.C) : sig
  include Mirage_protocols_lwt.UDP with type ip = I.t and type ipaddr = I.ipaddr
     and type ipinput = src:I.ipaddr -> dst:I.ipaddr -> Cstruct.t -> unit Lwt.t

  val connect : ip -> t Lwt.t
end
