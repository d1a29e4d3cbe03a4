(** Their layout (tcpip 3.0.0 to 9.0.1). *)

[@@@since "3.0"]

[@@@complete]

val sizeof_icmpv4 : int
val get_icmpv4_ty : Cstruct.t -> Cstruct.uint8 [@@until "4.3.4"]
val set_icmpv4_ty : Cstruct.t -> Cstruct.uint8 -> unit [@@until "4.3.4"]
val get_icmpv4_code : Cstruct.t -> Cstruct.uint8 [@@until "4.3.4"]
val set_icmpv4_code : Cstruct.t -> Cstruct.uint8 -> unit [@@until "4.3.4"]
val get_icmpv4_csum : Cstruct.t -> Cstruct.uint16 [@@until "4.3.4"]
val set_icmpv4_csum : Cstruct.t -> Cstruct.uint16 -> unit [@@until "4.3.4"]
val get_icmpv4_id : Cstruct.t -> Cstruct.uint16 [@@until "4.3.4"]
val set_icmpv4_id : Cstruct.t -> Cstruct.uint16 -> unit [@@until "4.3.4"]
val get_icmpv4_seq : Cstruct.t -> Cstruct.uint16 [@@until "4.3.4"]
val set_icmpv4_seq : Cstruct.t -> Cstruct.uint16 -> unit [@@until "4.3.4"]
val hexdump_icmpv4_to_buffer : Buffer.t -> Cstruct.t -> unit [@@until "4.3.4"]
val hexdump_icmpv4 : Cstruct.t -> unit [@@until "4.3.4"]

type ty =
  | Echo_reply | Destination_unreachable | Source_quench | Redirect | Echo_request | Time_exceeded
  | Parameter_problem | Timestamp_request | Timestamp_reply | Information_request
  | Information_reply

val int_to_ty : int -> ty option
val ty_to_int : ty -> int
val compare_ty : ty -> ty -> int [@@until "4.3.4"]
val ty_to_string : ty -> string
val string_to_ty : string -> ty option [@@until "4.3.4"]

type unreachable_reason =
  | Network_unreachable | Host_unreachable | Protocol_unreachable | Port_unreachable
  | Would_fragment | Source_route_failed | Destination_network_unknown | Destination_host_unknown
  | Source_host_isolated | Destination_net_prohibited | Destination_host_prohibited
  | TOS_network_unreachable | TOS_host_unreachable | Communication_prohibited
  | Host_precedence_violation | Precedence_insufficient

val get_ty : Cstruct.t -> int [@@since "4.3.5"]
val set_ty : Cstruct.t -> int -> unit [@@since "4.3.5"]
val get_code : Cstruct.t -> int [@@since "4.3.5"]
val set_code : Cstruct.t -> int -> unit [@@since "4.3.5"]
val get_checksum : Cstruct.t -> int [@@since "4.3.5"]
val set_checksum : Cstruct.t -> int -> unit [@@since "4.3.5"]

val int_to_unreachable_reason : int -> unreachable_reason option [@@until "4.3.4"]
val unreachable_reason_to_int : unreachable_reason -> int
val compare_unreachable_reason : unreachable_reason -> unreachable_reason -> int [@@until "4.3.4"]
val unreachable_reason_to_string : unreachable_reason -> string [@@until "4.3.4"]
val string_to_unreachable_reason : string -> unreachable_reason option [@@until "4.3.4"]
