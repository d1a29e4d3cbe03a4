(** Removed in OCaml 4.08. *)

[@@@port "stdlib-sort"]
[@@@until "4.07"]
