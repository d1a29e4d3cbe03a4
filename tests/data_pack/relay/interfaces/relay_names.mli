(** Names for the module types of Relay 3. *)

[@@@since "3.0"]

[@@@complete]

module type LINE = Relay_line_v3.S [@@until "3.4"]

module type TIMER = Relay_timer.S [@@until "3.4"]
