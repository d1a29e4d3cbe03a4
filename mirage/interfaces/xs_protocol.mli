(** Messages of XenStore (xenstore 1.2 to 1.3), as far as clients name them. *)

type t

module ACL : sig
  type perm = NONE | READ | WRITE | RDWR
  type domid = int
  type t = { owner : domid; other : perm; acl : (domid * perm) list }

  val of_string : string -> t option
  val to_string : t -> string
end

module Token : sig
  type t

  val to_user_string : t -> string
  val of_string : string -> t
  val to_string : t -> string
end

exception Enoent of string
exception Eagain
exception Eexist
exception Invalid
exception Error of string
