(** Servers of HTTP over channels, as Mirage before 2.2 had them (mirage-http 1). *)

[@@@until "2.9.1"]

module Make (Channel : V1_LWT.CHANNEL) : sig end
[@@port "http-make"]
