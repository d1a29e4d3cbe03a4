(** The standard library beside Base (janestreet/base v0.9 to v0.15, caml/caml.ml). *)

include module type of Stdlib

module Pervasives : sig end [@@port "stdlib-pervasives"] [@@until "4.14"]
