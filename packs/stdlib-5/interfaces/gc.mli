(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/gc.mli). *)

val get_credit : unit -> int [@@port "stdlib-gc"] [@@until "4.14"]
val get_bucket : int -> int [@@port "stdlib-gc"] [@@until "4.14"]
val huge_fallback_count : unit -> int [@@port "stdlib-gc"] [@@until "4.14"]

type control = {
  mutable minor_heap_size : int; [@until "4.14"]
  minor_heap_size : int; [@since "5.0"]
  mutable major_heap_increment : int; [@until "4.14"]
  major_heap_increment : int; [@since "5.0"]
  mutable space_overhead : int; [@until "4.14"]
  space_overhead : int; [@since "5.0"]
  mutable verbose : int; [@until "4.14"]
  verbose : int; [@since "5.0"]
  mutable max_overhead : int; [@until "4.14"]
  max_overhead : int; [@since "5.0"]
  mutable stack_limit : int; [@until "4.14"]
  stack_limit : int; [@since "5.0"]
  mutable allocation_policy : int; [@until "4.14"]
  allocation_policy : int; [@since "5.0"]
  window_size : int;
  custom_major_ratio : int;
  custom_minor_ratio : int;
  custom_minor_max_size : int;
}
[@@port "stdlib-gc-control"]
