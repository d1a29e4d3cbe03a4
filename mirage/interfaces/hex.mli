(** Bytes as hexadecimal text (hex 1.5.0). *)

type t = [ `Hex of string ]

val of_string : ?ignore:char list -> string -> t
val to_string : t -> string
val of_cstruct : ?ignore:char list -> Cstruct.t -> t
val to_cstruct : t -> Cstruct.t
val show : t -> string
