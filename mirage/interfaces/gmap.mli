(** Maps whose keys say the types of their values (gmap 0.3). *)

[@@@since "3.5"]

module Order : sig
  type (_, _) t = Lt : ('a, 'b) t | Eq : ('a, 'a) t | Gt : ('a, 'b) t
end
