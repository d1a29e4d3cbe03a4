(** What cow 2.0, which came out between Mirage 2.7 and 2.8, no longer has: style sheets and coloured
    code (cow 1.4.0 lib/css.mli and lib/code.mli). Its other modules are not described here. *)

module Css : sig
  type t

  val to_string : t -> string
  val of_string : string -> t
  val unroll : t -> t
  val set_prop : t -> string -> string list -> t
  val get_prop : t -> string -> string list
  val gradient : ?low:t -> ?high:t -> unit -> t
  val top_rounded : ?radius:t -> unit -> t
  val bottom_rounded : ?radius:t -> unit -> t
  val rounded : ?radius:t -> unit -> t
  val box_shadow : ?h:t -> ?v:t -> ?blur:t -> ?color:t -> unit -> t
  val text_shadow : ?h:t -> ?v:t -> ?blur:t -> ?color:t -> unit -> t
  val no_padding : t
  val reset_padding : t
end
[@@port "cow-removed"]
[@@until "2.9.1"]

module Code : sig
  val ocaml_css : Css.t
end
[@@port "cow-removed"]
[@@until "2.9.1"]
