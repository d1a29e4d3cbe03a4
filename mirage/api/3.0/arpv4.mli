(** Address resolution (tcpip). *)

module Make (E : Mirage_protocols_lwt.ETHIF) (Clock : Mirage_clock_lwt.MCLOCK) (Time : Mirage_time_lwt.S) : sig
  include Mirage_protocols_lwt.ARP

  val connect : E.t -> Clock.t -> t Lwt.t
end
