(** Removed in OCaml 4.12. *)

[@@@port "stdlib-spacetime"]
[@@@until "4.11"]
