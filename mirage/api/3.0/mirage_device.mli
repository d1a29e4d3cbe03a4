(** Mirage 3's signatures of DEVICE. *)

type error = [ `Unimplemented | `Disconnected ]

val pp_error : error Fmt.t

module type S = sig
  type +'a io
  type t
  val disconnect : t -> unit io
end
