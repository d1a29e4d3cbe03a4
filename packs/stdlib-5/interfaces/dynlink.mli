(** What became of it between OCaml 4.07 and 5.0.0 (otherlibs/dynlink/dynlink.mli). *)

val init : unit -> unit [@@port "stdlib-dynlink-init"] [@@port.becomes (fun () -> ())] [@@until "4.07"]
val add_interfaces : string list -> string list -> unit [@@port "stdlib-dynlink"] [@@until "4.07"]
val add_available_units : (string * Digest.t) list -> unit [@@port "stdlib-dynlink"] [@@until "4.07"]
val clear_available_units : unit -> unit [@@port "stdlib-dynlink"] [@@until "4.07"]
val default_available_units : unit -> unit [@@port "stdlib-dynlink"] [@@until "4.07"]
val digest_interface : string -> string list -> Digest.t [@@port "stdlib-dynlink"] [@@until "4.07"]
