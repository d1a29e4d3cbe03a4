(** Network devices of Xen, both their ends (mirage-net-xen 1.7). *)

(** Until 2.9.1: Network devices of Xen, both their ends (mirage-net-xen 1.6). *)

[@@@until "3.7.0"]

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
  [@@until "2.9.1"]

  module Make (C : S.CONFIGURATION) : sig
    include Mirage_net_lwt.S

    val connect : string -> t Lwt.t
  end
  [@@since "3.0"]
end

module Backend : sig
  module Make (C : S.CONFIGURATION) : sig
    include V1_LWT.NETWORK [@@until "2.9.1"]
    include Mirage_net_lwt.S [@@since "3.0"]

    val make : domid:int -> device_id:int -> t Lwt.t
  end
end
