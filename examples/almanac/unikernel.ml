open Lwt.Infix

let log = Logs.Src.create "almanac" ~doc:"The almanac server"

module Log = (val Logs.src_log log : Logs.LOG)

module Main
    (Random : Mirage_random.S)
    (Time : Mirage_time.S)
    (Clock : Mirage_clock.PCLOCK)
    (Sayings : Mirage_kv.RO)
    (Stack : Mirage_stack.V4) =
struct
  module Tcp = Stack.TCPV4

  (* One saying of the store, picked by chance. *)
  let pick sayings =
    Sayings.list sayings Mirage_kv.Key.empty >>= function
    | Error e -> Lwt.fail_with (Fmt.strf "%a" Sayings.pp_error e)
    | Ok [] -> Lwt.return "The almanac is empty."
    | Ok names -> (
        let name, _ = List.nth names (Randomconv.int ~bound:(List.length names) Random.generate) in
        Sayings.get sayings (Mirage_kv.Key.v name) >|= function
        | Ok text -> String.trim text
        | Error e -> Fmt.strf "%s: %a" name Sayings.pp_error e)

  let stamp () =
    let day, rest = Clock.now_d_ps () in
    Fmt.strf "%a" (Ptime.pp_human ()) (Ptime.v (day, rest))

  let rec serve sayings flow =
    pick sayings >>= fun saying ->
    let line = Printf.sprintf "%s  %s\n" (stamp ()) saying in
    Tcp.write flow (Cstruct.of_string line) >>= function
    | Ok () ->
        Time.sleep_ns (Duration.of_sec (Key_gen.pause ())) >>= fun () ->
        serve sayings flow
    | Error e ->
        Log.info (fun f -> f "a reader left: %a" Tcp.pp_write_error e);
        Tcp.close flow

  let start _random _time _clock sayings stack =
    let port = Key_gen.port () in
    Stack.listen_tcpv4 stack ~port (fun flow ->
        let ip, port = Tcp.dst flow in
        Log.info (fun f -> f "%s:%d reads" (Ipaddr.V4.to_string ip) port);
        serve sayings flow);
    Log.info (fun f -> f "listening on port %d" port);
    Stack.listen stack
end
