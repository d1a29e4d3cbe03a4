(** The buffers that Yojson wrote to until 1.7 (biniou 1.2.2, bi_outbuf.mli). *)

[@@@open_ended]

type t [@@port "yojson-buffer-type"] [@@port.to Buffer.t]

val create : ?make_room:(t -> int -> unit) -> ?shrlen:int -> int -> t [@@port "yojson-bi-outbuf"] [@@port.to Buffer.create]
val contents : t -> string [@@port "yojson-bi-outbuf"] [@@port.to Buffer.contents]
val clear : t -> unit [@@port "yojson-bi-outbuf"] [@@port.to Buffer.clear]
val reset : t -> unit [@@port "yojson-bi-outbuf"] [@@port.to Buffer.reset]
val add_char : t -> char -> unit [@@port "yojson-bi-outbuf"] [@@port.to Buffer.add_char]
val add_string : t -> string -> unit [@@port "yojson-bi-outbuf"] [@@port.to Buffer.add_string]
val add_substring : t -> string -> int -> int -> unit [@@port "yojson-bi-outbuf"] [@@port.to Buffer.add_substring]
val add_bytes : t -> bytes -> unit [@@port "yojson-bi-outbuf"] [@@port.to Buffer.add_bytes]
val add_subbytes : t -> bytes -> int -> int -> unit [@@port "yojson-bi-outbuf"] [@@port.to Buffer.add_subbytes]
val add_char2 : t -> char -> char -> unit [@@port "yojson-channel-writer"]
val add_char4 : t -> char -> char -> char -> char -> unit [@@port "yojson-channel-writer"]
val unsafe_add_char : t -> char -> unit [@@port "yojson-channel-writer"]
val extend : t -> int -> unit [@@port "yojson-channel-writer"]
val alloc : t -> int -> int [@@port "yojson-channel-writer"]
val create_channel_writer : ?len:int -> ?shrlen:int -> out_channel -> t [@@port "yojson-channel-writer"]
val flush_channel_writer : t -> unit [@@port "yojson-channel-writer"]
val create_output_writer : ?len:int -> ?shrlen:int -> < output : string -> int -> int -> int; .. > -> t [@@port "yojson-channel-writer"]
val flush_output_writer : t -> unit [@@port "yojson-channel-writer"]
