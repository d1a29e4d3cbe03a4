open Lwt.Infix
open Printf
open V1_LWT

(* Greets whoever connects, and says back what it hears. *)

let port = 7777
let green fmt = sprintf ("\027[32m" ^^ fmt ^^ "\027[m")
let red fmt = sprintf ("\027[31m" ^^ fmt ^^ "\027[m")

module Main (C : CONSOLE) (S : STACKV4) = struct
  module T = S.TCPV4

  let peer flow =
    let ip, port = T.get_dest flow in
    sprintf "%s:%d" (Ipaddr.V4.to_string ip) port

  (* One line at a time, until the other side has had enough. *)
  let rec talk c flow =
    T.read flow >>= function
    | `Eof ->
      C.log_s c (green "%s has left" (peer flow)) >>= fun () ->
      T.close flow
    | `Error e ->
      C.log_s c (red "%s: %s" (peer flow) (T.error_message e)) >>= fun () ->
      T.close flow
    | `Ok heard -> answer c flow heard

  and answer c flow heard =
    T.write flow heard >>= function
    | `Ok () -> talk c flow
    | `Error _ -> C.log_s c (red "lost %s" (peer flow))
    | `Eof -> T.close flow

  let start c s =
    C.log c (sprintf "listening on port %d" port);
    S.listen_udpv4 s ~port (fun ~src ~dst:_ ~src_port datagram ->
        C.log_s c
          (green "%s:%d sent %d bytes" (Ipaddr.V4.to_string src) src_port
             (Cstruct.len datagram)));
    S.listen_tcpv4 s ~port (fun flow ->
        C.log_s c (green "hello, %s" (peer flow)) >>= fun () -> talk c flow);
    S.listen s
end
