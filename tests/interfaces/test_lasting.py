"""Configurations of Mirage 2.9 that are Mirage 3's as they stand: nothing is said of them."""

from __future__ import annotations

import pytest

from mirageport.diagnostics.engine import check

from ..packs import unikernel
from .compiler import NEW, OLD, Compiler

OPEN = "open Mirage\n"
CONFIGS = {
    "one device": """
let main = foreign "Unikernel.Main" (console @-> job)
let () = register "hello" [ main $ default_console ]
""",
    "two jobs": """
let read = foreign "Read.Main" (block @-> job)
let write = foreign "Write.Main" (time @-> block @-> job)
let disk = block_of_file "disk.img"
let () = register "disk" [ read $ disk; write $ default_time $ disk ]
""",
    "a store behind a key": """
let store = generic_kv_ro "pages"
let main = foreign "Pages.Main" (kv_ro @-> job)
let () = register "pages" [ main $ store ]
""",
    "stores of every kind": """
let main = foreign "Unikernel.Main" (kv_ro @-> kv_ro @-> fs @-> job)
let () =
  register "stores" [ main $ crunch "a" $ direct_kv_ro "b" $ fat_of_files ~dir:"c" () ]
""",
    "keys of its own": """
let greeting =
  let doc = Key.Arg.info ~doc:"What to say." [ "greeting" ] in
  Key.(create "greeting" Arg.(opt ~stage:`Both string "hello" doc))

let loud = Key.(create "loud" Arg.(flag (info [ "loud" ])))
let keys = [ Key.abstract greeting; Key.abstract loud ]
let main = foreign ~keys "Unikernel.Main" (console @-> job)
let () = register "greeter" [ main $ default_console ]
""",
    "a choice by a key": """
let where = Key.(create "where" Arg.(opt string "here" (info [ "where" ])))
let near = Key.(match_ (value where) (function "here" -> true | _ -> false))
let store = if_impl near (crunch "near") (crunch "far")
let main = foreign "Unikernel.Main" (kv_ro @-> job)
let () = register "choice" [ main $ store ]
""",
    "dependencies": """
let main = foreign ~deps:[ abstract nocrypto; abstract app_info ] "Unikernel.Main" (random @-> job)
let () = register "dice" [ main $ default_random ]
""",
    "ethernet": """
let net = netif "1"
let main = foreign "Unikernel.Main" (network @-> ethernet @-> arpv4 @-> job)
let () = register "ether" [ main $ net $ etif net $ arp (etif net) ]
""",
    "layers of one's own": """
let layers net ip = (direct_udp ip, direct_tcp ip, etif net)
let main = foreign "Unikernel.Main" (udpv4 @-> tcpv4 @-> job)
""",
    "a conduit and a web server over a stack that is given": """
let web stack = http_server (conduit_direct ~tls:true stack)
let names stack = resolver_dns stack
let main = foreign "Unikernel.Main" (resolver @-> conduit @-> http @-> job)
""",
    "the type in front": """
let main : (block -> job) impl = foreign "Unikernel.Main" @@ block @-> job
let () = register ~argv:no_argv "typed" [ main $ block_of_file "disk.img" ]
""",
    "no device": """
let () = register "nothing" [ foreign "Unikernel" job; noop ]
""",
}


@pytest.mark.parametrize("name", CONFIGS)
def test_nothing_is_said_of_what_is_valid_in_both(compiler: Compiler, name: str) -> None:
    text = OPEN + CONFIGS[name]
    assert compiler.check(OLD, {"config.ml": text}) == []
    assert compiler.check(NEW, {"config.ml": text}) == []
    assert check(unikernel({"config.ml": text.encode()}), "config.ml").findings == ()
