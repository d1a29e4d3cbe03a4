(** Configurations of TLS, as far as a unikernel makes them (tls 0.7). *)

module Config : sig
  type client
  type server
  type own_cert
  type certchain

  val client : authenticator:X509.Authenticator.a -> unit -> client
  val server : ?certificates:own_cert -> ?reneg:bool -> unit -> server
end

module Core : sig
  type epoch_data
end
