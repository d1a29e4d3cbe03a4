(** Levels of logs on a command line (mirage-logs 3.0.0). *)

[@@@since "4.9"]

[@@@complete]

type threshold = [ `All | `Src of string ] * Logs.level option

val env : Cmdliner.Cmd.Env.info
val levels : ?env:Cmdliner.Cmd.Env.info -> ?docs:string -> unit -> threshold list Cmdliner.Term.t
val set_levels : default:Logs.level option -> threshold list -> unit
val setup : unit Cmdliner.Term.t
