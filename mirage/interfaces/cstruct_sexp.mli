(** Buffers as S-expressions (cstruct-sexp 6.1.1). *)

[@@@since "3.5"]

[@@@complete]

type buffer = Cstruct.buffer

val sexp_of_buffer : Cstruct.buffer -> Sexplib.Sexp.t
val buffer_of_sexp : Sexplib.Sexp.t -> Cstruct.buffer

type t = Cstruct.t

val sexp_of_t : t -> Sexplib.Sexp.t
val t_of_sexp : Sexplib.Sexp.t -> t
