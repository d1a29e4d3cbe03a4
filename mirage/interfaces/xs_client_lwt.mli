(** Clients of XenStore (xenstore 2.1), as far as vchan's addresses name them. *)

[@@@since "3.5"]

module type S = sig
  type client

  val make : unit -> client Lwt.t
end
