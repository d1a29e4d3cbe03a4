(** Qubes OS (mirage-qubes 0.3 and 0.4). *)

module S : sig
  type 'a or_eof = [ `Ok of 'a | `Eof ]
end

module RExec : sig
  type t

  module Flow : sig
    type t

    val read : t -> [ `Ok of Cstruct.t | `Eof ] Lwt.t
    val read_line : t -> string S.or_eof Lwt.t
    val write : t -> Cstruct.t -> unit Lwt.t
    val writef : t -> ('a, unit, string, unit Lwt.t) format4 -> 'a
    val ewritef : t -> ('a, unit, string, unit Lwt.t) format4 -> 'a
    val close : t -> int -> unit Lwt.t
  end

  val connect : domid:int -> unit -> t Lwt.t
  val listen : t -> (user:string -> string -> Flow.t -> int Lwt.t) -> unit Lwt.t
  val disconnect : t -> unit Lwt.t
end

module GUI : sig
  type t
  type event

  val connect : domid:int -> unit -> t Lwt.t
  val listen : t -> unit Lwt.t
end

module DB : sig
  type t

  val connect : domid:int -> unit -> t Lwt.t
  val read : t -> string -> string option
  val write : t -> string -> string -> unit Lwt.t
end
