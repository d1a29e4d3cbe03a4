(* mirage >= 4.4.0 & < 4.5.0 *)
open Mirage

let host =
  let doc = Key.Arg.info ~doc:"The name to look up." [ "host" ] in
  Key.(create "host" Arg.(required string doc))

let every =
  let doc = Key.Arg.info ~doc:"Minutes between two questions." [ "every" ] in
  Key.(create "every" Arg.(opt int 10 doc))

let verbose =
  let doc = Key.Arg.info ~doc:"Log each answer, changed or not." [ "verbose" ] in
  Key.(create "verbose" Arg.(flag doc))

(* Our own device: it remembers the answers. *)
type ledger = Ledger

let ledger_typ = typ Ledger

let ledger =
  let connect _ modname = function
    | [ _clock ] -> Fmt.str "%s.connect ~size:%d ()" modname 16
    | _ -> assert false
  in
  impl ~packages:[ package "ptime" ] ~connect "Ledger.Make" (pclock @-> ledger_typ)

let stack =
  static_ipv4v6_stack
    ~ipv4_config:
      {
        network = Ipaddr.V4.Prefix.of_string_exn "192.0.2.5/24";
        gateway = Some (Ipaddr.V4.of_string_exn "192.0.2.1");
      }
    default_network

let dns = generic_dns_client stack

let main =
  foreign
    ~keys:[ key host; key every; key verbose ]
    ~packages:[ package "duration"; package "domain-name" ]
    "Unikernel.Main"
    (time @-> ledger_typ @-> dns_client @-> job)

let () = register "lookup" [ main $ default_time $ (ledger $ default_posix_clock) $ dns ]
