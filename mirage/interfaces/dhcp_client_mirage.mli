(** A client for DHCP over a network interface (charrua-client 0.1.0). *)

[@@@since "3.0"]

[@@@until "4.8"]

[@@@complete]

module Make
    (Time : Mirage_types_lwt.TIME [@until "3.4"])
    (Network : Mirage_types_lwt.NETWORK [@until "3.4"])
    (Random : Mirage_random.C [@since "3.5"] [@until "3.7.0"])
    (Time : Mirage_time_lwt.S [@since "3.5"] [@until "3.7.0"])
    (Network : Mirage_net_lwt.S [@since "3.5"] [@until "3.7.0"])
    (Random : Mirage_random.S [@since "3.7.1"] [@until "4.6"])
    (Random : Mirage_crypto_rng_mirage.S [@since "4.7"])
    (Time : Mirage_time.S [@since "3.7.1"])
    (Network : Mirage_net.S [@since "3.7.1"])
    : sig
  type t = Mirage_protocols_lwt.ipv4_config Lwt_stream.t [@@until "3.7.0"]
  type t = Mirage_protocols.ipv4_config Lwt_stream.t [@@since "3.7.1"] [@@until "3.9"]
  type t = (Ipaddr.V4.Prefix.t * Ipaddr.V4.t option) Lwt_stream.t [@@since "3.10"]

  val connect : ?requests:Dhcp_wire.option_code list -> Network.t -> t Lwt.t
end
