(** Core_kernel (janestreet/core_kernel): what an `open` of it gives is not the standard library's. *)

include Core.Standard

module Std : Core.Standard
