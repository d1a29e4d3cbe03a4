(** A key-value store that is a branch of a git repository (git-kv 0.2.0). *)

[@@@since "4.3"]

type nonrec error =
  [ `Dictionary_expected of Mirage_kv.key
  | `Msg of string
  | `Not_found of Mirage_kv.key
  | `Value_expected of Mirage_kv.key ]
[@@since "4.9"]

val pp_error : error Fmt.t [@@since "4.9"]

type t

val disconnect : t -> unit Lwt.t [@@since "4.9"]

type key = Mirage_kv.Key.t [@@since "4.9"]

val exists : t -> key -> ([ `Dictionary | `Value ] option, error) result Lwt.t [@@since "4.9"]
val get : t -> key -> (string, error) result Lwt.t [@@since "4.9"]

val get_partial : t -> key -> offset:Optint.Int63.t -> length:int -> (string, error) result Lwt.t
[@@since "4.9"]

val list : t -> key -> ((key * [ `Dictionary | `Value ]) list, error) result Lwt.t [@@since "4.9"]
val last_modified : t -> key -> (Ptime.t, error) result Lwt.t [@@since "4.9"]
val digest : t -> key -> (string, error) result Lwt.t [@@since "4.9"]
val size : t -> key -> (Optint.Int63.t, error) result Lwt.t [@@since "4.9"]

type nonrec write_error =
  [ `Already_present of Mirage_kv.key
  | `Dictionary_expected of Mirage_kv.key
  | `Hash_not_found of Digestif.SHA1.t
  | `Msg of string
  | `No_space
  | `Not_found of Mirage_kv.key
  | `Reference_not_found of Git_store.Reference.t
  | `Rename_source_prefix of Mirage_kv.key * Mirage_kv.key
  | `Value_expected of Mirage_kv.key ]
[@@since "4.9"]

val pp_write_error : write_error Fmt.t [@@since "4.9"]

val allocate :
  t -> key -> ?last_modified:Ptime.t -> Optint.Int63.t -> (unit, write_error) result Lwt.t
[@@since "4.9"]

val set : t -> key -> string -> (unit, write_error) result Lwt.t [@@since "4.9"]

val set_partial : t -> key -> offset:Optint.Int63.t -> string -> (unit, write_error) result Lwt.t
[@@since "4.9"]

val remove : t -> key -> (unit, write_error) result Lwt.t [@@since "4.9"]
val rename : t -> source:key -> dest:key -> (unit, write_error) result Lwt.t [@@since "4.9"]
val connect : Mimic.ctx -> string -> t Lwt.t
val branch : t -> Git_store.Reference.t
val commit : t -> [ `Clean of Digestif.SHA1.t | `Dirty of Digestif.SHA1.t ] option
val to_octets : ?level:int -> t -> string Lwt_stream.t

val of_octets :
  Mimic.ctx -> remote:string -> string Lwt_stream.t -> (t, [> `Msg of string ]) result Lwt.t

type change = [ `Add of Mirage_kv.Key.t | `Change of Mirage_kv.Key.t | `Remove of Mirage_kv.Key.t ]

val pull : t -> (change list, [> `Msg of string ]) result Lwt.t

val change_and_push :
  t ->
  ?author:string ->
  ?author_email:string ->
  ?message:string ->
  (t -> 'a Lwt.t) ->
  ('a, [> `Msg of string ]) result Lwt.t
[@@since "4.9"]

val get_with_permissions :
  t -> Mirage_kv.Key.t -> ([ `Everybody | `Exec | `Link | `Normal ] * string, error) result Lwt.t
[@@since "4.9"]

val set_with_permissions :
  t ->
  Mirage_kv.Key.t ->
  [ `Everybody | `Exec | `Link | `Normal ] * string ->
  (unit, write_error) result Lwt.t
[@@since "4.9"]

module Make (Pclock : Mirage_clock.PCLOCK) : sig
  include Mirage_kv.RW with type t = t

  val change_and_push :
    t ->
    ?author:string ->
    ?author_email:string ->
    ?message:string ->
    (t -> 'a Lwt.t) ->
    ('a, [> `Msg of string ]) result Lwt.t

  [@@@open_ended]
end
[@@port "functor-removed"]
[@@until "4.8"]
