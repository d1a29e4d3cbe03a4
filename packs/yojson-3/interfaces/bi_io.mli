(** Data in the format biniou (biniou 1.2.2, bi_io.mli). *)

[@@@port.libraries drop "biniou", unless "Bi_"]
[@@@open_ended]

type tree
