(** What became of it between OCaml 4.07 and 5.0.0 (otherlibs/dynlink/dynlink.mli). *)

val init : unit -> unit [@@port "stdlib-dynlink-init"] [@@port.becomes (fun () -> ())] [@@until "4.07"]
val add_interfaces : string list -> string list -> unit [@@port "stdlib-dynlink"] [@@until "4.07"]
val add_available_units : (string * Digest.t) list -> unit [@@port "stdlib-dynlink"] [@@until "4.07"]
val clear_available_units : unit -> unit [@@port "stdlib-dynlink"] [@@until "4.07"]
val default_available_units : unit -> unit [@@port "stdlib-dynlink"] [@@until "4.07"]
val digest_interface : string -> string list -> Digest.t [@@port "stdlib-dynlink"] [@@until "4.07"]

type linking_error

type error =
  | Not_a_bytecode_file of string
  | Inconsistent_import of string
  | Unavailable_unit of string
  | Unsafe_file
  | Linking_error of string * linking_error
  | Corrupted_interface of string
  | File_not_found of string [@until "4.07"]
  | Cannot_open_dll of string [@until "4.07"]
  | Cannot_open_dynamic_library of exn [@since "4.08"]
  | Library's_module_initializers_failed of exn [@since "4.08"]
  | Inconsistent_implementation of string
[@@port "stdlib-dynlink-error"]

exception Error of error
