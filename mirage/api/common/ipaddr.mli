(** Addresses. The part of ipaddr 2.7 that unikernels call. *)

exception Parse_error of string * string

type ('v4, 'v6) v4v6 = V4 of 'v4 | V6 of 'v6

module V4 : sig
  type t

  val compare : t -> t -> int
  val make : int -> int -> int -> int -> t
  val of_string_exn : string -> t
  val of_string : string -> t option
  val to_string : t -> string
  val pp_hum : Format.formatter -> t -> unit
  val of_int32 : int32 -> t
  val to_int32 : t -> int32
  val any : t
  val unspecified : t
  val broadcast : t
  val localhost : t

  module Prefix : sig
    type addr = t
    type t

    val compare : t -> t -> int
    val mem : addr -> t -> bool
    val of_string_exn : string -> t
    val of_string : string -> t option
    val to_string : t -> string
    val of_address_string_exn : string -> t * addr
    val of_address_string : string -> (t * addr) option
    val to_address_string : t -> addr -> string
    val of_netmask : addr -> addr -> t
    val make : int -> addr -> t
    val mask : int -> addr
    val netmask : t -> addr
    val network : t -> addr
    val broadcast : t -> addr
    val bits : t -> int
    val global : t
  end
end

module V6 : sig
  type t

  val compare : t -> t -> int
  val of_string_exn : string -> t
  val of_string : string -> t option
  val to_string : t -> string
  val pp_hum : Format.formatter -> t -> unit
  val unspecified : t
  val localhost : t

  module Prefix : sig
    type addr = t
    type t

    val of_string_exn : string -> t
    val of_string : string -> t option
    val to_string : t -> string
    val of_address_string_exn : string -> t * addr
  end
end

type t = (V4.t, V6.t) v4v6

val of_string_exn : string -> t
val of_string : string -> t option
val to_string : t -> string
val pp_hum : Format.formatter -> t -> unit
val to_v4 : t -> V4.t option
