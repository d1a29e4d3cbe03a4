(** Shared memory between domains of Xen (vchan 2.3 to 6.0.2). *)

(** Until 2.9.1: Shared memory between domains of Xen (vchan 2.2). *)

(** Until vchan 1.0.0 (2014-07): a functor made of event channels and a client of XenStore. *)

module Make (A : sig end) (Xs : sig end) : sig
  type t
end
[@@port "vchan-make"]
[@@until "2.9.1"]

module Port : sig
  type t

  val of_string : string -> [ `Ok of t | `Error of string ]
  [@@port "vchan-port"] [@@until "3.4"]
  val of_string : string -> (t, [> `Msg of string ]) result [@@since "3.5"]
  val to_string : t -> string
end

module S : sig
  module type CONFIGURATION = sig
    type t = { ring_ref : string; event_channel : string }

    val write : client_domid:int -> port:Port.t -> t -> unit Lwt.t
    val read : server_domid:int -> port:Port.t -> t Lwt.t
    val delete : client_domid:int -> port:Port.t -> unit Lwt.t
  end
  [@@since "3.7.1"]

  module type MEMORY = sig
    type grant

    val grant_of_int32 : int32 -> grant
    val int32_of_grant : grant -> int32

    type share

    val grants_of_share : share -> grant list
    val buf_of_share : share -> Io_page.t
    val share : domid:int -> npages:int -> rw:bool -> share
    val unshare : share -> unit Lwt.t

    type mapping

    val buf_of_mapping : mapping -> Io_page.t
    val map : domid:int -> grant:grant -> rw:bool -> mapping
    val mapv : grants:(int * grant) list -> rw:bool -> mapping
    val unmap : mapping -> unit
  end
  [@@since "3.7.1"]

  module type EVENTS = sig
    type port

    val port_of_string : string -> (port, [> `Msg of string ]) result
    val string_of_port : port -> string

    type channel
    type event

    val initial : event
    val recv : channel -> event -> event Lwt.t
    val send : channel -> unit
    val listen : int -> port * channel
    val connect : int -> port -> channel
    val close : channel -> unit
  end
  [@@since "3.7.1"]

  module type ENDPOINT = sig
    type t
    type port

    type error = [ `Unknown of string ]
    [@@port "vchan-error"]
    [@@until "2.9.1"]

    val server :
      domid:int -> port:port -> ?read_size:int -> ?write_size:int -> unit -> t Lwt.t

    val client : domid:int -> port:port -> unit -> t Lwt.t

    type error [@@since "3.7.1"]

    val pp_error : error Fmt.t [@@since "3.7.1"]

    type nonrec write_error = private [> Mirage_flow.write_error ] [@@since "3.7.1"]

    val pp_write_error : write_error Fmt.t [@@since "3.7.1"]

    type flow = t [@@since "3.7.1"]

    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t [@@since "3.7.1"]
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t [@@since "3.7.1"]
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.4"]
    val close : flow -> unit Lwt.t [@@since "3.7.1"]

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
    [@@since "3.0"] [@@until "3.7.0"]
  end
end

module Endpoint : sig
  module Make (A : S.EVENTS) (M : S.MEMORY) (C : S.CONFIGURATION) : sig
    type t
    type port = Port.t

    val server : domid:int -> port:port -> ?read_size:int -> ?write_size:int -> unit -> t Lwt.t
    val client : domid:int -> port:port -> unit -> t Lwt.t

    type error

    val pp_error : error Fmt.t

    type nonrec write_error = private [> Mirage_flow.write_error ]

    val pp_write_error : write_error Fmt.t

    type flow = t

    val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
    val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
    val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
    val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t [@@since "4.4"]
    val close : flow -> unit Lwt.t
  end
end
[@@since "3.7.1"]
