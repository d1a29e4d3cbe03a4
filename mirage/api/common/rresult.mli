(** Results and their combinators (rresult 0.5.0). *)

type ('a, 'b) result = ('a, 'b) Stdlib.result = Ok of 'a | Error of 'b

val ( >>= ) : ('a, 'b) result -> ('a -> ('c, 'b) result) -> ('c, 'b) result
val ( >>| ) : ('a, 'b) result -> ('a -> 'c) -> ('c, 'b) result

module R : sig
  type ('a, 'b) t = ('a, 'b) result
  type msg = [ `Msg of string ]

  val ok : 'a -> ('a, 'b) result
  val error : 'b -> ('a, 'b) result
  val get_ok : ('a, 'b) result -> 'a
  val get_error : ('a, 'b) result -> 'b
  val is_ok : ('a, 'b) result -> bool
  val is_error : ('a, 'b) result -> bool
  val bind : ('a, 'b) result -> ('a -> ('c, 'b) result) -> ('c, 'b) result
  val map : ('a, 'b) result -> ('a -> 'c) -> ('c, 'b) result
  val join : (('a, 'b) result, 'b) result -> ('a, 'b) result
  val reword_error : ('b -> 'c) -> ('a, 'b) result -> ('a, 'c) result
  val ( >>= ) : ('a, 'b) result -> ('a -> ('c, 'b) result) -> ('c, 'b) result
  val ( >>| ) : ('a, 'b) result -> ('a -> 'c) -> ('c, 'b) result
  val msg : string -> [> msg ]
  val error_msg : string -> ('a, [> msg ]) result
  val msgf : ('a, Format.formatter, unit, [> msg ]) format4 -> 'a
  val error_msgf : ('a, Format.formatter, unit, ('b, [> msg ]) result) format4 -> 'a
  val pp_msg : Format.formatter -> msg -> unit
  val error_msg_to_invalid_arg : ('a, msg) result -> 'a
  val failwith_error_msg : ('a, msg) result -> 'a
end
