(** Stores of versions (irmin 1.0.0): what a unikernel names beside the stores themselves. *)

type config
type remote

val remote_uri : string -> remote

module Info : sig
  type t

  val v : date:int64 -> author:string -> string -> t
  val date : t -> int64
  val author : t -> string
  val message : t -> string
  val empty : t

  type f = unit -> t

  val none : f
end
