(** Core (janestreet/core 113.33 to v0.17, src/std.ml, src/core.ml): what an `open` of it gives is not the standard library's. *)

module type Standard = sig
  module Array : sig end
  module Bytes : sig end
  module Char : sig end
  module Ephemeron : sig end
  module Filename : sig end
  module Gc : sig end
  module Int32 : sig end
  module Int64 : sig end
  module Lazy : sig end
  module Nativeint : sig end
  module String : sig end
end

include Standard

module Caml = Caml
module Thread : sig end

module Std : sig
  include Standard
  module Caml = Caml
  module Thread : sig end
end
