(** Delays (mirage-time 1.0.0). *)

[@@@since "3.0"]

[@@@complete]

module type S = sig
  type +'a io

  val sleep_ns : int64 -> unit io
end
