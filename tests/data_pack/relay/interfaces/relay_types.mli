(** The module types of Relay 2. *)

[@@@until "2.9"]

[@@@complete]

[@@@port "relay-types"]

module type LINE = sig
  type t
  val send : t -> string -> unit
  [@@port.to write]
  [@@port "relay-line-send"]
  val shut : t -> unit
  [@@port.to close]
  [@@port "relay-line-shut"]
  val number : t -> int
end
[@@port.to Relay_line_v3.S]
[@@port "relay-module-type"]

module type TIMER = sig
  val wait : int -> unit
end
[@@port.to Relay_timer.S]
[@@port "relay-module-type"]
