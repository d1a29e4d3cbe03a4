(** Stores of versions in a unikernel (irmin 1.0). *)

(** Until 2.9.1: Stores of versions in a unikernel (irmin 0.12). *)

[@@@until "3.6"]

module type CONTEXT = sig
  type t

  val v : unit -> t option
end
[@@port "irmin-mirage"]
[@@until "2.9.1"]

module Task (N : sig
  val name : string
end)
(C : V1.CLOCK) : sig
  type task

  val f : string -> task
end
[@@port "irmin-mirage"]
[@@until "2.9.1"]

module KV_RO (C : CONTEXT) (I : sig end) : sig
  type t

  val connect : ?depth:int -> ?branch:string -> ?path:string -> Uri.t -> t Lwt.t
end
[@@port "irmin-mirage"]
[@@until "2.9.1"]

module Irmin_git : sig
  module Memory (C : CONTEXT) (I : sig end) : sig end
end
[@@port "irmin-mirage"]
[@@until "2.9.1"]

module Info (N : sig
  val name : string
end)
(C : Mirage_clock.PCLOCK) : sig
  type info

  val f : C.t -> ('a, Format.formatter, unit, unit -> info) format4 -> 'a
end
[@@since "3.0"]

module Git : sig
  module Mem : sig end
end
[@@port "irmin-git-names"]
[@@since "3.0"] [@@until "3.4"]
