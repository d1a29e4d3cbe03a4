(** The buffers that Yojson wrote to until 1.7 (biniou 1.2.2, bi_outbuf.mli). *)

[@@@port.libraries drop "biniou", unless "Bi_"]
[@@@port "yojson-bi-outbuf"]

[@@@open_ended]

type t

val create : ?make_room:(t -> int -> unit) -> ?shrlen:int -> int -> t
val contents : t -> string
val clear : t -> unit
val reset : t -> unit
val add_char : t -> char -> unit
val add_string : t -> string -> unit
val add_substring : t -> string -> int -> int -> unit
val add_bytes : t -> bytes -> unit
val add_subbytes : t -> bytes -> int -> int -> unit
val add_char2 : t -> char -> char -> unit [@@port "yojson-channel-writer"]
val add_char4 : t -> char -> char -> char -> char -> unit [@@port "yojson-channel-writer"]
val unsafe_add_char : t -> char -> unit [@@port "yojson-channel-writer"]
val extend : t -> int -> unit [@@port "yojson-channel-writer"]
val alloc : t -> int -> int [@@port "yojson-channel-writer"]
val create_channel_writer : ?len:int -> ?shrlen:int -> out_channel -> t [@@port "yojson-channel-writer"]
val flush_channel_writer : t -> unit [@@port "yojson-channel-writer"]
val create_output_writer : ?len:int -> ?shrlen:int -> < output : string -> int -> int -> int; .. > -> t [@@port "yojson-channel-writer"]
val flush_output_writer : t -> unit [@@port "yojson-channel-writer"]
