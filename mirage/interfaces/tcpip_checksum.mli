(** Checksums (tcpip 3.0.0 to 9.0.1). *)

[@@@since "3.0"]

[@@@complete]

val ones_complement : Cstruct.t -> int
val ones_complement_list : Cstruct.t list -> int
