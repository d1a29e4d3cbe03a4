(** Stores of versions in memory (irmin 0.9 to 1.0). *)

val config : unit -> Irmin.config [@@since "3.0"]

module Make
    (Contents : Irmin.Contents.S)
    (Ref : Irmin.Ref.S)
    (Hash : Irmin.Hash.S) : sig
  type t
end
[@@port "irmin-mem-make"]
[@@until "2.9.1"]

module Make
    (Metadata : Irmin.Metadata.S)
    (Contents : Irmin.Contents.S)
    (Path : Irmin.Path.S)
    (Branch : Irmin.Branch.S)
    (Hash : Irmin.Hash.S) : sig
  type t
end
[@@since "3.0"]
[@@until "3.6"]

module KV (Contents : Irmin.Contents.S) : sig
  type t
end
[@@since "3.0"]
[@@until "3.6"]
