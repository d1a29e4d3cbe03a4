open Mirage

let port =
  let doc = Key.Arg.info ~doc:"The TCP port to listen on." [ "port" ] in
  Key.(create "port" Arg.(opt int 1700 doc))

let pause =
  let doc = Key.Arg.info ~doc:"Seconds between two sayings." [ "pause" ] in
  Key.(create "pause" Arg.(opt ~stage:`Run int 5 doc))

let sayings = generic_kv_ro "sayings"
let stack = generic_stackv4 default_network

let main =
  foreign
    ~packages:[ package "duration"; package "ptime"; package "randomconv" ]
    "Unikernel.Main"
    (random @-> time @-> pclock @-> kv_ro @-> stackv4 @-> job)

let () =
  register "almanac"
    ~keys:[ Key.abstract port; Key.abstract pause ]
    ~reporter:(default_reporter ~level:Logs.Debug ())
    [ main $ default_random $ default_time $ default_posix_clock $ sayings $ stack ]
