(** Control messages (tcpip). *)

module Make (I : Mirage_protocols_lwt.IP) : sig
  include Mirage_protocols_lwt.ICMPV4

  val connect : I.t -> t Lwt.t
end
