(** Lines, until Relay 3.4. *)

[@@@since "3.0"]

[@@@until "3.4"]

[@@@complete]

module type S = sig
  type t
  val write : t -> string -> unit
  [@@port.to put]
  [@@port "relay-line-write"]
  val close : t -> unit
  [@@port "relay-line-close"]
  val number : t -> int
end
[@@port.to Relay_line.S]
[@@port "relay-module-type"]
