(** A client of DHCP over a network (charrua 1.1.0 to 1.6.0). *)

[@@@since "3.5"]

[@@@until "4.8"]

[@@@complete]

module Make
    (Random : Mirage_random.C [@until "3.7.0"])
    (Time : Mirage_time_lwt.S [@until "3.7.0"])
    (Net : Mirage_net_lwt.S [@until "3.7.0"])
    (Random : Mirage_random.S [@since "3.7.1"] [@until "4.6"])
    (Random : Mirage_crypto_rng_mirage.S [@since "4.7"])
    (Time : Mirage_time.S [@since "3.7.1"])
    (Net : Mirage_net.S [@since "3.7.1"])
    : sig
  type lease = Dhcp_wire.pkt
  type t = lease Lwt_stream.t

  val connect :
    ?renew:bool -> ?xid:Cstruct.uint32 -> ?requests:Dhcp_wire.option_code list -> Net.t -> t Lwt.t
end
