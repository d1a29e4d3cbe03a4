(** A key-value store on a block device (chamelon) (chamelon 0.2.1). *)

[@@@since "4.1"]

module Make
    (Sectors : Mirage_block.S)
    (Clock : Mirage_clock.PCLOCK [@until "4.8"])
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

  type nonrec write_error = private [> Mirage_kv.write_error ]

  val pp_write_error : write_error Fmt.t

  val allocate :
    t -> key -> ?last_modified:Ptime.t -> Optint.Int63.t -> (unit, write_error) result Lwt.t

  val set : t -> key -> string -> (unit, write_error) result Lwt.t
  val set_partial : t -> key -> offset:Optint.Int63.t -> string -> (unit, write_error) result Lwt.t
  val remove : t -> key -> (unit, write_error) result Lwt.t
  val rename : t -> source:key -> dest:key -> (unit, write_error) result Lwt.t
  val dump : Format.formatter -> t -> unit Lwt.t
  val format : program_block_size:int -> Sectors.t -> (unit, write_error) result Lwt.t
  val connect : program_block_size:int -> Sectors.t -> (t, error) result Lwt.t
  val size : t -> key -> (Optint.Int63.t, error) result Lwt.t
end
[@@port "functor-parameters"]
