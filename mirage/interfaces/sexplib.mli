(** S-expressions, as far as programs print them (sexplib 113). *)

module Sexp : sig
  type t = Atom of string | List of t list

  val to_string : t -> string
  val to_string_hum : ?indent:int -> t -> string
end
