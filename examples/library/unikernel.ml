open Lwt.Infix

(* Lends out the files of a key-value store over HTTP. *)

module Main (C : V1_LWT.CONSOLE) (Shelf : V1_LWT.KV_RO) (H : Cohttp_lwt.Server) =
struct
  let title shelf book =
    Shelf.read shelf book 0 80 >>= function
    | `Error (Shelf.Unknown_key _) -> Lwt.return "no such book"
    | `Ok lines -> Lwt.return (Cstruct.copyv lines)

  let lend shelf book =
    Shelf.size shelf book >>= function
    | `Error (Shelf.Unknown_key name) -> H.respond_error ~status:`Not_found ~body:name ()
    | `Ok size -> (
      Shelf.read shelf book 0 (Int64.to_int size) >>= function
      | `Error _ -> H.respond_not_found ()
      | `Ok pages ->
        H.respond_string ~status:`OK ~body:(Cstruct.copyv pages) ())

  let start c shelf listen =
    let callback _connection request _body =
      let book = Uri.path (Cohttp.Request.uri request) in
      title shelf book >>= fun line ->
      C.log_s c (Printf.sprintf "lending %s (%s)" book line) >>= fun () ->
      lend shelf book
    in
    let conn_closed _connection = C.log c "a reader has gone" in
    listen (`TCP 80) (H.make ~conn_closed ~callback ())
end
