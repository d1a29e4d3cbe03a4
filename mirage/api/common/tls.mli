(** TLS, as far as unikernels name it (tls 0.7 and 0.8). *)

module Packet : sig
  type alert_type
end

module Core : sig
  type epoch_data
end

module Config : sig
  type client
  type server
  type certchain = X509.t list * Nocrypto.Rsa.priv
  type own_cert = [ `None | `Single of certchain | `Multiple of certchain list ]

  val client :
    authenticator:X509.Authenticator.a -> ?reneg:bool -> ?certificates:own_cert -> unit -> client

  val server :
    ?reneg:bool ->
    ?certificates:own_cert ->
    ?authenticator:X509.Authenticator.a ->
    unit ->
    server
end

module Engine : sig
  type failure
  type state

  type ret =
    [ `Ok of
      [ `Ok of state | `Eof | `Alert of Packet.alert_type ]
      * [ `Response of Cstruct.t option ]
      * [ `Data of Cstruct.t option ]
    | `Fail of failure * [ `Response of Cstruct.t ] ]

  val client : Config.client -> state * Cstruct.t
  val server : Config.server -> state
  val handle_tls : state -> Cstruct.t -> ret
end
