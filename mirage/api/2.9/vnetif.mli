(** Network interfaces between unikernels of one process (mirage-vnetif 0.2). *)

module type BACKEND = sig
  type 'a io = 'a Lwt.t
  type buffer = Cstruct.t
  type id = int
  type macaddr = Macaddr.t
  type t
  type error = [ `Unknown of string | `Disconnected | `Unimplemented ]

  val register : t -> [ `Ok of id | `Error of error ]
  val unregister : t -> id -> unit io
  val mac : t -> id -> macaddr
  val write : t -> id -> buffer -> unit io
  val writev : t -> id -> buffer list -> unit io
  val set_listen_fn : t -> id -> (buffer -> unit io) -> unit
  val unregister_and_flush : t -> id -> unit io
end

module Make (B : BACKEND) : sig
  include V1_LWT.NETWORK with type id = B.id

  val connect : B.t -> [ `Ok of t | `Error of error ] Lwt.t
  [@@port "connect-result"]
end
