(** Sources of entropy (mirage-entropy 0.4.0). *)

[@@@since "3.0"]

[@@@complete]

type t
type 'a io = 'a Lwt.t
type buffer = Cstruct.t
type handler = source:int -> buffer -> unit
type token
type source = [ `Rdrand | `Rdseed | `Timer | `Xentropyd ]

val sources : t -> source list
val connect : unit -> t io
val disconnect : t -> unit io
val add_handler : t -> handler -> token io
val remove_handler : t -> token -> unit
