(** Numbers from random bytes (randomconv 0.1.0 to 0.2.0). *)

[@@@since "3.0"]

[@@@complete]

type int8 = int

val int8 : (int -> Cstruct.t) -> int8 [@@until "4.6"]
val int8 : (int -> string) -> int8 [@@since "4.7"]

type int16 = int

val int16 : (int -> Cstruct.t) -> int16 [@@until "4.6"]
val int16 : (int -> string) -> int16 [@@since "4.7"]
val int32 : (int -> Cstruct.t) -> int32 [@@until "4.6"]
val int32 : (int -> string) -> int32 [@@since "4.7"]
val int64 : (int -> Cstruct.t) -> int64 [@@until "4.6"]
val int64 : (int -> string) -> int64 [@@since "4.7"]
val int : ?bound:int -> (int -> Cstruct.t) -> int [@@until "4.6"]
val int : ?bound:int -> (int -> string) -> int [@@since "4.7"]
val float : ?bound:float -> (int -> Cstruct.t) -> float [@@until "4.6"]
val float : ?bound:float -> (int -> string) -> float [@@since "4.7"]
