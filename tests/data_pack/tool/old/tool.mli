type old_type [@@port.to new_type]
val old_value : int [@@port.to new_value]
val old_call : int -> int [@@port.to new_call]
val ( +! ) : int -> int -> int [@@port.to ( ++! )]
exception Old_error of int [@@port.to New_error]
module type OLD = sig type t val x : int end [@@port.to NEW]
module Old : sig
  type t
  type kind = Small | Big of int
  type 'a box = { mutable inside : 'a }
  exception Stop of int
  val x : int
  val f : int -> int
  module type S = sig type t val x : int end
end
[@@port.to New]
module Inner : sig module type OLD = sig val x : int end [@@port.to NEW] end
module Old_make (X : OLD) : OLD [@@port.to New_make]
