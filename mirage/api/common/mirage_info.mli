(** What a unikernel was built of. *)

type t = { name : string; libraries : string list; packages : (string * string) list }
