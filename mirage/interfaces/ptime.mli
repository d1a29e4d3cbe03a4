(** Points in time (ptime 0.8). *)

type span

module Span : sig
  type t = span

  val v : int * int64 -> span
  val zero : span
  val of_d_ps : int * int64 -> span option
  val unsafe_of_d_ps : int * int64 -> span
  val unsafe_of_d_ps_option : (int * int64) option -> span option
  val to_d_ps : span -> int * int64
  val of_int_s : int -> span
  val to_int_s : span -> int option
  val of_float_s : float -> span option
  val to_float_s : span -> float
  val equal : span -> span -> bool
  val compare : span -> span -> int
  val neg : span -> span
  val add : span -> span -> span
  val sub : span -> span -> span
  val abs : span -> span
  val round : frac_s:int -> span -> span
  val truncate : frac_s:int -> span -> span
  val pp : Format.formatter -> span -> unit
  val dump : Format.formatter -> span -> unit
end

type t

val v : int * int64 -> t
val epoch : t
val min : t
val max : t
val of_span : span -> t option
val to_span : t -> span
val unsafe_of_d_ps : int * int64 -> t
val of_float_s : float -> t option
val to_float_s : t -> float
val truncate : frac_s:int -> t -> t
val frac_s : t -> span
val equal : t -> t -> bool
val compare : t -> t -> int
val is_earlier : t -> than:t -> bool
val is_later : t -> than:t -> bool
val add_span : t -> span -> t option
val sub_span : t -> span -> t option
val diff : t -> t -> span

type tz_offset_s = int
type date = int * int * int
type time = (int * int * int) * tz_offset_s

val of_date_time : date * time -> t option
val to_date_time : ?tz_offset_s:tz_offset_s -> t -> date * time
val of_date : date -> t option
val to_date : t -> date
val weekday : ?tz_offset_s:tz_offset_s -> t -> [ `Fri | `Mon | `Sat | `Sun | `Thu | `Tue | `Wed ]

type error_range = int * int
type rfc3339_error = [ `Eoi | `Exp_chars of char list | `Invalid_stamp | `Trailing_input ]

val pp_rfc3339_error : Format.formatter -> rfc3339_error -> unit
val rfc3339_error_to_msg :
  ('a, [ `RFC3339 of error_range * rfc3339_error ]) result -> ('a, [> `Msg of string ]) result
val of_rfc3339 :
  ?strict:bool ->
  ?sub:bool ->
  ?start:int ->
  string ->
  (t * tz_offset_s option * int, [> `RFC3339 of error_range * rfc3339_error ]) result
val to_rfc3339 : ?space:bool -> ?frac_s:int -> ?tz_offset_s:tz_offset_s -> t -> string
val pp_rfc3339 :
  ?space:bool -> ?frac_s:int -> ?tz_offset_s:tz_offset_s -> unit -> Format.formatter -> t -> unit
val pp_human : ?frac_s:int -> ?tz_offset_s:tz_offset_s -> unit -> Format.formatter -> t -> unit
val pp : Format.formatter -> t -> unit
val dump : Format.formatter -> t -> unit
