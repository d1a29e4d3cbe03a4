(** Bytes to be written (faraday 0.8). *)

[@@@since "4.0"]

type 'a iovec = { buffer : 'a; off : int; len : int }
