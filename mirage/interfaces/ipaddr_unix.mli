(** Addresses as Unix has them (ipaddr 2.7.2). *)

[@@@complete]

val to_inet_addr : Ipaddr.t -> Unix.inet_addr
val of_inet_addr : Unix.inet_addr -> Ipaddr.t

module V4 : sig
  val to_inet_addr : Ipaddr.V4.t -> Unix.inet_addr
  val of_inet_addr_exn : Unix.inet_addr -> Ipaddr.V4.t
  val of_inet_addr : Unix.inet_addr -> Ipaddr.V4.t option
end

module V6 : sig
  val to_inet_addr : Ipaddr.V6.t -> Unix.inet_addr
  val of_inet_addr_exn : Unix.inet_addr -> Ipaddr.V6.t
  val of_inet_addr : Unix.inet_addr -> Ipaddr.V6.t option
end
