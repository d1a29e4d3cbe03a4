(** What a unikernel was built of (mirage 3.0.0). *)

[@@@until "3.10"]

[@@@port "mirage-info"]

[@@@complete]

type t = Functoria_info.info = {
  name : string;
  libraries : string list;
  packages : (string * string) list;
}
