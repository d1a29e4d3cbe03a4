(** The plainest network of `Vnetif` (mirage-vnetif 0.2). *)

module Make : sig
  include Vnetif.BACKEND

  val create : ?yield:(unit -> unit io) -> ?use_async_readers:bool -> unit -> t
end
