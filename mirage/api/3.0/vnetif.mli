(** Network interfaces between unikernels of one process (mirage-vnetif 0.3). *)

module type BACKEND = sig
  type 'a io = 'a Lwt.t
  type buffer = Cstruct.t
  type id = int
  type macaddr = Macaddr.t
  type t

  val register : t -> [ `Ok of id | `Error of Mirage_device.error ]
  val unregister : t -> id -> unit io
  val mac : t -> id -> macaddr
  val write : t -> id -> buffer -> (unit, Mirage_device.error) result io
  val writev : t -> id -> buffer list -> (unit, Mirage_device.error) result io
  val set_listen_fn : t -> id -> (buffer -> unit io) -> unit
  val unregister_and_flush : t -> id -> unit io
end

module Make (B : BACKEND) : sig
  include Mirage_net_lwt.S

  val connect : B.t -> t Lwt.t
end
