(** What makes languages like config.ml's (functoria 2.0.1). *)

module type S = sig
  val name : string
  val version : string
  val packages : Mirage.package list
  val ignore_dirs : string list
  val prelude : string
  val create : Mirage.job Mirage.impl list -> Mirage.job Mirage.impl
end

module Make (_ : S) : sig
  val run : unit -> unit
end
