(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/ephemeron.mli). *)

module type S = sig
  type key
  type 'a t

  val create : int -> 'a t
  val clear : 'a t -> unit
  val reset : 'a t -> unit
  val copy : 'a t -> 'a t
  val add : 'a t -> key -> 'a -> unit
  val remove : 'a t -> key -> unit
  val find : 'a t -> key -> 'a
  val find_opt : 'a t -> key -> 'a option
  val find_all : 'a t -> key -> 'a list
  val replace : 'a t -> key -> 'a -> unit
  val mem : 'a t -> key -> bool
  val length : 'a t -> int
  val stats : 'a t -> Hashtbl.statistics
  val clean : 'a t -> unit
  val stats_alive : 'a t -> Hashtbl.statistics
  val iter : (key -> 'a -> unit) -> 'a t -> unit [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
  val filter_map_inplace : (key -> 'a -> 'a option) -> 'a t -> unit [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
  val fold : (key -> 'a -> 'b -> 'b) -> 'a t -> 'b -> 'b [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
  val to_seq : 'a t -> (key * 'a) Seq.t [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
  val to_seq_keys : 'a t -> key Seq.t [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
  val to_seq_values : 'a t -> 'a Seq.t [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
end

module type SeededS = sig
  type key
  type 'a t

  val create : ?random:bool -> int -> 'a t
  val clear : 'a t -> unit
  val reset : 'a t -> unit
  val copy : 'a t -> 'a t
  val add : 'a t -> key -> 'a -> unit
  val remove : 'a t -> key -> unit
  val find : 'a t -> key -> 'a
  val find_opt : 'a t -> key -> 'a option
  val find_all : 'a t -> key -> 'a list
  val replace : 'a t -> key -> 'a -> unit
  val mem : 'a t -> key -> bool
  val length : 'a t -> int
  val stats : 'a t -> Hashtbl.statistics
  val clean : 'a t -> unit
  val stats_alive : 'a t -> Hashtbl.statistics
  val iter : (key -> 'a -> unit) -> 'a t -> unit [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
  val filter_map_inplace : (key -> 'a -> 'a option) -> 'a t -> unit [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
  val fold : (key -> 'a -> 'b -> 'b) -> 'a t -> 'b -> 'b [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
  val to_seq : 'a t -> (key * 'a) Seq.t [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
  val to_seq_keys : 'a t -> key Seq.t [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
  val to_seq_values : 'a t -> 'a Seq.t [@@port "stdlib-ephemeron-walk"] [@@until "4.14"]
end

module K1 : sig
  type ('k, 'd) t

  val create : unit -> ('k, 'd) t [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_key : ('k, 'd) t -> 'k option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_key_copy : ('k, 'd) t -> 'k option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val set_key : ('k, 'd) t -> 'k -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val unset_key : ('k, 'd) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val check_key : ('k, 'd) t -> bool [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val blit_key : ('k, _) t -> ('k, _) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_data : ('k, 'd) t -> 'd option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_data_copy : ('k, 'd) t -> 'd option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val set_data : ('k, 'd) t -> 'd -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val unset_data : ('k, 'd) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val check_data : ('k, 'd) t -> bool [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val blit_data : (_, 'd) t -> (_, 'd) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]

  module Make (H : Hashtbl.HashedType) : S with type key = H.t
  module MakeSeeded (H : Hashtbl.SeededHashedType) : SeededS with type key = H.t
end

module K2 : sig
  type ('k1, 'k2, 'd) t

  val create : unit -> ('k1, 'k2, 'd) t [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_key1 : ('k1, 'k2, 'd) t -> 'k1 option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_key1_copy : ('k1, 'k2, 'd) t -> 'k1 option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val set_key1 : ('k1, 'k2, 'd) t -> 'k1 -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val unset_key1 : ('k1, 'k2, 'd) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val check_key1 : ('k1, 'k2, 'd) t -> bool [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_key2 : ('k1, 'k2, 'd) t -> 'k2 option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_key2_copy : ('k1, 'k2, 'd) t -> 'k2 option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val set_key2 : ('k1, 'k2, 'd) t -> 'k2 -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val unset_key2 : ('k1, 'k2, 'd) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val check_key2 : ('k1, 'k2, 'd) t -> bool [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val blit_key1 : ('k1, _, _) t -> ('k1, _, _) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val blit_key2 : (_, 'k2, _) t -> (_, 'k2, _) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val blit_key12 : ('k1, 'k2, _) t -> ('k1, 'k2, _) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_data : ('k1, 'k2, 'd) t -> 'd option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_data_copy : ('k1, 'k2, 'd) t -> 'd option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val set_data : ('k1, 'k2, 'd) t -> 'd -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val unset_data : ('k1, 'k2, 'd) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val check_data : ('k1, 'k2, 'd) t -> bool [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val blit_data : ('k1, 'k2, 'd) t -> ('k1, 'k2, 'd) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]

  module Make (H1 : Hashtbl.HashedType) (H2 : Hashtbl.HashedType) : S with type key = H1.t * H2.t

  module MakeSeeded (H1 : Hashtbl.SeededHashedType) (H2 : Hashtbl.SeededHashedType) : SeededS
    with type key = H1.t * H2.t
end

module Kn : sig
  type ('k, 'd) t

  val create : int -> ('k, 'd) t [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_key : ('k, 'd) t -> int -> 'k option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_key_copy : ('k, 'd) t -> int -> 'k option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val set_key : ('k, 'd) t -> int -> 'k -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val unset_key : ('k, 'd) t -> int -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val check_key : ('k, 'd) t -> int -> bool [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val blit_key : ('k, _) t -> int -> ('k, _) t -> int -> int -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_data : ('k, 'd) t -> 'd option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val get_data_copy : ('k, 'd) t -> 'd option [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val set_data : ('k, 'd) t -> 'd -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val unset_data : ('k, 'd) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val check_data : ('k, 'd) t -> bool [@@port "stdlib-ephemeron"] [@@until "4.14"]
  val blit_data : ('k, 'd) t -> ('k, 'd) t -> unit [@@port "stdlib-ephemeron"] [@@until "4.14"]

  module Make (H : Hashtbl.HashedType) : S with type key = H.t array
  module MakeSeeded (H : Hashtbl.SeededHashedType) : SeededS with type key = H.t array
end

module GenHashTable : sig
  type equal = ETrue | EFalse | EDead

  module MakeSeeded
      (H : sig
      type t
      type 'a container

      val hash : int -> t -> int
      val equal : 'a container -> t -> equal
      val create : t -> 'a -> 'a container
      val get_key : 'a container -> t option
      val get_data : 'a container -> 'a option
      val set_key_data : 'a container -> t -> 'a -> unit
      val check_key : 'a container -> bool
    end) : SeededS with type key = H.t
end
[@@port "stdlib-ephemeron"]
[@@until "4.14"]
