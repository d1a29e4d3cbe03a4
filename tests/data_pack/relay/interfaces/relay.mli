(** Calls. *)

[@@@complete]

val connect : string -> int [@@port.to dial] [@@port "relay-connect"] [@@until "2.9"]

val dial : string -> int [@@port.to call] [@@port "relay-dial"] [@@since "3.0"] [@@until "3.4"]

val call : string -> int [@@since "3.5"]

val hang_up : int -> unit [@@port.to stop] [@@port "relay-hang-up"] [@@until "2.9"]

val stop : int -> unit [@@port "relay-stop"] [@@since "3.0"] [@@until "3.4"]

val limit : int -> unit [@@port "relay-limit"] [@@until "3.4"]

val limit : string -> unit [@@since "3.5"]

val count : unit -> int
