(** Clocks (mirage-clock 1.2.0 to 4.2.0). *)

[@@@since "3.0"]

[@@@until "4.8"]

[@@@complete]

module type PCLOCK = sig
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t [@@until "3.4"]
  type t = unit [@@since "3.5"] [@@until "3.7.0"]

  val disconnect : t -> unit io [@@until "3.7.0"]
  val now_d_ps : t -> int * int64 [@@until "3.7.0"]
  val now_d_ps : unit -> int * int64 [@@since "3.7.1"]
  val current_tz_offset_s : t -> int option [@@until "3.7.0"]
  val current_tz_offset_s : unit -> int option [@@since "3.7.1"]
  val period_d_ps : t -> (int * int64) option [@@until "3.7.0"]
  val period_d_ps : unit -> (int * int64) option [@@since "3.7.1"]
end

module type MCLOCK = sig
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t [@@until "3.4"]
  type t = unit [@@since "3.5"] [@@until "3.7.0"]

  val disconnect : t -> unit io [@@until "3.7.0"]
  val elapsed_ns : t -> int64 [@@until "3.7.0"]
  val elapsed_ns : unit -> int64 [@@since "3.7.1"]
  val period_ns : t -> int64 option [@@until "3.7.0"]
  val period_ns : unit -> int64 option [@@since "3.7.1"]
end
