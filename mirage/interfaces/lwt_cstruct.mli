(** Buffers over sockets (cstruct 2.3.1). *)

[@@@complete]

val read : Lwt_unix.file_descr -> Cstruct.t -> int Lwt.t
val write : Lwt_unix.file_descr -> Cstruct.t -> int Lwt.t
val complete : (Cstruct.t -> int Lwt.t) -> Cstruct.t -> unit Lwt.t
val sendto : Lwt_unix.file_descr -> Cstruct.t -> Unix.msg_flag list -> Unix.sockaddr -> int Lwt.t
val recvfrom : Lwt_unix.file_descr -> Cstruct.t -> Unix.msg_flag list -> (int * Unix.sockaddr) Lwt.t
