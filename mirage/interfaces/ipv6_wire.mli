(** The layout of IPv6 (tcpip 3.0.0 to 7.1.0). *)

[@@@since "3.0"]

[@@@complete]

val sizeof_ipv6 : int
val get_ipv6_version_flow : Cstruct.t -> Cstruct.uint32
val set_ipv6_version_flow : Cstruct.t -> Cstruct.uint32 -> unit
val get_ipv6_len : Cstruct.t -> Cstruct.uint16
val set_ipv6_len : Cstruct.t -> Cstruct.uint16 -> unit
val get_ipv6_nhdr : Cstruct.t -> Cstruct.uint8
val set_ipv6_nhdr : Cstruct.t -> Cstruct.uint8 -> unit
val get_ipv6_hlim : Cstruct.t -> Cstruct.uint8
val set_ipv6_hlim : Cstruct.t -> Cstruct.uint8 -> unit
val get_ipv6_src : Cstruct.t -> Cstruct.t
val copy_ipv6_src : Cstruct.t -> string
val set_ipv6_src : string -> int -> Cstruct.t -> unit
val blit_ipv6_src : Cstruct.t -> int -> Cstruct.t -> unit
val get_ipv6_dst : Cstruct.t -> Cstruct.t
val copy_ipv6_dst : Cstruct.t -> string
val set_ipv6_dst : string -> int -> Cstruct.t -> unit
val blit_ipv6_dst : Cstruct.t -> int -> Cstruct.t -> unit
val hexdump_ipv6_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_ipv6 : Cstruct.t -> unit
val int_to_protocol : int -> [> `ICMP | `TCP | `UDP ] option
val protocol_to_int : [< `ICMP | `TCP | `UDP ] -> int
val sizeof_icmpv6 : int
val get_icmpv6_ty : Cstruct.t -> Cstruct.uint8
val set_icmpv6_ty : Cstruct.t -> Cstruct.uint8 -> unit
val get_icmpv6_code : Cstruct.t -> Cstruct.uint8
val set_icmpv6_code : Cstruct.t -> Cstruct.uint8 -> unit
val get_icmpv6_csum : Cstruct.t -> Cstruct.uint16
val set_icmpv6_csum : Cstruct.t -> Cstruct.uint16 -> unit
val get_icmpv6_reserved : Cstruct.t -> Cstruct.uint32
val set_icmpv6_reserved : Cstruct.t -> Cstruct.uint32 -> unit
val hexdump_icmpv6_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_icmpv6 : Cstruct.t -> unit
val sizeof_pingv6 : int
val get_pingv6_ty : Cstruct.t -> Cstruct.uint8
val set_pingv6_ty : Cstruct.t -> Cstruct.uint8 -> unit
val get_pingv6_code : Cstruct.t -> Cstruct.uint8
val set_pingv6_code : Cstruct.t -> Cstruct.uint8 -> unit
val get_pingv6_csum : Cstruct.t -> Cstruct.uint16
val set_pingv6_csum : Cstruct.t -> Cstruct.uint16 -> unit
val get_pingv6_id : Cstruct.t -> Cstruct.uint16
val set_pingv6_id : Cstruct.t -> Cstruct.uint16 -> unit
val get_pingv6_seq : Cstruct.t -> Cstruct.uint16
val set_pingv6_seq : Cstruct.t -> Cstruct.uint16 -> unit
val hexdump_pingv6_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_pingv6 : Cstruct.t -> unit
val sizeof_ns : int
val get_ns_ty : Cstruct.t -> Cstruct.uint8
val set_ns_ty : Cstruct.t -> Cstruct.uint8 -> unit
val get_ns_code : Cstruct.t -> Cstruct.uint8
val set_ns_code : Cstruct.t -> Cstruct.uint8 -> unit
val get_ns_csum : Cstruct.t -> Cstruct.uint16
val set_ns_csum : Cstruct.t -> Cstruct.uint16 -> unit
val get_ns_reserved : Cstruct.t -> Cstruct.uint32
val set_ns_reserved : Cstruct.t -> Cstruct.uint32 -> unit
val get_ns_target : Cstruct.t -> Cstruct.t
val copy_ns_target : Cstruct.t -> string
val set_ns_target : string -> int -> Cstruct.t -> unit
val blit_ns_target : Cstruct.t -> int -> Cstruct.t -> unit
val hexdump_ns_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_ns : Cstruct.t -> unit
val sizeof_na : int
val get_na_ty : Cstruct.t -> Cstruct.uint8
val set_na_ty : Cstruct.t -> Cstruct.uint8 -> unit
val get_na_code : Cstruct.t -> Cstruct.uint8
val set_na_code : Cstruct.t -> Cstruct.uint8 -> unit
val get_na_csum : Cstruct.t -> Cstruct.uint16
val set_na_csum : Cstruct.t -> Cstruct.uint16 -> unit
val get_na_reserved : Cstruct.t -> Cstruct.uint32
val set_na_reserved : Cstruct.t -> Cstruct.uint32 -> unit
val get_na_target : Cstruct.t -> Cstruct.t
val copy_na_target : Cstruct.t -> string
val set_na_target : string -> int -> Cstruct.t -> unit
val blit_na_target : Cstruct.t -> int -> Cstruct.t -> unit
val hexdump_na_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_na : Cstruct.t -> unit
val get_na_router : Cstruct.t -> bool
val get_na_solicited : Cstruct.t -> bool
val get_na_override : Cstruct.t -> bool
val sizeof_rs : int
val get_rs_ty : Cstruct.t -> Cstruct.uint8
val set_rs_ty : Cstruct.t -> Cstruct.uint8 -> unit
val get_rs_code : Cstruct.t -> Cstruct.uint8
val set_rs_code : Cstruct.t -> Cstruct.uint8 -> unit
val get_rs_csum : Cstruct.t -> Cstruct.uint16
val set_rs_csum : Cstruct.t -> Cstruct.uint16 -> unit
val get_rs_reserved : Cstruct.t -> Cstruct.uint32
val set_rs_reserved : Cstruct.t -> Cstruct.uint32 -> unit
val hexdump_rs_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_rs : Cstruct.t -> unit
val sizeof_opt_prefix : int
val get_opt_prefix_ty : Cstruct.t -> Cstruct.uint8
val set_opt_prefix_ty : Cstruct.t -> Cstruct.uint8 -> unit
val get_opt_prefix_len : Cstruct.t -> Cstruct.uint8
val set_opt_prefix_len : Cstruct.t -> Cstruct.uint8 -> unit
val get_opt_prefix_prefix_len : Cstruct.t -> Cstruct.uint8
val set_opt_prefix_prefix_len : Cstruct.t -> Cstruct.uint8 -> unit
val get_opt_prefix_reserved1 : Cstruct.t -> Cstruct.uint8
val set_opt_prefix_reserved1 : Cstruct.t -> Cstruct.uint8 -> unit
val get_opt_prefix_valid_lifetime : Cstruct.t -> Cstruct.uint32
val set_opt_prefix_valid_lifetime : Cstruct.t -> Cstruct.uint32 -> unit
val get_opt_prefix_preferred_lifetime : Cstruct.t -> Cstruct.uint32
val set_opt_prefix_preferred_lifetime : Cstruct.t -> Cstruct.uint32 -> unit
val get_opt_prefix_reserved2 : Cstruct.t -> Cstruct.uint32
val set_opt_prefix_reserved2 : Cstruct.t -> Cstruct.uint32 -> unit
val get_opt_prefix_prefix : Cstruct.t -> Cstruct.t
val copy_opt_prefix_prefix : Cstruct.t -> string
val set_opt_prefix_prefix : string -> int -> Cstruct.t -> unit
val blit_opt_prefix_prefix : Cstruct.t -> int -> Cstruct.t -> unit
val hexdump_opt_prefix_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_opt_prefix : Cstruct.t -> unit
val get_opt_prefix_on_link : Cstruct.t -> bool
val get_opt_prefix_autonomous : Cstruct.t -> bool
val sizeof_opt : int
val get_opt_ty : Cstruct.t -> Cstruct.uint8
val set_opt_ty : Cstruct.t -> Cstruct.uint8 -> unit
val get_opt_len : Cstruct.t -> Cstruct.uint8
val set_opt_len : Cstruct.t -> Cstruct.uint8 -> unit
val hexdump_opt_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_opt : Cstruct.t -> unit
val sizeof_llopt : int
val get_llopt_ty : Cstruct.t -> Cstruct.uint8
val set_llopt_ty : Cstruct.t -> Cstruct.uint8 -> unit
val get_llopt_len : Cstruct.t -> Cstruct.uint8
val set_llopt_len : Cstruct.t -> Cstruct.uint8 -> unit
val get_llopt_addr : Cstruct.t -> Cstruct.t
val copy_llopt_addr : Cstruct.t -> string
val set_llopt_addr : string -> int -> Cstruct.t -> unit
val blit_llopt_addr : Cstruct.t -> int -> Cstruct.t -> unit
val hexdump_llopt_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_llopt : Cstruct.t -> unit
val sizeof_ra : int
val get_ra_ty : Cstruct.t -> Cstruct.uint8
val set_ra_ty : Cstruct.t -> Cstruct.uint8 -> unit
val get_ra_code : Cstruct.t -> Cstruct.uint8
val set_ra_code : Cstruct.t -> Cstruct.uint8 -> unit
val get_ra_csum : Cstruct.t -> Cstruct.uint16
val set_ra_csum : Cstruct.t -> Cstruct.uint16 -> unit
val get_ra_cur_hop_limit : Cstruct.t -> Cstruct.uint8
val set_ra_cur_hop_limit : Cstruct.t -> Cstruct.uint8 -> unit
val get_ra_reserved : Cstruct.t -> Cstruct.uint8
val set_ra_reserved : Cstruct.t -> Cstruct.uint8 -> unit
val get_ra_router_lifetime : Cstruct.t -> Cstruct.uint16
val set_ra_router_lifetime : Cstruct.t -> Cstruct.uint16 -> unit
val get_ra_reachable_time : Cstruct.t -> Cstruct.uint32
val set_ra_reachable_time : Cstruct.t -> Cstruct.uint32 -> unit
val get_ra_retrans_timer : Cstruct.t -> Cstruct.uint32
val set_ra_retrans_timer : Cstruct.t -> Cstruct.uint32 -> unit
val hexdump_ra_to_buffer : Buffer.t -> Cstruct.t -> unit
val hexdump_ra : Cstruct.t -> unit
val sizeof_ipv6_pseudo_header : int
