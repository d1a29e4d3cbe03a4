(** The plainest network of `Vnetif` (mirage-vnetif 0.3). *)

(** Until 2.9.1: The plainest network of `Vnetif` (mirage-vnetif 0.2). *)

[@@@until "3.4"]

[@@@complete "3.0"]

module Make : sig
  include Vnetif.BACKEND [@@until "2.9.1"]

  type 'a io = 'a Lwt.t [@@since "3.0"]
  type buffer = Cstruct.t [@@since "3.0"]
  type id = int [@@since "3.0"]
  type macaddr = Macaddr.t [@@since "3.0"]
  type t [@@since "3.0"]

  val create : ?yield:(unit -> unit io) -> ?use_async_readers:bool -> unit -> t
  val register : t -> [ `Ok of id | `Error of Mirage_net.error ] [@@since "3.0"]
  val unregister : t -> id -> unit io [@@since "3.0"]
  val unregister_and_flush : t -> id -> unit io [@@since "3.0"]
  val mac : t -> id -> macaddr [@@since "3.0"]
  val write : t -> id -> buffer -> (unit, Mirage_net.error) result io [@@since "3.0"]
  val writev : t -> id -> buffer list -> (unit, Mirage_net.error) result io [@@since "3.0"]
  val set_listen_fn : t -> id -> (buffer -> unit io) -> unit [@@since "3.0"]
end
