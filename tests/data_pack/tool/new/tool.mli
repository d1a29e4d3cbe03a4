type new_type
val new_value : int
val new_call : int -> int
val ( ++! ) : int -> int -> int
exception New_error of int
module type NEW = sig type t val x : int end
module New : sig
  type t
  type kind = Small | Big of int
  type 'a box = { mutable inside : 'a }
  exception Stop of int
  val x : int
  val f : int -> int
  module type S = sig type t val x : int end
end
module Inner : sig module type NEW = sig val x : int end end
module New_make (X : NEW) : NEW
