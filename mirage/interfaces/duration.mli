(** Spans of time in nanoseconds (duration 0.1.0). *)

[@@@complete]

type t = int64

val pp : Format.formatter -> t -> unit
val of_us : int -> t
val of_ms : int -> t
val of_sec : int -> t
val of_min : int -> t
val of_hour : int -> t
val of_day : int -> t
val of_year : int -> t
val of_f : float -> t
val to_us : t -> int
val to_ms : t -> int
val to_sec : t -> int
val to_min : t -> int
val to_hour : t -> int
val to_day : t -> int
val to_year : t -> int
val to_f : t -> float
val of_us_64 : int64 -> t [@@since "3.10"]
val of_ms_64 : int64 -> t [@@since "3.10"]
val of_sec_64 : int64 -> t [@@since "3.10"]
val to_us_64 : t -> int64 [@@since "3.10"]
val to_ms_64 : t -> int64 [@@since "3.10"]
val to_sec_64 : t -> int64 [@@since "3.10"]
