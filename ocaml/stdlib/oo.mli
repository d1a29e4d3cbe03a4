(** Objects (OCaml 4.03.0 stdlib/oo.mli). *)

[@@@complete]
[@@@later ""]

val copy : (< .. > as 'a) -> 'a
val id : < .. > -> int
val new_method : string -> CamlinternalOO.tag
val public_method_label : string -> CamlinternalOO.tag
