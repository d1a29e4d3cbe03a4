(** Stores of git's objects (git 3.15). *)

[@@@since "4.3"]

module Reference : sig
  type t
end
