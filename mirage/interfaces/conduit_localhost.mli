(** What finds no other domain, for conduits of one unikernel (conduit 0.6 to 0.8.3). *)

[@@@until "2.9.1"]

include Conduit_mirage.PEER [@@port "conduit-make"] [@@port "conduit-removed"]
