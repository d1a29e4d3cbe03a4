(** The library yojson-biniou, until Yojson 1.7.0 (lib/yojson_biniou.mli). *)

[@@@port.libraries drop "yojson-biniou"]
[@@@until "1.7"]

[@@@open_ended]

val biniou_of_json : Yojson.Safe.t -> Bi_io.tree [@@port "yojson-biniou"] [@@until "1.7"]
val json_of_biniou : Bi_io.tree -> Yojson.Safe.t [@@port "yojson-biniou"] [@@until "1.7"]
