(** The first folder that `crunch` makes a module of, as `mirage configure` names it (mirage 2.9.1 and
    3.0.0 lib/mirage.ml; ocaml-crunch 1.4.0 and 2.0.0). *)

[@@@until "3.4"]

include V1_LWT.KV_RO [@@until "2.9.1"]

val connect : unit -> [ `Ok of t | `Error of error ] Lwt.t [@@port "connect-result"] [@@until "2.9.1"]

include Mirage_kv_lwt.RO [@@since "3.0"]

val connect : unit -> t Lwt.t [@@since "3.0"]
