(** Certificates out of files (x509 0.5.3). *)

[@@@until "3.4"]

[@@@complete]

type priv = X509.t list * Nocrypto.Rsa.priv
type authenticator = X509.Authenticator.a

val private_of_pems : cert:Lwt_io.file_name -> priv_key:Lwt_io.file_name -> priv Lwt.t
val certs_of_pem : Lwt_io.file_name -> X509.t list Lwt.t
val certs_of_pem_dir : Lwt_io.file_name -> X509.t list Lwt.t
val authenticator :
  [ `Ca_dir of Lwt_io.file_name | `Ca_file of Lwt_io.file_name
    | `Hex_key_fingerprints of Nocrypto.Hash.hash * (string * string) list
    | `Key_fingerprints of Nocrypto.Hash.hash * (string * Cstruct.t) list
    | `No_authentication_I'M_STUPID ] ->
  authenticator Lwt.t
