(** Shared memory between domains of Xen (vchan 2.3). *)

module Port : sig
  type t

  val of_string : string -> [ `Ok of t | `Error of string ]
  val to_string : t -> string
end

module S : sig
  module type ENDPOINT = sig
    type t
    type port

    val server :
      domid:int -> port:port -> ?read_size:int -> ?write_size:int -> unit -> t Lwt.t

    val client : domid:int -> port:port -> unit -> t Lwt.t

    include
      Mirage_flow_lwt.S
        with type flow = t
         and type 'a io = 'a Lwt.t
         and type buffer = Cstruct.t
  end
end
