(** S-expressions, as far as programs print them (sexplib 113). *)

module Sexp : sig
  type t = Atom of string | List of t list

  val to_string : t -> string
  val to_string_hum : ?indent:int -> t -> string
end

(** What the code that derives conversions needs (sexplib 109 to 0.9, src/std.ml). *)

module Std : sig
  [@@@complete]

  module Hashtbl : sig
    [@@@open_ended]
  end

  module Lazy : sig
    [@@@open_ended]
  end

  module Sexp_macro : sig
    [@@@open_ended]
  end

  val sexp_of_unit : unit -> Sexp.t
  val unit_of_sexp : Sexp.t -> unit
  val sexp_of_bool : bool -> Sexp.t
  val bool_of_sexp : Sexp.t -> bool
  val sexp_of_string : string -> Sexp.t
  val string_of_sexp : Sexp.t -> string
  val sexp_of_char : char -> Sexp.t
  val char_of_sexp : Sexp.t -> char
  val sexp_of_int : int -> Sexp.t
  val int_of_sexp : Sexp.t -> int
  val sexp_of_float : float -> Sexp.t
  val float_of_sexp : Sexp.t -> float
  val sexp_of_int32 : int32 -> Sexp.t
  val int32_of_sexp : Sexp.t -> int32
  val sexp_of_int64 : int64 -> Sexp.t
  val int64_of_sexp : Sexp.t -> int64
  val sexp_of_nativeint : nativeint -> Sexp.t
  val nativeint_of_sexp : Sexp.t -> nativeint
  val sexp_of_ref : ('a -> Sexp.t) -> 'a ref -> Sexp.t
  val ref_of_sexp : (Sexp.t -> 'a) -> Sexp.t -> 'a ref
  val sexp_of_lazy_t : ('a -> Sexp.t) -> 'a lazy_t -> Sexp.t
  val lazy_t_of_sexp : (Sexp.t -> 'a) -> Sexp.t -> 'a lazy_t
  val sexp_of_option : ('a -> Sexp.t) -> 'a option -> Sexp.t
  val option_of_sexp : (Sexp.t -> 'a) -> Sexp.t -> 'a option
  val sexp_of_list : ('a -> Sexp.t) -> 'a list -> Sexp.t
  val list_of_sexp : (Sexp.t -> 'a) -> Sexp.t -> 'a list
  val sexp_of_array : ('a -> Sexp.t) -> 'a array -> Sexp.t
  val array_of_sexp : (Sexp.t -> 'a) -> Sexp.t -> 'a array
  val sexp_of_exn : exn -> Sexp.t
end
