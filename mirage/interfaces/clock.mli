(** The clock of Mirage 2 (mirage-clock 1.1): one module for every use. *)

[@@@until "2.9.1"]

include V1.CLOCK
