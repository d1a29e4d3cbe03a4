(** Results, for compilers that have none (result 1.2). *)

[@@@complete]

type ('a, 'b) result = ('a, 'b) Stdlib.result = Ok of 'a | Error of 'b
