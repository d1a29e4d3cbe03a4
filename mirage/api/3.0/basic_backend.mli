(** The plainest network of `Vnetif` (mirage-vnetif 0.3). *)

[@@@complete]

module Make : sig
  type 'a io = 'a Lwt.t
  type buffer = Cstruct.t
  type id = int
  type macaddr = Macaddr.t
  type t

  val create : ?yield:(unit -> unit io) -> ?use_async_readers:bool -> unit -> t
  val register : t -> [ `Ok of id | `Error of Mirage_net.error ]
  val unregister : t -> id -> unit io
  val unregister_and_flush : t -> id -> unit io
  val mac : t -> id -> macaddr
  val write : t -> id -> buffer -> (unit, Mirage_net.error) result io
  val writev : t -> id -> buffer list -> (unit, Mirage_net.error) result io
  val set_listen_fn : t -> id -> (buffer -> unit io) -> unit
end
