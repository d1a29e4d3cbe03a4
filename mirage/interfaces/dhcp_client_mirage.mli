(** A client for DHCP over a network interface (charrua-client 0.1.0). *)

[@@@since "3.0"]

[@@@complete]

module Make (Time : Mirage_types_lwt.TIME) (Network : Mirage_types_lwt.NETWORK) : sig
  type t = Mirage_protocols_lwt.ipv4_config Lwt_stream.t

  val connect : ?requests:Dhcp_wire.option_code list -> Network.t -> t Lwt.t
end
