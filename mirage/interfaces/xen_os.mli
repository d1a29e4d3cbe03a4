(** What only Xen has, as a library of its own (mirage-xen 8.0.0). *)

[@@@since "3.8"]

module Xs : sig
  type client
  type handle

  val make : unit -> client Lwt.t
  val immediate : client -> (handle -> 'a Lwt.t) -> 'a Lwt.t
  val transaction : client -> (handle -> 'a Lwt.t) -> 'a Lwt.t
  val wait : client -> (handle -> 'a Lwt.t) -> 'a Lwt.t
  val directory : handle -> string -> string list Lwt.t
  val read : handle -> string -> string Lwt.t
  val write : handle -> string -> string -> unit Lwt.t
  val rm : handle -> string -> unit Lwt.t
end

module Sched : sig
  type reason = Poweroff | Reboot | Suspend | Crash

  val shutdown : reason -> unit
  val suspend : unit -> int Lwt.t
end

module Lifecycle : sig
  val await_shutdown_request :
    ?can_poweroff:bool -> ?can_reboot:bool -> unit -> [ `Poweroff | `Reboot ] Lwt.t
end
