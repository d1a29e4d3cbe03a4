(** Promises (lwt 2.7.0 to 5.6.1). *)

[@@@complete]

type +'a t

val return : 'a -> 'a t
val fail : exn -> 'a t
val fail_with : string -> 'a t
val fail_invalid_arg : string -> 'a t
val bind : 'a t -> ('a -> 'b t) -> 'b t
val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
val ( =<< ) : ('a -> 'b t) -> 'a t -> 'b t
val map : ('a -> 'b) -> 'a t -> 'b t
val ( >|= ) : 'a t -> ('a -> 'b) -> 'b t
val ( =|< ) : ('a -> 'b) -> 'a t -> 'b t
val return_unit : unit t
val return_none : 'a option t
val return_some : 'a -> 'a option t
val return_nil : 'a list t
val return_true : bool t
val return_false : bool t
val return_ok : 'a -> ('a, 'b) Result.result t
val return_error : 'e -> ('a, 'e) Result.result t

type 'a key

val new_key : unit -> 'a key
val get : 'a key -> 'a option
val with_value : 'a key -> 'a option -> (unit -> 'b) -> 'b
val catch : (unit -> 'a t) -> (exn -> 'a t) -> 'a t
val try_bind : (unit -> 'a t) -> ('a -> 'b t) -> (exn -> 'b t) -> 'b t
val finalize : (unit -> 'a t) -> (unit -> unit t) -> 'a t
val wrap : (unit -> 'a) -> 'a t
val wrap1 : ('a -> 'b) -> 'a -> 'b t
val wrap2 : ('a -> 'b -> 'c) -> 'a -> 'b -> 'c t
val wrap3 : ('a -> 'b -> 'c -> 'd) -> 'a -> 'b -> 'c -> 'd t
val wrap4 : ('a -> 'b -> 'c -> 'd -> 'e) -> 'a -> 'b -> 'c -> 'd -> 'e t
val wrap5 : ('a -> 'b -> 'c -> 'd -> 'e -> 'f) -> 'a -> 'b -> 'c -> 'd -> 'e -> 'f t
val wrap6 : ('a -> 'b -> 'c -> 'd -> 'e -> 'f -> 'g) -> 'a -> 'b -> 'c -> 'd -> 'e -> 'f -> 'g t
val wrap7 :
  ('a -> 'b -> 'c -> 'd -> 'e -> 'f -> 'g -> 'h) -> 'a -> 'b -> 'c -> 'd -> 'e -> 'f -> 'g -> 'h t
val choose : 'a t list -> 'a t
val nchoose : 'a t list -> 'a list t
val nchoose_split : 'a t list -> ('a list * 'a t list) t
val join : unit t list -> unit t
val ( <?> ) : 'a t -> 'a t -> 'a t
val ( <&> ) : unit t -> unit t -> unit t
val async : (unit -> 'a t) -> unit [@@until "3.6"]
val ignore_result : 'a t -> unit
val async_exception_hook : (exn -> unit) ref

type 'a u [@@until "3.6"]
type -'a u [@@since "3.7"]

val all : 'a t list -> 'a list t [@@since "3.7"]
val both : 'a t -> 'b t -> ('a * 'b) t [@@since "3.7"]
val async : (unit -> unit t) -> unit [@@since "3.7"]
val dont_wait : (unit -> unit t) -> (exn -> unit) -> unit [@@since "3.7"]

val wait : unit -> 'a t * 'a u
val wakeup : 'a u -> 'a -> unit
val wakeup_exn : 'a u -> exn -> unit
val wakeup_later : 'a u -> 'a -> unit
val wakeup_later_exn : 'a u -> exn -> unit
val waiter_of_wakener : 'a u -> 'a t

type 'a result = ('a, exn) Result.result

val make_value : 'a -> 'a result
val make_error : exn -> 'a result
val of_result : 'a result -> 'a t
val wakeup_result : 'a u -> 'a result -> unit
val wakeup_later_result : 'a u -> 'a result -> unit

type 'a state = Return of 'a | Fail of exn | Sleep

val state : 'a t -> 'a state
val is_sleeping : 'a t -> bool

exception Canceled

val task : unit -> 'a t * 'a u
val on_cancel : 'a t -> (unit -> unit) -> unit
val add_task_r : 'a u Lwt_sequence.t -> 'a t
val add_task_l : 'a u Lwt_sequence.t -> 'a t
val cancel : 'a t -> unit
val pick : 'a t list -> 'a t
val npick : 'a t list -> 'a list t
val protected : 'a t -> 'a t
val no_cancel : 'a t -> 'a t
val wrap_in_cancelable : 'a t -> 'a t [@@since "3.7"]
val pause : unit -> unit t
val wakeup_paused : unit -> unit
val paused_count : unit -> int
val register_pause_notifier : (int -> unit) -> unit
val on_success : 'a t -> ('a -> unit) -> unit
val on_failure : 'a t -> (exn -> unit) -> unit
val on_termination : 'a t -> (unit -> unit) -> unit
val on_any : 'a t -> ('a -> unit) -> (exn -> unit) -> unit

module Infix : sig
  val ( >>= ) : 'a t -> ('a -> 'b t) -> 'b t
  val ( =<< ) : ('a -> 'b t) -> 'a t -> 'b t
  val ( >|= ) : 'a t -> ('a -> 'b) -> 'b t
  val ( =|< ) : ('a -> 'b) -> 'a t -> 'b t

  module Let_syntax : sig
    val return : 'a -> 'a t
    val map : 'a t -> f:('a -> 'b) -> 'b t
    val bind : 'a t -> f:('a -> 'b t) -> 'b t
    val both : 'a t -> 'b t -> ('a * 'b) t

    module Open_on_rhs : sig end
  end
  [@@since "3.7"]

  val ( <?> ) : 'a t -> 'a t -> 'a t
  val ( <&> ) : unit t -> unit t -> unit t
end

module Let_syntax : sig
  module Let_syntax : sig
    val return : 'a -> 'a t
    val map : 'a t -> f:('a -> 'b) -> 'b t
    val bind : 'a t -> f:('a -> 'b t) -> 'b t
    val both : 'a t -> 'b t -> ('a * 'b) t

    module Open_on_rhs : sig end
  end
end
[@@since "3.7"]

module Syntax : sig
  val ( let* ) : 'a t -> ('a -> 'b t) -> 'b t
  val ( and* ) : 'a t -> 'b t -> ('a * 'b) t
  val ( let+ ) : 'a t -> ('a -> 'b) -> 'b t
  val ( and+ ) : 'a t -> 'b t -> ('a * 'b) t
end
[@@since "3.7"]

val abandon_paused : unit -> unit [@@since "3.7"]

val poll : 'a t -> 'a option
val apply : ('a -> 'b t) -> 'a -> 'b t
val backtrace_bind : (exn -> exn) -> 'a t -> ('a -> 'b t) -> 'b t
val backtrace_catch : (exn -> exn) -> (unit -> 'a t) -> (exn -> 'a t) -> 'a t
val backtrace_try_bind : (exn -> exn) -> (unit -> 'a t) -> ('a -> 'b t) -> (exn -> 'b t) -> 'b t
val backtrace_finalize : (exn -> exn) -> (unit -> 'a t) -> (unit -> unit t) -> 'a t
val abandon_wakeups : unit -> unit
val debug_state_is : 'a state -> 'a t -> bool t [@@since "3.7"]
