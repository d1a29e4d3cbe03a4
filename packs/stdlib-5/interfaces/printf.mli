(** What became of it between OCaml 4.01 and 5.0.0 (stdlib/printf.mli). *)

module CamlinternalPr : sig
  module Sformat : sig end
  module Tformat : sig end
end
[@@port "stdlib-printf-internals"]
[@@until "4.01"]
