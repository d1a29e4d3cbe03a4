(** Resolving names over a stack (dns 0.18). *)

module type S = sig
  type t
  type stack

  val create : stack -> t
  val gethostbyname :
    t -> ?server:Ipaddr.V4.t -> ?dns_port:int -> ?q_class:int -> ?q_type:int -> string ->
    Ipaddr.t list Lwt.t
  val gethostbyaddr :
    t -> ?server:Ipaddr.V4.t -> ?dns_port:int -> ?q_class:int -> ?q_type:int -> Ipaddr.V4.t ->
    string list Lwt.t
end

module Make (Time : V1_LWT.TIME) (S : V1_LWT.STACKV4) : S with type stack = S.t
