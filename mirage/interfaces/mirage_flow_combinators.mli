(** Flows joined to each other (mirage-flow-combinators 2.0.1 to 5.0.0). *)

[@@@since "3.7.1"]

[@@@complete]

type stats = {
  read_bytes : int64;
  read_ops : int64;
  write_bytes : int64;
  write_ops : int64;
  duration : int64;
}
[@@since "4.4"]

val pp_stats : stats Fmt.t [@@since "4.4"]

module type CONCRETE =
  Mirage_flow.S
    with type error = [ `Msg of string ]
     and type write_error = [ Mirage_flow.write_error | `Msg of string ]

module Concrete (S : Mirage_flow.S) : CONCRETE with type flow = S.flow

module Copy
    (Clock : Mirage_clock.MCLOCK [@until "4.8"])
    (A : Mirage_flow.S)
    (B : Mirage_flow.S)
    : sig
  type error = [ `A of A.error | `B of B.write_error ]

  val pp_error : error Fmt.t
  val copy : src:A.flow -> dst:B.flow -> (Mirage_flow.stats, error) result Lwt.t [@@until "4.3"]
  val copy : src:A.flow -> dst:B.flow -> (stats, error) result Lwt.t [@@since "4.4"]
end
[@@port "functor-parameters"]

module Proxy
    (Clock : Mirage_clock.MCLOCK [@until "4.8"])
    (A : Mirage_flow.S)
    (B : Mirage_flow.S)
    : sig
  type error

  val pp_error : error Fmt.t

  val proxy : A.flow -> B.flow -> (Mirage_flow.stats * Mirage_flow.stats, error) result Lwt.t
  [@@until "4.3"]

  val proxy : A.flow -> B.flow -> (stats * stats, error) result Lwt.t [@@since "4.4"]
end
[@@port "functor-parameters"]

module F : sig
  include Mirage_flow.S

  type refill = Cstruct.t -> int -> int -> int Lwt.t

  val make : ?close:(unit -> unit Lwt.t) -> ?input:refill -> ?output:refill -> unit -> flow
  val input_string : string -> refill
  val output_bytes : bytes -> refill
  val string : ?input:string -> ?output:bytes -> unit -> flow
  val input_strings : string list -> refill
  val output_bytess : bytes list -> refill
  val strings : ?input:string list -> ?output:bytes list -> unit -> flow
  val input_cstruct : Cstruct.t -> refill
  val output_cstruct : Cstruct.t -> refill
  val cstruct : ?input:Cstruct.t -> ?output:Cstruct.t -> unit -> flow
  val input_cstructs : Cstruct.t list -> refill
  val output_cstructs : Cstruct.t list -> refill
  val cstructs : ?input:Cstruct.t list -> ?output:Cstruct.t list -> unit -> flow
end

type t

include Mirage_flow.S with type flow = t

val create : (module Mirage_flow.S with type flow = 'a) -> 'a -> string -> t
val pp : t Fmt.t
val forward : ?verbose:bool -> src:t -> dst:t -> unit -> unit Lwt.t
val proxy : ?verbose:bool -> t -> t -> unit Lwt.t
