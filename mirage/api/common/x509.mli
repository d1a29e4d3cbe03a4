(** Certificates, as far as unikernels name them (x509 0.5). *)

type t

module Authenticator : sig
  type a

  val null : a
end
