(** Removed in OCaml 5.0.0; the library camlp-streams has it. *)

[@@@port "stdlib-streams"]
[@@@port.libraries add "camlp-streams"]
