(** Fractions, until OCaml 4.05; the library num has them since (ocaml/num, src/ratio.mli). *)

[@@@open_ended]

type ratio
