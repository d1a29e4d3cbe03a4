(** Pages that domains of Xen share (xen-gnt 1.0 to 2.2.3). *)

type gntref = int

module Gnttab : sig
  type interface

  val interface_open : unit -> interface
  val interface_close : interface -> unit

  type grant = { domid : int; ref : gntref }

  module Local_mapping : sig
    type t

    val to_buf : t -> Io_page.t
  end

  val map_exn : interface -> grant -> bool -> Local_mapping.t
  val map : interface -> grant -> bool -> Local_mapping.t option
  val mapv_exn : interface -> grant list -> bool -> Local_mapping.t
  val mapv : interface -> grant list -> bool -> Local_mapping.t option
  val unmap_exn : interface -> Local_mapping.t -> unit
  val with_gnttab : (interface -> 'a) -> 'a

  val with_mapping :
    interface -> grant -> bool -> (Local_mapping.t option -> 'a Lwt.t) -> 'a Lwt.t
end

module Gntshr : sig
  type interface

  val interface_open : unit -> interface
  val interface_close : interface -> unit

  type share = { refs : gntref list; mapping : Io_page.t }

  val share_pages_exn : interface -> int -> int -> bool -> share
  val share_pages : interface -> int -> int -> bool -> share option
  val munmap_exn : interface -> share -> unit

  exception Interface_unavailable

  val get : unit -> gntref Lwt.t
  val get_n : int -> gntref list Lwt.t
  val put : gntref -> unit
  val get_nonblock : unit -> gntref option
  val get_n_nonblock : int -> gntref list
  val num_free_grants : unit -> int
  val with_ref : (gntref -> 'a Lwt.t) -> 'a Lwt.t
  val with_refs : int -> (gntref list -> 'a Lwt.t) -> 'a Lwt.t
  val grant_access : domid:int -> writable:bool -> gntref -> Io_page.t -> unit
  val end_access : gntref -> unit

  val with_grant :
    domid:int -> writable:bool -> gntref -> Io_page.t -> (unit -> 'a Lwt.t) -> 'a Lwt.t

  val with_grants :
    domid:int -> writable:bool -> gntref list -> Io_page.t list -> (unit -> 'a Lwt.t) -> 'a Lwt.t

  val with_gntshr : (interface -> 'a) -> 'a
end

val console : gntref
val xenstore : gntref
val suspend : unit -> unit
val resume : unit -> unit
