"""Parameters of devices that the target does not have, which a library's functor still gets."""

from __future__ import annotations

from mirageport.code_actions.plan import WITH_REVIEW, port

from ..packs import unikernel

CONFIG = b"""open Mirage
let main = main "Unikernel.Main" (time @-> network @-> job)
let () = register "x" [ main $ default_time $ default_network ]
"""
MAIN = b"""module Main (Time : Mirage_time.S) (Net : Mirage_net.S) = struct
  module Client = Somebodys_client.Make (Time) (Net)

  let start _time net = Client.start net
end
"""


def test_an_unknown_functor_gets_a_module_in_the_place_of_a_removed_parameter() -> None:
    files = {"config.ml": CONFIG, "unikernel.ml": MAIN}
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW)
    assert ported.files["unikernel.ml"].decode() == (
        "module Main (Net : Mirage_net.S) = struct\n"
        "  module Time = struct\n"
        "    let sleep_ns = Mirage_sleep.ns\n"
        "  end\n"
        "\n"
        "  module Client = Somebodys_client.Make (Time) (Net)\n"
        "\n"
        "  let start net = Client.start net\n"
        "end\n"
    )


def test_a_module_of_the_same_name_makes_room_for_it_or_goes() -> None:
    renamed = MAIN.replace(b"  module Client", b"  module Time = Time\n  module Client")
    files = {"config.ml": CONFIG, "unikernel.ml": renamed}
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW)
    assert ported.files["unikernel.ml"].decode() == (
        "module Main (Net : Mirage_net.S) = struct\n"
        "  module Time = struct\n"
        "    let sleep_ns = Mirage_sleep.ns\n"
        "  end\n"
        "  module Client = Somebodys_client.Make (Time) (Net)\n"
        "\n"
        "  let start net = Client.start net\n"
        "end\n"
    )
    files["unikernel.ml"] = renamed.replace(b"Somebodys_client.Make (Time) (Net)", b"Net")
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW)
    assert b"Time" not in ported.files["unikernel.ml"]
