(** The certificates that browsers trust (ca-certs-nss 3.64 and 3.108-1). *)

[@@@since "3.10"]

[@@@complete]

module Make (C : Mirage_clock.PCLOCK) : sig
  val authenticator :
    ?crls:X509.CRL.t list ->
    ?hash_whitelist:Mirage_crypto.Hash.hash list ->
    unit ->
    (X509.Authenticator.t, [> `Msg of string ]) result
  [@@until "4.6"]

  val authenticator :
    ?crls:X509.CRL.t list ->
    ?allowed_hashes:Digestif.hash' list ->
    unit ->
    (X509.Authenticator.t, [> `Msg of string ]) result
  [@@since "4.7"]
end
[@@port "functor-removed"]
[@@until "4.8"]

val trust_anchors : (X509.Certificate.t list, [> `Msg of string ]) result [@@since "4.9"]

val authenticator :
  ?crls:X509.CRL.t list ->
  ?allowed_hashes:Digestif.hash' list ->
  unit ->
  (X509.Authenticator.t, [> `Msg of string ]) result
[@@since "4.9"]
