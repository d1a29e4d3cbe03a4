(** Qubes OS (mirage-qubes 0.4). *)

[@@@complete]

module S : sig
  type 'a or_eof = [ `Ok of 'a | `Eof ]

  module type MSG_CHAN = sig
    type t

    val recv : t -> (Cstruct.t * Cstruct.t) or_eof Lwt.t
    val recv_fixed : t -> int -> Cstruct.t or_eof Lwt.t
    val recv_raw : t -> Cstruct.t or_eof Lwt.t
    val send : t -> Cstruct.t list -> unit or_eof Lwt.t
  end

  module type FLOW = sig
    type t

    val write : t -> Cstruct.t -> unit Lwt.t
    val writef : t -> ('a, unit, string, unit Lwt.t) format4 -> 'a
    val ewrite : t -> Cstruct.t -> unit Lwt.t
    val ewritef : t -> ('a, unit, string, unit Lwt.t) format4 -> 'a
    val read : t -> [ `Ok of Cstruct.t | `Eof ] Lwt.t
    val read_line : t -> [ `Ok of string | `Eof ] Lwt.t
  end

  module type DB = sig
    type t

    module KeyMap : Map.S with type key = string

    val read : t -> string -> string option
    val write : t -> string -> string -> unit Lwt.t
    val bindings : t -> string KeyMap.t
    val after : t -> string KeyMap.t -> string KeyMap.t Lwt.t
  end
end

module GUI : sig
  type t

  val connect : domid:int -> unit -> t Lwt.t
  val listen : t -> 'a Lwt.t
end

module DB : sig
  type t

  module KeyMap : Map.S with type key = string

  val read : t -> string -> string option
  val write : t -> string -> string -> unit Lwt.t
  val bindings : t -> string KeyMap.t
  val after : t -> string KeyMap.t -> string KeyMap.t Lwt.t
  val connect : domid:int -> unit -> t Lwt.t
  val disconnect : t -> unit Lwt.t
end

module Msg_chan : sig
  val ( >>!= ) : 'a S.or_eof Lwt.t -> ('a -> ([> `Eof ] as 'b) Lwt.t) -> 'b Lwt.t

  module Make (F : Formats.FRAMING) : sig
    type t

    val recv : t -> (Cstruct.t * Cstruct.t) S.or_eof Lwt.t
    val recv_fixed : t -> int -> Cstruct.t S.or_eof Lwt.t
    val recv_raw : t -> Cstruct.t S.or_eof Lwt.t
    val send : t -> Cstruct.t list -> unit S.or_eof Lwt.t
    val client : domid:int -> port:Vchan_xen.port -> unit -> t Lwt.t
    val server : domid:int -> port:Vchan_xen.port -> unit -> t Lwt.t
    val disconnect : t -> unit Lwt.t
  end
end

module RExec : sig
  type t

  module Flow : S.FLOW

  type handler = user:string -> string -> Flow.t -> int Lwt.t

  val connect : domid:int -> unit -> t Lwt.t
  val listen : t -> handler -> unit Lwt.t
  val disconnect : t -> unit Lwt.t
end
