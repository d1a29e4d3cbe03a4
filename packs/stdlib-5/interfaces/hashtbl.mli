(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/hashtbl.mli). *)

module type SeededHashedType = sig
  type t

  val equal : t -> t -> bool
  val hash : int -> t -> int [@@port "stdlib-seeded-hash-use"] [@@port.to seeded_hash] [@@until "4.14"]
  val seeded_hash : int -> t -> int [@@since "5.0"]
end
[@@port "stdlib-seeded-hash"]
