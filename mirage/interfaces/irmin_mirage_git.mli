(** Stores of versions that are Git repositories (irmin-mirage-git 2.0 to 3.11). *)

[@@@since "3.5"]

module Mem : sig end
