(** Base (janestreet/base v0.9 to v0.17, src/base.ml): what an `open` of it gives is not the standard library's. *)

module Array : sig end
module Bytes : sig end
module Char : sig end
module Int32 : sig end
module Int64 : sig end
module Lazy : sig end
module Nativeint : sig end
module String : sig end
module Uchar : sig end
