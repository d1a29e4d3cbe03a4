(** Archives as key-value stores (tar-format 0.7.0). *)

[@@@since "3.0"]

module Make_KV_RO (BLOCK : Mirage_block_lwt.S) : sig
  type error = private [> `Unknown_key of string ]

  val pp_error : error Fmt.t

  type 'a io = 'a Lwt.t
  type t

  val disconnect : t -> unit io

  type page_aligned_buffer = Cstruct.t

  val read : t -> string -> int64 -> int64 -> (page_aligned_buffer list, error) result io
  val mem : t -> string -> (bool, error) result io
  val size : t -> string -> (int64, error) result io
  val connect : BLOCK.t -> t Lwt.t
end
[@@until "3.4"]

module Make_KV_RO (BLOCK : Mirage_block.S) : sig
  type nonrec error = private [> Mirage_kv.error ]

  val pp_error : error Fmt.t

  type t

  val disconnect : t -> unit Lwt.t

  type key = Mirage_kv.Key.t

  val exists : t -> key -> ([ `Dictionary | `Value ] option, error) result Lwt.t
  val get : t -> key -> (string, error) result Lwt.t
  val get_partial : t -> key -> offset:Optint.Int63.t -> length:int -> (string, error) result Lwt.t
  val list : t -> key -> ((key * [ `Dictionary | `Value ]) list, error) result Lwt.t
  val last_modified : t -> key -> (Ptime.t, error) result Lwt.t
  val digest : t -> key -> (string, error) result Lwt.t
  val size : t -> key -> (Optint.Int63.t, error) result Lwt.t
  val connect : BLOCK.t -> t Lwt.t
end
[@@since "4.3.4"]

module Make_KV_RW
    (CLOCK : Mirage_clock.PCLOCK [@until "4.8"])
    (BLOCK : Mirage_block.S)
    : sig
  type nonrec error = private [> Mirage_kv.error ]

  val pp_error : error Fmt.t

  type t

  val disconnect : t -> unit Lwt.t

  type key = Mirage_kv.Key.t

  val exists : t -> key -> ([ `Dictionary | `Value ] option, error) result Lwt.t
  val get : t -> key -> (string, error) result Lwt.t
  val get_partial : t -> key -> offset:Optint.Int63.t -> length:int -> (string, error) result Lwt.t
  val list : t -> key -> ((key * [ `Dictionary | `Value ]) list, error) result Lwt.t
  val last_modified : t -> key -> (Ptime.t, error) result Lwt.t
  val digest : t -> key -> (string, error) result Lwt.t
  val size : t -> key -> (Optint.Int63.t, error) result Lwt.t

  type nonrec write_error = private [> Mirage_kv.write_error ]

  val pp_write_error : write_error Fmt.t

  val allocate :
    t -> key -> ?last_modified:Ptime.t -> Optint.Int63.t -> (unit, write_error) result Lwt.t

  val set : t -> key -> string -> (unit, write_error) result Lwt.t
  val set_partial : t -> key -> offset:Optint.Int63.t -> string -> (unit, write_error) result Lwt.t
  val remove : t -> key -> (unit, write_error) result Lwt.t
  val rename : t -> source:key -> dest:key -> (unit, write_error) result Lwt.t
  val connect : BLOCK.t -> t Lwt.t
  val free : t -> int64
end
[@@port "functor-parameters"]
[@@since "4.3.4"]
