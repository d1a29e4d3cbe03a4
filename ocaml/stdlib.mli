(** The part of OCaml 4.03's standard library that unikernels call, for inference. *)

exception Not_found
exception Failure of string
exception Invalid_argument of string
exception End_of_file
exception Exit

val raise : exn -> 'a
val failwith : string -> 'a
val invalid_arg : string -> 'a
val ( = ) : 'a -> 'a -> bool
val ( <> ) : 'a -> 'a -> bool
val ( < ) : 'a -> 'a -> bool
val ( > ) : 'a -> 'a -> bool
val ( <= ) : 'a -> 'a -> bool
val ( >= ) : 'a -> 'a -> bool
val ( == ) : 'a -> 'a -> bool
val ( != ) : 'a -> 'a -> bool
val compare : 'a -> 'a -> int
val min : 'a -> 'a -> 'a
val max : 'a -> 'a -> 'a
val not : bool -> bool
val ( && ) : bool -> bool -> bool
val ( || ) : bool -> bool -> bool
val ( + ) : int -> int -> int
val ( - ) : int -> int -> int
val ( * ) : int -> int -> int
val ( / ) : int -> int -> int
val ( mod ) : int -> int -> int
val ( land ) : int -> int -> int
val ( lor ) : int -> int -> int
val ( lxor ) : int -> int -> int
val ( lsl ) : int -> int -> int
val ( lsr ) : int -> int -> int
val ( asr ) : int -> int -> int
val succ : int -> int
val pred : int -> int
val abs : int -> int
val max_int : int
val min_int : int
val ( +. ) : float -> float -> float
val ( -. ) : float -> float -> float
val ( *. ) : float -> float -> float
val ( /. ) : float -> float -> float
val ( ** ) : float -> float -> float
val float : int -> float
val float_of_int : int -> float
val truncate : float -> int
val int_of_float : float -> int
val sqrt : float -> float
val ceil : float -> float
val floor : float -> float
val ( ^ ) : string -> string -> string
val ( @ ) : 'a list -> 'a list -> 'a list
val int_of_char : char -> int
val char_of_int : int -> char
val ignore : 'a -> unit
val string_of_bool : bool -> string
val bool_of_string : string -> bool
val string_of_int : int -> string
val int_of_string : string -> int
val string_of_float : float -> string
val float_of_string : string -> float
val fst : 'a * 'b -> 'a
val snd : 'a * 'b -> 'b
val print_char : char -> unit
val print_string : string -> unit
val print_int : int -> unit
val print_endline : string -> unit
val print_newline : unit -> unit
val prerr_string : string -> unit
val prerr_endline : string -> unit
val ref : 'a -> 'a ref
val ( ! ) : 'a ref -> 'a
val ( := ) : 'a ref -> 'a -> unit
val incr : int ref -> unit
val decr : int ref -> unit
val exit : int -> 'a
val at_exit : (unit -> unit) -> unit

module List : sig
  val length : 'a list -> int
  val hd : 'a list -> 'a
  val tl : 'a list -> 'a list
  val nth : 'a list -> int -> 'a
  val rev : 'a list -> 'a list
  val append : 'a list -> 'a list -> 'a list
  val concat : 'a list list -> 'a list
  val flatten : 'a list list -> 'a list
  val iter : ('a -> unit) -> 'a list -> unit
  val iteri : (int -> 'a -> unit) -> 'a list -> unit
  val iter2 : ('a -> 'b -> unit) -> 'a list -> 'b list -> unit
  val map : ('a -> 'b) -> 'a list -> 'b list
  val mapi : (int -> 'a -> 'b) -> 'a list -> 'b list
  val map2 : ('a -> 'b -> 'c) -> 'a list -> 'b list -> 'c list
  val rev_map : ('a -> 'b) -> 'a list -> 'b list
  val fold_left : ('a -> 'b -> 'a) -> 'a -> 'b list -> 'a
  val fold_right : ('a -> 'b -> 'b) -> 'a list -> 'b -> 'b
  val for_all : ('a -> bool) -> 'a list -> bool
  val exists : ('a -> bool) -> 'a list -> bool
  val mem : 'a -> 'a list -> bool
  val find : ('a -> bool) -> 'a list -> 'a
  val filter : ('a -> bool) -> 'a list -> 'a list
  val partition : ('a -> bool) -> 'a list -> 'a list * 'a list
  val assoc : 'a -> ('a * 'b) list -> 'b
  val mem_assoc : 'a -> ('a * 'b) list -> bool
  val split : ('a * 'b) list -> 'a list * 'b list
  val combine : 'a list -> 'b list -> ('a * 'b) list
  val sort : ('a -> 'a -> int) -> 'a list -> 'a list
end

module String : sig
  val length : string -> int
  val get : string -> int -> char
  val make : int -> char -> string
  val sub : string -> int -> int -> string
  val concat : string -> string list -> string
  val trim : string -> string
  val escaped : string -> string
  val index : string -> char -> int
  val contains : string -> char -> bool
  val uppercase_ascii : string -> string
  val lowercase_ascii : string -> string
  val capitalize_ascii : string -> string
  val iter : (char -> unit) -> string -> unit
  val map : (char -> char) -> string -> string
  val compare : string -> string -> int
end

module Bytes : sig
  val length : bytes -> int
  val create : int -> bytes
  val make : int -> char -> bytes
  val get : bytes -> int -> char
  val set : bytes -> int -> char -> unit
  val of_string : string -> bytes
  val to_string : bytes -> string
  val sub : bytes -> int -> int -> bytes
end

module Char : sig
  val code : char -> int
  val chr : int -> char
  val escaped : char -> string
end

module Array : sig
  val length : 'a array -> int
  val get : 'a array -> int -> 'a
  val set : 'a array -> int -> 'a -> unit
  val make : int -> 'a -> 'a array
  val init : int -> (int -> 'a) -> 'a array
  val iter : ('a -> unit) -> 'a array -> unit
  val map : ('a -> 'b) -> 'a array -> 'b array
  val to_list : 'a array -> 'a list
  val of_list : 'a list -> 'a array
end

module Hashtbl : sig
  type ('a, 'b) t

  val create : ?random:bool -> int -> ('a, 'b) t
  val add : ('a, 'b) t -> 'a -> 'b -> unit
  val replace : ('a, 'b) t -> 'a -> 'b -> unit
  val find : ('a, 'b) t -> 'a -> 'b
  val mem : ('a, 'b) t -> 'a -> bool
  val remove : ('a, 'b) t -> 'a -> unit
  val length : ('a, 'b) t -> int
  val iter : ('a -> 'b -> unit) -> ('a, 'b) t -> unit
  val fold : ('a -> 'b -> 'c -> 'c) -> ('a, 'b) t -> 'c -> 'c
end

module Queue : sig
  type 'a t

  val create : unit -> 'a t
  val add : 'a -> 'a t -> unit
  val push : 'a -> 'a t -> unit
  val take : 'a t -> 'a
  val pop : 'a t -> 'a
  val is_empty : 'a t -> bool
  val iter : ('a -> unit) -> 'a t -> unit
end

module Buffer : sig
  type t

  val create : int -> t
  val contents : t -> string
  val add_string : t -> string -> unit
  val add_char : t -> char -> unit
  val length : t -> int
end

module Int32 : sig
  val add : int32 -> int32 -> int32
  val sub : int32 -> int32 -> int32
  val of_int : int -> int32
  val to_int : int32 -> int
  val to_string : int32 -> string
  val of_string : string -> int32
  val logand : int32 -> int32 -> int32
  val max_int : int32
end

module Int64 : sig
  val zero : int64
  val one : int64
  val add : int64 -> int64 -> int64
  val sub : int64 -> int64 -> int64
  val mul : int64 -> int64 -> int64
  val div : int64 -> int64 -> int64
  val rem : int64 -> int64 -> int64
  val succ : int64 -> int64
  val pred : int64 -> int64
  val of_int : int -> int64
  val to_int : int64 -> int
  val of_float : float -> int64
  val to_float : int64 -> float
  val of_int32 : int32 -> int64
  val to_int32 : int64 -> int32
  val of_string : string -> int64
  val to_string : int64 -> string
  val compare : int64 -> int64 -> int
end

module Printexc : sig
  val to_string : exn -> string
  val print_backtrace : out_channel -> unit
  val get_backtrace : unit -> string
end

module Random : sig
  val init : int -> unit
  val self_init : unit -> unit
  val bits : unit -> int
  val int : int -> int
  val int32 : int32 -> int32
  val float : float -> float
  val bool : unit -> bool
end

module Sys : sig
  val argv : string array
  val getenv : string -> string
  val file_exists : string -> bool
  val time : unit -> float
end
