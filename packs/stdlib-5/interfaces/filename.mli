(** What became of it between OCaml 4.14.2 and 5.0.0 (stdlib/filename.mli). *)

val temp_dir_name : string [@@port "stdlib-temp-dir"] [@@port.becomes (Rel.get_temp_dir_name ())] [@@until "4.14"]
