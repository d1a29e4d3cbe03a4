(** Base (janestreet/base): what an `open` of it gives is not the standard library's. *)

module Array : sig end
module Bytes : sig end
module Char : sig end
module Filename : sig end
module Format : sig end
module Int32 : sig end
module Int64 : sig end
module Lazy : sig end
module Nativeint : sig end
module Obj : sig end
module Scanf : sig end
module String : sig end
