(** Values that are shared (hashcons 1.0). *)

type +'a hash_consed = private { hkey : int; tag : int; node : 'a }
