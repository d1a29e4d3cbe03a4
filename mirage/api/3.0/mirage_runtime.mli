(** What the unikernel's command line is read with (mirage 3.0.0). *)

module Arg : sig
  type 'a converter

  val ipv4 : (Ipaddr.V4.Prefix.t * Ipaddr.V4.t) converter
  val ipv4_address : Ipaddr.V4.t converter
end
