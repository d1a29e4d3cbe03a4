(** Modules with labels (OCaml 4.03.0 stdlib/stdLabels.mli). *)

[@@@complete]
[@@@later ""]

module Array = ArrayLabels
module Bytes = BytesLabels
module List = ListLabels
module String = StringLabels
