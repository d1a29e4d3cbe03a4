(** What all devices share (mirage-device 1.0.0 to 2.0.0). *)

[@@@since "3.0"]

[@@@until "3.10.6"]

[@@@complete]

type error = [ `Unimplemented | `Disconnected ]

val pp_error : error Fmt.t

module type S = sig
  type +'a io [@@port "io-type"] [@@until "3.7.0"]
  type t

  val disconnect : t -> unit io [@@until "3.7.0"]
  val disconnect : t -> unit Lwt.t [@@since "3.7.1"]
end
[@@port "device-removed"]
