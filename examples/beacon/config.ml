open Mirage

let main =
  let libraries = [ "tcpip.ethif"; "tcpip.arpv4"; "tcpip.ipv4" ] in
  let packages = [ "tcpip" ] in
  foreign ~libraries ~packages "Unikernel.Main"
    (console @-> network @-> clock @-> time @-> job)

let () =
  register "beacon"
    [ main $ default_console $ tap0 $ default_clock $ default_time ]
