(** Stores of versions: what a unikernel names beside the stores themselves (irmin 1.0.0), and what
    irmin 0.12 had and 1.0 has not: tasks, and stores made of a backend at once. *)

type config [@@since "3.0"]
type remote [@@since "3.0"]

val remote_uri : string -> remote [@@since "3.0"]

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
[@@since "3.0"]

module Task : sig
  type t

  val create : date:int64 -> owner:string -> ?uid:int64 -> string -> t
end
[@@port "irmin-mirage"]
[@@until "2.9.1"]

module Contents : sig
  module type S = sig
    [@@@open_ended]

    type t
  end

  module String : S with type t = string
end

module Hash : sig
  module type S = sig
    [@@@open_ended]

    type t
  end

  module SHA1 : S
end

module Metadata : sig
  module type S = sig
    [@@@open_ended]

    type t
  end

  module None : S with type t = unit
end
[@@since "3.0"]

module Path : sig
  module type S = sig
    [@@@open_ended]

    type t
  end

  module String_list : S
end

module Branch : sig
  module type S = sig
    [@@@open_ended]

    type t
  end

  module String : S with type t = string
end
[@@since "3.0"]

module Ref : sig
  module type S = sig
    [@@@open_ended]

    type t
  end

  module String : S
end
[@@port "irmin-mirage"]
[@@until "2.9.1"]

module Tag : sig
  module String : Ref.S
end
[@@port "irmin-mirage"]
[@@until "2.9.1"]

module type BASIC = sig
  type t
end
[@@port "irmin-mirage"]
[@@until "2.9.1"]

module type HRW = sig
  type t
end
[@@port "irmin-mirage"]
[@@until "2.9.1"]

module type VIEW = sig
  type t
end
[@@port "irmin-mirage"]
[@@until "2.9.1"]

module Basic (Make : sig end) (Contents : sig end) : sig end
[@@port "irmin-mirage"]
[@@until "2.9.1"]

module View (Store : sig end) : sig end [@@port "irmin-mirage"] [@@until "2.9.1"]
