(** Results, for compilers that have none (result 1.2), and as OCaml has them since 4.08. *)

[@@@complete]

type ('a, 'b) result = ('a, 'b) Stdlib.result = Ok of 'a | Error of 'b

type ('a, 'e) t = ('a, 'e) result = Ok of 'a | Error of 'e [@@since "3.10"]

val ok : 'a -> ('a, 'e) result [@@since "3.10"]
val error : 'e -> ('a, 'e) result [@@since "3.10"]
val value : ('a, 'e) result -> default:'a -> 'a [@@since "3.10"]
val get_ok : ('a, 'e) result -> 'a [@@since "3.10"]
val get_error : ('a, 'e) result -> 'e [@@since "3.10"]
val bind : ('a, 'e) result -> ('a -> ('b, 'e) result) -> ('b, 'e) result [@@since "3.10"]
val join : (('a, 'e) result, 'e) result -> ('a, 'e) result [@@since "3.10"]
val map : ('a -> 'b) -> ('a, 'e) result -> ('b, 'e) result [@@since "3.10"]
val map_error : ('e -> 'f) -> ('a, 'e) result -> ('a, 'f) result [@@since "3.10"]
val fold : ok:('a -> 'c) -> error:('e -> 'c) -> ('a, 'e) result -> 'c [@@since "3.10"]
val iter : ('a -> unit) -> ('a, 'e) result -> unit [@@since "3.10"]
val is_ok : ('a, 'e) result -> bool [@@since "3.10"]
val is_error : ('a, 'e) result -> bool [@@since "3.10"]
val to_option : ('a, 'e) result -> 'a option [@@since "3.10"]
val iter_error : ('e -> unit) -> ('a, 'e) result -> unit [@@since "3.10"]
val to_list : ('a, 'e) result -> 'a list [@@since "3.10"]
val to_seq : ('a, 'e) result -> 'a Seq.t [@@since "3.10"]

val equal :
  ok:('a -> 'a -> bool) ->
  error:('e -> 'e -> bool) ->
  ('a, 'e) result ->
  ('a, 'e) result ->
  bool
[@@since "3.10"]

val compare :
  ok:('a -> 'a -> int) ->
  error:('e -> 'e -> int) ->
  ('a, 'e) result ->
  ('a, 'e) result ->
  int
[@@since "3.10"]
