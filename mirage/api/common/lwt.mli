(** Promises. The part of lwt 2.5 that unikernels call; unchanged between Mirage 2 and 3. *)

type +'a t
type 'a u

val return : 'a -> 'a t
val return_unit : unit t
val return_none : 'a option t
val return_nil : 'a list t
val return_true : bool t
val return_false : bool t
val fail : exn -> 'a t
val fail_with : string -> 'a t
val fail_invalid_arg : string -> 'a t
val bind : 'a t -> ('a -> 'b t) -> 'b t
val map : ('a -> 'b) -> 'a t -> 'b t
val catch : (unit -> 'a t) -> (exn -> 'a t) -> 'a t
val try_bind : (unit -> 'a t) -> ('a -> 'b t) -> (exn -> 'b t) -> 'b t
val finalize : (unit -> 'a t) -> (unit -> unit t) -> 'a t
val join : unit t list -> unit t
val choose : 'a t list -> 'a t
val nchoose : 'a t list -> 'a list t
val pick : 'a t list -> 'a t
val npick : 'a t list -> 'a list t
val protected : 'a t -> 'a t
val async : (unit -> 'a t) -> unit
val ignore_result : 'a t -> unit
val wait : unit -> 'a t * 'a u
val task : unit -> 'a t * 'a u
val wakeup : 'a u -> 'a -> unit
val wakeup_later : 'a u -> 'a -> unit
val wakeup_exn : 'a u -> exn -> unit
val wakeup_later_exn : 'a u -> exn -> unit
val cancel : 'a t -> unit
val on_success : 'a t -> ('a -> unit) -> unit
val on_failure : 'a t -> (exn -> unit) -> unit
val on_cancel : 'a t -> (unit -> unit) -> unit
val on_termination : 'a t -> (unit -> unit) -> unit
val on_any : 'a t -> ('a -> unit) -> (exn -> unit) -> unit
val wrap : (unit -> 'a) -> 'a t
val wrap1 : ('a -> 'b) -> 'a -> 'b t
val wrap2 : ('a -> 'b -> 'c) -> 'a -> 'b -> 'c t
val wrap3 : ('a -> 'b -> 'c -> 'd) -> 'a -> 'b -> 'c -> 'd t
val pause : unit -> unit t
val async_exception_hook : (exn -> unit) ref

exception Canceled

type 'a state = Return of 'a | Fail of exn | Sleep

val state : 'a t -> 'a state
val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
val ( =<< ) : ('a -> 'b t) -> 'a t -> 'b t
val ( >|= ) : 'a t -> ('a -> 'b) -> 'b t
val ( =|< ) : ('a -> 'b) -> 'a t -> 'b t
val ( <?> ) : 'a t -> 'a t -> 'a t
val ( <&> ) : unit t -> unit t -> unit t

module Infix : sig
  val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
  val ( =<< ) : ('a -> 'b t) -> 'a t -> 'b t
  val ( >|= ) : 'a t -> ('a -> 'b) -> 'b t
  val ( =|< ) : ('a -> 'b) -> 'a t -> 'b t
  val ( <?> ) : 'a t -> 'a t -> 'a t
  val ( <&> ) : unit t -> unit t -> unit t
end
