(** Flows of bytes, with Lwt (mirage-flow 1.2.0 to 1.6.0). *)

[@@@since "3.0"]

[@@@until "3.10.6"]

[@@@complete]

module type S = sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type error

  val pp_error : error Fmt.t

  type write_error = private [> Mirage_flow.write_error ]

  val pp_write_error : write_error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type flow

  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io [@@port "flow-close"]
end
[@@until "3.7.0"]

module type S = Mirage_flow.S [@@port "module-type-name"] [@@since "3.7.1"]

module type ABSTRACT = sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type error

  val pp_error : error Fmt.t

  type write_error

  val pp_write_error : write_error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type flow

  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
end
[@@until "3.7.0"]

module type CONCRETE = sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type error = [ `Msg of string ]

  val pp_error : error Fmt.t

  type write_error = [ `Closed | `Msg of string ]

  val pp_write_error : write_error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type flow

  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
end
[@@until "3.7.0"]

module Concrete (S : S) : sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type error = [ `Msg of string ]

  val pp_error : error Fmt.t

  type write_error = [ `Closed | `Msg of string ]

  val pp_write_error : write_error Fmt.t

  type buffer = S.buffer
  type flow = S.flow

  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
end
[@@until "3.7.0"]

module type SHUTDOWNABLE = sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type error

  val pp_error : error Fmt.t

  type write_error = private [> Mirage_flow.write_error ]

  val pp_write_error : write_error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type flow

  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io
  val shutdown_write : flow -> unit io [@@port "flow-shutdown-write"]
  val shutdown_read : flow -> unit io [@@port "flow-shutdown-read"]
end
[@@port "flow-shutdownable"]
[@@port.to Mirage_flow.S]
[@@until "3.7.0"]

module Copy (Clock : Mirage_clock.MCLOCK) (A : S) (B : S) : sig
  type error = [ `A of A.error | `B of B.write_error ]

  val pp_error : error Fmt.t
  val copy : Clock.t -> src:A.flow -> dst:B.flow -> (Mirage_flow.stats, error) result Lwt.t
end
[@@port "flow-combinators"] [@@port.to Mirage_flow_combinators.Copy]
[@@until "3.7.0"]

module Proxy (Clock : Mirage_clock.MCLOCK) (A : SHUTDOWNABLE) (B : SHUTDOWNABLE) : sig
  type error

  val pp_error : error Fmt.t
  val proxy :
    Clock.t -> A.flow -> B.flow -> (Mirage_flow.stats * Mirage_flow.stats, error) result Lwt.t
end
[@@port "flow-combinators"] [@@port.to Mirage_flow_combinators.Proxy]
[@@until "3.7.0"]

module F : sig
  type 'a io = 'a Lwt.t [@@port "io-type"]
  type error

  val pp_error : error Fmt.t

  type write_error = private [> Mirage_flow.write_error ]

  val pp_write_error : write_error Fmt.t

  type buffer = Cstruct.t [@@port "buffer-type"]
  type flow

  val read : flow -> (buffer Mirage_flow.or_eof, error) result io
  val write : flow -> buffer -> (unit, write_error) result io
  val writev : flow -> buffer list -> (unit, write_error) result io
  val close : flow -> unit io

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
[@@port "flow-combinators"] [@@port.to Mirage_flow_combinators.F]
[@@until "3.7.0"]

type t [@@since "3.5"] [@@until "3.7.0"]
type 'a io = 'a Lwt.t [@@since "3.5"] [@@until "3.7.0"]
type error [@@since "3.5"] [@@until "3.7.0"]

val pp_error : error Fmt.t [@@since "3.5"] [@@until "3.7.0"]

type write_error = private [> Mirage_flow.write_error ] [@@since "3.5"] [@@until "3.7.0"]

val pp_write_error : write_error Fmt.t [@@since "3.5"] [@@until "3.7.0"]

type buffer = Cstruct.t [@@since "3.5"] [@@until "3.7.0"]
type flow = t [@@since "3.5"] [@@until "3.7.0"]

val read : flow -> (buffer Mirage_flow.or_eof, error) result io [@@since "3.5"] [@@until "3.7.0"]
val write : flow -> buffer -> (unit, write_error) result io [@@since "3.5"] [@@until "3.7.0"]
val writev : flow -> buffer list -> (unit, write_error) result io [@@since "3.5"] [@@until "3.7.0"]
val close : flow -> unit io [@@since "3.5"] [@@until "3.7.0"]
val create : (module S with type flow = 'a) -> 'a -> string -> t [@@since "3.5"] [@@until "3.7.0"]
val pp : t Fmt.t [@@since "3.5"] [@@until "3.7.0"]
val forward : ?verbose:bool -> src:t -> dst:t -> unit Lwt.t [@@since "3.5"] [@@until "3.7.0"]
val proxy : ?verbose:bool -> t -> t -> unit Lwt.t [@@since "3.5"] [@@until "3.7.0"]
