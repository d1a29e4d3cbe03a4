(** Large buffers (lwt 2.7.0). *)

[@@@complete]

type t = (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t

val create : int -> t
val length : t -> int
val get : t -> int -> char
val set : t -> int -> char -> unit
val unsafe_get : t -> int -> char
val unsafe_set : t -> int -> char -> unit
val of_bytes : bytes -> t
val of_string : string -> t
val to_bytes : t -> bytes
val to_string : t -> string
val blit : t -> int -> t -> int -> int -> unit
val blit_from_bytes : bytes -> int -> t -> int -> int -> unit
val blit_to_bytes : t -> int -> bytes -> int -> int -> unit
val unsafe_blit : t -> int -> t -> int -> int -> unit
val unsafe_blit_from_bytes : bytes -> int -> t -> int -> int -> unit
val unsafe_blit_to_bytes : t -> int -> bytes -> int -> int -> unit
val proxy : t -> int -> int -> t
val extract : t -> int -> int -> t
val copy : t -> t
val fill : t -> int -> int -> char -> unit
val unsafe_fill : t -> int -> int -> char -> unit
val read : Lwt_unix.file_descr -> t -> int -> int -> int Lwt.t
val write : Lwt_unix.file_descr -> t -> int -> int -> int Lwt.t
val recv : Lwt_unix.file_descr -> t -> int -> int -> Unix.msg_flag list -> int Lwt.t
val send : Lwt_unix.file_descr -> t -> int -> int -> Unix.msg_flag list -> int Lwt.t
val recvfrom :
  Lwt_unix.file_descr -> t -> int -> int -> Unix.msg_flag list -> (int * Unix.sockaddr) Lwt.t
val sendto :
  Lwt_unix.file_descr -> t -> int -> int -> Unix.msg_flag list -> Unix.sockaddr -> int Lwt.t

type io_vector = { iov_buffer : t; iov_offset : int; iov_length : int }

val io_vector : buffer:t -> offset:int -> length:int -> io_vector
val recv_msg :
  socket:Lwt_unix.file_descr -> io_vectors:io_vector list -> (int * Unix.file_descr list) Lwt.t
val send_msg :
  socket:Lwt_unix.file_descr -> io_vectors:io_vector list -> fds:Unix.file_descr list -> int Lwt.t
val map_file : fd:Unix.file_descr -> ?pos:int64 -> shared:bool -> ?size:int -> unit -> t
val mapped : t -> bool

type advice = MADV_NORMAL | MADV_RANDOM | MADV_SEQUENTIAL | MADV_WILLNEED | MADV_DONTNEED

val madvise : t -> int -> int -> advice -> unit
val page_size : int
val mincore : t -> int -> bool array -> unit
val wait_mincore : t -> int -> unit Lwt.t
val blit_from_string : string -> int -> t -> int -> int -> unit [@@since "3.6"]
val unsafe_blit_from_string : string -> int -> t -> int -> int -> unit [@@since "3.6"]
