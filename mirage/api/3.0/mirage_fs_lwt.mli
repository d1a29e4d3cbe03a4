(** Mirage 3's signatures of FS. *)

module type S = sig
  type error = private [> `Is_a_directory | `No_directory_entry | `Not_a_directory ]
  type 'a io = 'a Lwt.t
  type t
  type page_aligned_buffer = Cstruct.t
  type write_error = private [> `File_already_exists | `Is_a_directory | `No_directory_entry | `No_space | `Not_a_directory ]
  val disconnect : t -> unit io
  val read : t -> string -> int -> int -> (page_aligned_buffer list, error) result io
  val size : t -> string -> (int64, error) result io
  val create : t -> string -> (unit, write_error) result io
  val mkdir : t -> string -> (unit, write_error) result io
  val destroy : t -> string -> (unit, write_error) result io
  val stat : t -> string -> (Mirage_fs.stat, error) result io
  val listdir : t -> string -> (string list, error) result io
  val write : t -> string -> int -> page_aligned_buffer -> (unit, write_error) result io
  val pp_error : error Fmt.t
  val pp_write_error : write_error Fmt.t
end

module To_KV_RO (F : S) : sig
  include Mirage_kv_lwt.RO with type t = F.t

  val connect : F.t -> t Lwt.t
end
