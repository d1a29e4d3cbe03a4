(** Resolving names over a stack (dns 0.19). *)

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

module Make (Time : Mirage_time_lwt.S) (S : Mirage_stack_lwt.V4) : S with type stack = S.t
