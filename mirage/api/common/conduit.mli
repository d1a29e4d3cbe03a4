(** Connections by description (conduit 0.12 to 0.15). *)

type endp =
  [ `TCP of Ipaddr.t * int
  | `Unix_domain_socket of string
  | `Vchan_direct of int * string
  | `Vchan_domain_socket of string * string
  | `TLS of string * endp
  | `Unknown of string ]

val sexp_of_endp : endp -> Sexplib.Sexp.t
