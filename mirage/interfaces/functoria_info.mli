(** What an application is built of (functoria 2.0.2). *)

[@@@until "3.10"]

[@@@complete]

type info = { name : string; libraries : string list; packages : (string * string) list }
