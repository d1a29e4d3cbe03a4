(** Timers, until Relay 3.4. *)

[@@@since "3.0"]

[@@@until "3.4"]

[@@@complete]

module type S = sig
  val wait : int -> unit
  [@@port "relay-timer-wait"]
end
[@@port "relay-timer"]
