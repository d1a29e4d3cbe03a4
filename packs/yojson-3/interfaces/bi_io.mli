(** Data in the format biniou (biniou 1.2.2, bi_io.mli). *)

[@@@open_ended]

type tree
