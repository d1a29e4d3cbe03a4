(** Mirage 3's signatures of TIME. *)

module type S = sig
  type +'a io
  val sleep_ns : int64 -> unit io
end
