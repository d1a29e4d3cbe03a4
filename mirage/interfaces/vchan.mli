(** Shared memory between domains of Xen (vchan 2.3). *)

(** Until 2.9.1: Shared memory between domains of Xen (vchan 2.2). *)

module Port : sig
  type t

  val of_string : string -> [ `Ok of t | `Error of string ]
  val to_string : t -> string
end

module S : sig
  module type ENDPOINT = sig
    type t
    type port

    type error = [ `Unknown of string ]
    [@@port "vchan-error"]
    [@@until "2.9.1"]

    val server :
      domid:int -> port:port -> ?read_size:int -> ?write_size:int -> unit -> t Lwt.t

    val client : domid:int -> port:port -> unit -> t Lwt.t

    include
      V1_LWT.FLOW
        with type flow = t
         and type error := error
         and type 'a io = 'a Lwt.t
         and type buffer = Cstruct.t
    [@@until "2.9.1"]

    include
      Mirage_flow_lwt.S
        with type flow = t
         and type 'a io = 'a Lwt.t
         and type buffer = Cstruct.t
    [@@since "3.0"]
  end
end
