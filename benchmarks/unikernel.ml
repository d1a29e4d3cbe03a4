(* A unikernel of Mirage 2 of everyday size: a log, a stack, a disk, a key-value store. *)
open Lwt.Infix
open V1_LWT

let red fmt = Printf.sprintf ("\027[31m" ^^ fmt ^^ "\027[m")
let green fmt = Printf.sprintf ("\027[32m" ^^ fmt ^^ "\027[m")

let port_tcp = 8080
let port_udp = 53

module Ring = struct
  type t = { mutable items : Cstruct.t list; limit : int }

  let create limit = { items = []; limit }

  let rec take n = function
    | [] -> []
    | _ when n = 0 -> []
    | head :: tail -> head :: take (n - 1) tail

  let add ring item = ring.items <- take ring.limit (item :: ring.items)
  let length ring = List.length ring.items
end

module Main (C : CONSOLE) (S : STACKV4) (B : BLOCK) (K : KV_RO) (T : TIME) = struct
  module Flow = S.TCPV4
  module Datagram = S.UDPV4

  let seen = Ring.create 64

  let say c text = C.log_s c (green "[%d] %s" (Ring.length seen) text)
  let shout c text = C.log c (red "[!] %s" text)

  let rec echo c flow =
    Flow.read flow >>= function
    | `Eof -> say c "the other side has hung up" >>= fun () -> Flow.close flow
    | `Error _ ->
      shout c "cannot read";
      Flow.close flow
    | `Ok buffer ->
      Ring.add seen buffer;
      Flow.write flow buffer >>= (function
        | `Ok () -> echo c flow
        | `Eof -> Flow.close flow
        | `Error _ ->
          shout c "cannot write";
          Flow.close flow)

  let greet c flow =
    let address, port = Flow.get_dest flow in
    say c (Printf.sprintf "hello, %s:%d" (Ipaddr.V4.to_string address) port) >>= fun () ->
    echo c flow

  let datagram c ~src ~dst:_ ~src_port buffer =
    Ring.add seen buffer;
    let text = Printf.sprintf "%d bytes from %s:%d" (Cstruct.len buffer)
        (Ipaddr.V4.to_string src) src_port in
    say c text

  let sector c disk number =
    B.get_info disk >>= fun info ->
    let page = Io_page.to_cstruct (Io_page.get 1) in
    let buffer = Cstruct.sub page 0 info.B.sector_size in
    B.read disk number [ buffer ] >>= function
    | `Ok () -> say c (Printf.sprintf "sector %Ld holds %S" number (Cstruct.to_string buffer))
    | `Error _ ->
      shout c "cannot read the disk";
      Lwt.return_unit

  let page c store name =
    K.size store name >>= function
    | `Error (K.Unknown_key key) ->
      shout c ("no page " ^ key);
      Lwt.return ""
    | `Ok size ->
      K.read store name 0 (Int64.to_int size) >>= function
      | `Error (K.Unknown_key key) ->
        shout c ("no page " ^ key);
        Lwt.return ""
      | `Ok buffers -> Lwt.return (Cstruct.copyv buffers)

  let rec tick c n =
    T.sleep 60.0 >>= fun () ->
    say c (Printf.sprintf "%d minutes, %d buffers" n (Ring.length seen)) >>= fun () ->
    tick c (n + 1)

  let start c stack disk store _time =
    say c "starting" >>= fun () ->
    page c store "index.html" >>= fun index ->
    say c (Printf.sprintf "the index has %d bytes" (String.length index)) >>= fun () ->
    sector c disk 0L >>= fun () ->
    S.listen_tcpv4 stack ~port:port_tcp (greet c);
    S.listen_udpv4 stack ~port:port_udp (datagram c);
    Lwt.join [ S.listen stack; tick c 1 ]
end
