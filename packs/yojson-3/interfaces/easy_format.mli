(** What Yojson 1.7 laid JSON out with (easy-format 1.3.2, easy_format.mli). *)

[@@@open_ended]

type t
