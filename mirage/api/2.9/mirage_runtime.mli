(** What the unikernel's command line is read with (mirage 2.9.1). *)

module Arg : sig
  type 'a converter

  val ipv4 : Ipaddr.V4.t converter [@@port "runtime-api"]
end

val string_of_network_init_error : string -> [ `Unknown of string | `Unimplemented | `Disconnected ] -> string
[@@port "runtime-api"]
