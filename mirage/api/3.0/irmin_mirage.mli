(** Stores of versions in a unikernel (irmin 1.0). *)

module Info (N : sig
  val name : string
end)
(C : Mirage_clock.PCLOCK) : sig
  type info

  val f : C.t -> ('a, Format.formatter, unit, unit -> info) format4 -> 'a
end
