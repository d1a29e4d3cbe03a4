(** Key-value stores over HTTP (mirage-http 3.0). *)

[@@@since "3.0"]

[@@@until "3.4"]

[@@@complete]

module HTTP (FS : Mirage_kv_lwt.RO) (S : Cohttp_lwt.Server) : sig
  val start :
    http_port:int ->
    ?request_fn:(Uri.t -> Cohttp.Header.t -> Cohttp.Header.t) ->
    FS.t ->
    ([> `TCP of int ] -> S.t -> 'a) ->
    'a
end
