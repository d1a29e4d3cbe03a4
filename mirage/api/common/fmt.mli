(** Printers for formats. *)

type 'a t = Format.formatter -> 'a -> unit

val pf : Format.formatter -> ('a, Format.formatter, unit) format -> 'a
val pr : ('a, Format.formatter, unit) format -> 'a
val strf : ('a, Format.formatter, unit, string) format4 -> 'a
val to_to_string : 'a t -> 'a -> string
val of_to_string : ('a -> string) -> 'a t
val string : string t
val int : int t
val int64 : int64 t
val bool : bool t
val list : ?sep:unit t -> 'a t -> 'a list t
val option : ?none:unit t -> 'a t -> 'a option t
val exn : exn t
val char : char t
val pair : ?sep:unit t -> 'a t -> 'b t -> ('a * 'b) t
val const : 'a t -> 'a -> unit t

module Dump : sig
  val list : 'a t -> 'a list t
  val option : 'a t -> 'a option t
  val pair : 'a t -> 'b t -> ('a * 'b) t
  val string : string t
end
