(** Bytes outside of the heap (bigstringaf 0.9). *)

[@@@since "4.0"]

type t = (char, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t
