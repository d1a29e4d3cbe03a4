(** Flows by protocols that are registered (mimic 0.0.9). *)

[@@@since "4.3"]

module Mirage_protocol : sig
  module type S = sig
    include Mirage_flow.S

    type endpoint

    val connect : endpoint -> (flow, write_error) result Lwt.t
  end
end

type flow = private ..
type error = [ `Cycle | `Msg of string | `Not_found ]

val pp_error : error Fmt.t

type nonrec write_error = private [> Mirage_flow.write_error ]

val pp_write_error : write_error Fmt.t
val read : flow -> (Cstruct.t Mirage_flow.or_eof, error) result Lwt.t
val write : flow -> Cstruct.t -> (unit, write_error) result Lwt.t
val writev : flow -> Cstruct.t list -> (unit, write_error) result Lwt.t
val shutdown : flow -> [ `read | `read_write | `write ] -> unit Lwt.t
val close : flow -> unit Lwt.t

type ctx
type 'edn value

module Fun : sig
  type ('k, 'res) args =
    | [] : ('res, 'res) args
    | (::) : 'a arg * ('k, 'res) args -> ('a -> 'k, 'res) args
  and 'v arg

  val req : 'a value -> 'a arg
  val opt : 'a value -> 'a option arg
  val dft : 'a value -> 'a -> 'a arg
  val map : ('k, 'a) args -> 'k -> 'a arg
end

val make : name:string -> 'edn value
val add : 'edn value -> 'edn -> ctx -> ctx
val get : 'edn value -> ctx -> 'edn option
val replace : 'edn value -> 'edn -> ctx -> ctx
val fold : 'edn value -> ('k, 'edn option Lwt.t) Fun.args -> k:'k -> ctx -> ctx
val merge : ctx -> ctx -> ctx
val empty : ctx

type ('edn, 'flow) protocol

val register :
  ?priority:int ->
  name:string ->
  (module Mirage_protocol.S with type endpoint = 'edn and type flow = 'flow) ->
  'edn value * ('edn, 'flow) protocol

module type REPR = sig
  type t
  type flow += T of t
end

val repr : ('edn, 'flow) protocol -> (module REPR with type t = 'flow)
val resolve : ctx -> (flow, [> error ]) result Lwt.t

type edn = Edn : 'edn value * 'edn -> edn
type (_, _) refl = Refl : ('a, 'a) refl

val equal : 'a value -> 'b value -> ('a, 'b) refl option
val unfold : ctx -> (edn list, [> `Cycle ]) result Lwt.t
val connect : edn list -> (flow, [> error ]) result Lwt.t

module Merge (A : sig val ctx : ctx end) (B : sig val ctx : ctx end) : sig
  val ctx : ctx
end
