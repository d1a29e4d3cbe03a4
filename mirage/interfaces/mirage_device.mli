(** What all devices share (mirage-device 1.0.0). *)

[@@@since "3.0"]

[@@@complete]

type error = [ `Unimplemented | `Disconnected ]

val pp_error : error Fmt.t

module type S = sig
  type +'a io
  type t

  val disconnect : t -> unit io
end
