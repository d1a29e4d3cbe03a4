(** Delays, with Lwt (mirage-time 1.0.0 to 1.3.0). *)

[@@@since "3.0"]

[@@@until "3.10.6"]

[@@@complete]

module type S = sig
  type 'a io = 'a Lwt.t [@@port "io-type"]

  val sleep_ns : int64 -> unit io
end
[@@until "3.7.0"]

module type S = Mirage_time.S [@@since "3.7.1"]
