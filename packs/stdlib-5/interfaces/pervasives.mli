(** Removed in OCaml 5.0.0; `Stdlib` has all of it. *)

[@@@port "stdlib-pervasives"]
[@@@until "4.14"]
