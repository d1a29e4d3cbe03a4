(** Block devices (mirage-block-unix 2.4, mirage-block-xen 1.4). *)

include V1_LWT.BLOCK

val connect : ?buffered:bool -> ?sync:bool -> string -> [ `Ok of t | `Error of error ] Lwt.t
[@@port "connect-result"]
[@@port "block-sync"]

val resize : t -> int64 -> [ `Ok of unit | `Error of error ] Lwt.t [@@port "block-write"]
val flush : t -> [ `Ok of unit | `Error of error ] Lwt.t [@@port "block-write"]
val seek_unmapped : t -> int64 -> [ `Ok of int64 | `Error of error ] Lwt.t [@@port "block-read"]
val seek_mapped : t -> int64 -> [ `Ok of int64 | `Error of error ] Lwt.t [@@port "block-read"]
