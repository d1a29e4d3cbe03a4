(** The clock of Mirage 2 (mirage-clock 1.1): one module for every use. *)

include V1.CLOCK
