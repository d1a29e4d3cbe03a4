(** Regular expressions (re 1.7). *)

type t
type re

module Group : sig
  type t

  val get : t -> int -> string
  val offset : t -> int -> int * int
  val start : t -> int -> int
  val stop : t -> int -> int
  val all : t -> string array
  val all_offset : t -> (int * int) array
  val test : t -> int -> bool
  val nb_groups : t -> int
  val pp : Format.formatter -> t -> unit
end

type groups = Group.t

val compile : t -> re
val exec : ?pos:int -> ?len:int -> re -> string -> Group.t
val exec_opt : ?pos:int -> ?len:int -> re -> string -> Group.t option
val execp : ?pos:int -> ?len:int -> re -> string -> bool
val exec_partial : ?pos:int -> ?len:int -> re -> string -> [ `Full | `Mismatch | `Partial ]

module Mark : sig
  type t

  val test : Group.t -> t -> bool
  val equal : t -> t -> bool
  val compare : t -> t -> int
end

type split_token = [ `Delim of Group.t | `Text of string ]

val all : ?pos:int -> ?len:int -> re -> string -> Group.t list

type 'a gen = unit -> 'a option

val all_gen : ?pos:int -> ?len:int -> re -> string -> Group.t gen
val matches : ?pos:int -> ?len:int -> re -> string -> string list
val matches_gen : ?pos:int -> ?len:int -> re -> string -> string gen
val split : ?pos:int -> ?len:int -> re -> string -> string list
val split_gen : ?pos:int -> ?len:int -> re -> string -> string gen
val split_full : ?pos:int -> ?len:int -> re -> string -> split_token list
val split_full_gen : ?pos:int -> ?len:int -> re -> string -> split_token gen

val replace : ?pos:int -> ?len:int -> ?all:bool -> re -> f:(Group.t -> string) -> string -> string
val replace_string : ?pos:int -> ?len:int -> ?all:bool -> re -> by:string -> string -> string
val str : string -> t
val char : char -> t
val alt : t list -> t
val seq : t list -> t
val empty : t
val epsilon : t
val rep : t -> t
val rep1 : t -> t
val repn : t -> int -> int option -> t
val opt : t -> t
val bol : t
val eol : t
val bow : t
val eow : t
val bos : t
val eos : t
val leol : t
val start : t
val stop : t
val word : t -> t
val not_boundary : t
val whole_string : t -> t
val longest : t -> t
val shortest : t -> t
val first : t -> t
val greedy : t -> t
val non_greedy : t -> t
val group : t -> t
val no_group : t -> t
val nest : t -> t
val mark : t -> Mark.t * t
val set : string -> t
val rg : char -> char -> t
val inter : t list -> t
val diff : t -> t -> t
val compl : t list -> t
val any : t
val notnl : t
val alnum : t
val wordc : t
val alpha : t
val ascii : t
val blank : t
val cntrl : t
val digit : t
val graph : t
val lower : t
val print : t
val punct : t
val space : t
val upper : t
val xdigit : t
val case : t -> t
val no_case : t -> t
val pp : Format.formatter -> t -> unit
val pp_re : Format.formatter -> re -> unit
val print_re : Format.formatter -> re -> unit

val witness : t -> string

type substrings = Group.t

val get : Group.t -> int -> string
val get_ofs : Group.t -> int -> int * int
val get_all : Group.t -> string array
val get_all_ofs : Group.t -> (int * int) array
val test : Group.t -> int -> bool

type markid = Mark.t

val marked : Group.t -> Mark.t -> bool
