(** Stores of versions in a unikernel (irmin 0.12). *)

module type CONTEXT = sig
  type t

  val v : unit -> t option
end
[@@port "irmin-mirage"]

module Task (N : sig
  val name : string
end)
(C : V1.CLOCK) : sig
  type task

  val f : string -> task
end
[@@port "irmin-mirage"]

module Irmin_git : sig
  module Memory (C : CONTEXT) (I : sig end) : sig end
end
[@@port "irmin-mirage"]
