open Mirage

let shelf = generic_kv_ro "shelf"
let stack = direct_stackv4_with_dhcp default_console tap0
let main = foreign "Unikernel.Main" (console @-> kv_ro @-> http @-> job)

let () =
  add_to_ocamlfind_libraries [ "mirage-http"; "cohttp.lwt-core" ];
  add_to_opam_packages [ "mirage-http"; "cohttp" ];
  let web = http_server (conduit_direct stack) in
  register "library" [ main $ default_console $ shelf $ web ]
