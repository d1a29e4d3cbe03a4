(** Network devices of Xen, both their ends (mirage-net-xen 1.6). *)

module S : sig
  module type CONFIGURATION = sig
    type 'a io = 'a Lwt.t
  end
end

module Xenstore : sig
  module type XS = sig
    type client
  end

  module Make (Xs : XS) : S.CONFIGURATION
end

module Frontend : sig
  module Make (C : S.CONFIGURATION) : sig
    include V1_LWT.NETWORK

    val connect : string -> [ `Ok of t | `Error of error ] Lwt.t [@@port "connect-result"]
  end
end

module Backend : sig
  module Make (C : S.CONFIGURATION) : sig
    include V1_LWT.NETWORK

    val make : domid:int -> device_id:int -> t Lwt.t
  end
end
