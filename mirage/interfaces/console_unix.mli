(** The console of a Unix process (mirage-console 2.2.0). *)

(** Until 2.9.1: The console of a Unix process (mirage-console). *)

[@@@until "3.7.0"]

include V1_LWT.CONSOLE [@@until "2.9.1"]

[@@@complete "3.0"]

type 'a io = 'a Lwt.t [@@since "3.0"]
type t [@@since "3.0"]

val disconnect : t -> unit io [@@since "3.0"]

type error [@@since "3.0"]

val pp_error : error Fmt.t [@@since "3.0"]

type write_error = private [> Mirage_flow.write_error ] [@@since "3.0"]

val pp_write_error : write_error Fmt.t [@@since "3.0"]

type buffer = Cstruct.t [@@since "3.0"]

val read : t -> (buffer Mirage_flow.or_eof, error) result io [@@since "3.0"]
val write : t -> buffer -> (unit, write_error) result io [@@since "3.0"]
val writev : t -> buffer list -> (unit, write_error) result io [@@since "3.0"]
val close : t -> unit io [@@since "3.0"]
val log : t -> string -> unit io [@@since "3.0"]

val connect : string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
[@@until "2.9.1"]
val connect : string -> t Lwt.t [@@since "3.0"]
