(** Clocks (mirage-clock 1.2.0). *)

[@@@since "3.0"]

[@@@complete]

module type PCLOCK = sig
  type +'a io
  type t

  val disconnect : t -> unit io
  val now_d_ps : t -> int * int64
  val current_tz_offset_s : t -> int option
  val period_d_ps : t -> (int * int64) option
end

module type MCLOCK = sig
  type +'a io
  type t

  val disconnect : t -> unit io
  val elapsed_ns : t -> int64
  val period_ns : t -> int64 option
end
