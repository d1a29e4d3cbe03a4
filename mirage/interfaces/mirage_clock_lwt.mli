(** Clocks, with Lwt (mirage-clock 1.2.0 to 2.0.0). *)

[@@@since "3.0"]

[@@@until "3.10.6"]

[@@@complete]

module type MCLOCK = sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t [@@until "3.4"]
  type t = unit [@@since "3.5"]

  val disconnect : t -> unit io
  val elapsed_ns : t -> int64
  val period_ns : t -> int64 option
end
[@@until "3.7.0"]

module type PCLOCK = sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type t [@@until "3.4"]
  type t = unit [@@since "3.5"]

  val disconnect : t -> unit io
  val now_d_ps : t -> int * int64
  val current_tz_offset_s : t -> int option
  val period_d_ps : t -> (int * int64) option
end
[@@until "3.7.0"]

module type PCLOCK = Mirage_clock.PCLOCK [@@since "3.7.1"]
module type MCLOCK = Mirage_clock.MCLOCK [@@since "3.7.1"]
