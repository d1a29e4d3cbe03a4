(** Core (janestreet/core): what an `open` of it gives is not the standard library's. *)

module type Standard = sig
  module Array : sig end
  module ArrayLabels : sig end
  module Bytes : sig end
  module BytesLabels : sig end
  module Char : sig end
  module Ephemeron : sig end
  module Filename : sig end
  module Format : sig end
  module Gc : sig end
  module Int32 : sig end
  module Int64 : sig end
  module Lazy : sig end
  module Nativeint : sig end
  module Obj : sig end
  module Scanf : sig end
  module Stream : sig end
  module String : sig end
  module StringLabels : sig end
  module Thread : sig end
end

include Standard

module Caml : sig end

module Std : sig
  include Standard
  module Caml : sig end
end
