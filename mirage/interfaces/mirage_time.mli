(** Delays (mirage-time 1.0.0 to 3.0.0). *)

[@@@since "3.0"]

[@@@until "4.8"]

[@@@complete]

module type S = sig
  type +'a io [@@port "io-type"] [@@until "3.7.0"]

  val sleep_ns : int64 -> unit io [@@until "3.7.0"]
  val sleep_ns : int64 -> unit Lwt.t [@@since "3.7.1"]
end
