(** Typed documents of HTML (tyxml 3.6): the module `Tyxml.Html` of tyxml 4. *)

[@@@until "2.9.1"]

module M : sig
  type +'a elt
  type doc
end
[@@port "tyxml-html5"]

module P : sig
  val print : output:(string -> unit) -> ?encode:(string -> string) -> ?advert:string -> M.doc -> unit
end
[@@port "tyxml-html5"]

module Make_printer (Output : sig end) : sig end [@@port "tyxml-html5"]
