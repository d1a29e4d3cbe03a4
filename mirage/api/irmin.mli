(** What irmin 0.12 had and 1.0 has not: tasks, and stores made of a backend at once. *)

[@@@until "2.9.1"]

module Task : sig
  type t

  val create : date:int64 -> owner:string -> ?uid:int64 -> string -> t
end
[@@port "irmin-mirage"]

module Basic (Make : sig end) (Contents : sig end) : sig end [@@port "irmin-mirage"]
module View (Store : sig end) : sig end [@@port "irmin-mirage"]
