(** Connections by description (conduit 0.15.0 to 8.0.0). *)

[@@@complete]

type endp =
  [ `TCP of Ipaddr.t * int
  | `Unix_domain_socket of string
  | `Vchan_direct of int * string
  | `Vchan_domain_socket of string * string
  | `TLS of string * endp
  | `Unknown of string ]

val sexp_of_endp : endp -> Sexplib.Sexp.t
val endp_of_sexp : Sexplib.Sexp.t -> endp
val __endp_of_sexp__ : Sexplib.Sexp.t -> endp [@@since "3.5"]

module type IO = sig
  type +'a t

  val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
  val return : 'a -> 'a t
end
