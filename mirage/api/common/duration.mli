(** Spans of time in nanoseconds (duration 0.1). *)

type t = int64

val of_us : int -> t
val of_ms : int -> t
val of_sec : int -> t
val of_min : int -> t
val of_hour : int -> t
val of_day : int -> t
val of_f : float -> t
val to_f : t -> float
val to_sec : t -> int
val to_ms : t -> int
