(** Certificates, as far as a unikernel names them (x509 0.5). *)

module Authenticator : sig
  type a

  val null : a
end
