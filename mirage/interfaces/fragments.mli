(** Packets that arrive in pieces (tcpip 9.0.1). *)

[@@@since "4.9"]

module Cache : sig
  type t

  val empty : int -> t
end
