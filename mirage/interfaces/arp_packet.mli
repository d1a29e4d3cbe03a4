(** Packets of ARP (arp 2.1.0 to 4.1.0). *)

[@@@since "3.4.1"]

[@@@complete]

type op = Request | Reply

val op_to_int : op -> int
val int_to_op : int -> op option

type t = {
  operation : op;
  source_mac : Macaddr.t;
  source_ip : Ipaddr.V4.t;
  target_mac : Macaddr.t;
  target_ip : Ipaddr.V4.t;
}

val size : int
val pp : Format.formatter -> t -> unit
val equal : t -> t -> bool

type error = Too_short | Unusable | Unknown_operation of Cstruct.uint16

val pp_error : Format.formatter -> error -> unit
val decode : Cstruct.t -> (t, error) result
val encode : t -> Cstruct.t
val encode_into : t -> Cstruct.t -> unit
