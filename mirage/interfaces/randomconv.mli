(** Numbers from random bytes (randomconv 0.1.0). *)

[@@@since "3.0"]

[@@@complete]

type int8 = int

val int8 : (int -> Cstruct.t) -> int8

type int16 = int

val int16 : (int -> Cstruct.t) -> int16
val int32 : (int -> Cstruct.t) -> int32
val int64 : (int -> Cstruct.t) -> int64
val int : ?bound:int -> (int -> Cstruct.t) -> int
val float : ?bound:float -> (int -> Cstruct.t) -> float
