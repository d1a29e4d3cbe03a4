(** Vchans by the names that domains registered in XenStore (conduit 0.15.0). *)

(** Until conduit 0.8.3 it was no functor. *)

[@@@until "3.10.1"]

type t [@@port "conduit-make"] [@@port "conduit-removed"] [@@until "2.9.1"]

module Make (Xs : Conduit_mirage.XS) : sig
  type t
  type direct = [ `Direct of int * Vchan.Port.t ]

  val register : string -> t Lwt.t
  val listen : t -> direct Lwt_stream.t Lwt.t
  val connect : t -> remote_name:string -> port:Vchan.Port.t -> direct Lwt.t
end
