(** Measurements (metrics 0.2). *)

[@@@since "3.7"]

module Data : sig
  type t
end

type field
type ('a, 'b) src
