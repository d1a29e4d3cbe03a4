(** HTTP over channels (mirage-http 3.0). *)

[@@@since "3.0"]

[@@@until "3.6"]

[@@@complete]

module Make (Channel : Mirage_channel_lwt.S) : sig
  type 'a t = 'a Lwt.t

  val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
  val return : 'a -> 'a t

  type ic = Channel.t
  type oc = Channel.t
  type conn = Channel.flow

  val read_line : ic -> string option t
  val read : ic -> int -> string t
  val write : oc -> string -> unit t
  val flush : oc -> unit t
end
