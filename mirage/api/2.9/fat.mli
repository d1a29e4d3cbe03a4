(** FAT file systems (fat-filesystem 0.11). *)

module S : sig
  module type IO_PAGE = sig
    type t
    val get_buf : ?n:int -> unit -> Cstruct.t
  end
end

module Fs : sig
  module Make (B : V1_LWT.BLOCK) (M : S.IO_PAGE) : sig
    include V1_LWT.FS

    val connect : B.t -> [ `Ok of t | `Error of error ] Lwt.t [@@port "connect-result"]
  end
  [@@port "fat-fs-make"]
end

module KV_RO : sig
  module Make (F : V1_LWT.FS) : sig
    include V1_LWT.KV_RO with type t = F.t

    val connect : F.t -> [ `Ok of t | `Error of error ] Lwt.t [@@port "connect-result"]
  end
  [@@port "fat-kv-ro"]
end

module MemoryIO : sig
  include V1_LWT.BLOCK

  val connect : string -> [ `Ok of t | `Error of error ] Lwt.t [@@port "connect-result"]
end
[@@port "fat-memoryio"]
