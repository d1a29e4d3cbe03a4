(** Control messages of the host (tcpip 3.0.0). *)

[@@@since "3.0"]

[@@@until "3.7.0"]

[@@@complete]

type 'a io = 'a Lwt.t
type t

val disconnect : t -> unit io

type ipaddr = Ipaddr.V4.t
type buffer = Cstruct.t
type error

val pp_error : error Fmt.t
val input : t -> src:ipaddr -> dst:ipaddr -> buffer -> unit io
val write : t -> dst:ipaddr -> buffer -> (unit, error) result io
val connect : unit -> t io
val listen : t -> ipaddr -> (buffer -> unit io) -> unit io
