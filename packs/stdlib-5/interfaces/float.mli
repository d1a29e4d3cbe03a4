(** What became of it between OCaml 4.07 and 5.0.0 (stdlib/float.mli). *)

val copysign : float -> float -> float [@@port "stdlib-copysign"] [@@port.to copy_sign] [@@until "4.07"]
val copy_sign : float -> float -> float [@@since "4.08"]
