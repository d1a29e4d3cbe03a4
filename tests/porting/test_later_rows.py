"""Rows of devices that Mirage 4.11 does not have: what keeps them is said at the row."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL

from ..packs import unikernel

CONFIG = """open Mirage
let main = foreign "Unikernel.Main" ({row} @-> network @-> job)
let () = register "hall" [ main $ {device} $ default_network ]
"""
ROWS = {
    "time": ("T", "Mirage_time.S", "default_time"),
    "mclock": ("M", "Mirage_clock.MCLOCK", "default_monotonic_clock"),
    "random": ("R", "Mirage_random.S", "default_random"),
}


def _files(row: str, body: str) -> dict[str, bytes]:
    name, module_type, device = ROWS[row]
    code = f"module Main ({name} : {module_type}) (N : Mirage_net.S) = struct\n{body}\nend\n"
    config = CONFIG.format(row=row, device=device)
    return {"config.ml": config.encode(), "unikernel.ml": code.encode()}


def _by_hand(files: dict[str, bytes]) -> list[str]:
    project = unikernel(files, target="4.11")
    return [
        each.message
        for name in project.names
        for each in check(project, name).findings
        if "By hand:" in each.message and each.applicability == MANUAL
    ]


@pytest.mark.parametrize(
    ("row", "body", "why"),
    [
        ("time", "  module T = struct let x = 1 end\n  let start _ _ = T.x", "called `T`"),
        ("time", "  let start _ _ = T.wait 1", "`T.wait` has no successor"),
        ("time", "  module Own = T\n  let start _ _ = Own.sleep_ns 1L", "names the module"),
        ("mclock", "  let start m _ = M.elapsed_ns (List.hd m)", "may do more"),
        ("time", "  let start _ _ = (T.sleep_ns 1L", "cannot be read"),
    ],
)
def test_a_row_that_something_holds_on_to_stays(row: str, body: str, why: str) -> None:
    files = _files(row, body)
    messages = _by_hand(files)
    assert messages
    assert all(why in message for message in messages)
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW).project
    assert ROWS[row][1] in ported.source("unikernel.ml").data.decode()


def test_a_row_of_a_functor_that_nobody_knows_stays() -> None:
    config = 'open Mirage\nlet main = foreign "Cache.Make" (time @-> job)\n'
    config += 'let () = register "hall" [ main $ default_time ]\n'
    (message,) = _by_hand({"config.ml": config.encode()})
    assert "no file here has `Cache.Make`" in message


@pytest.mark.parametrize(
    ("row", "body", "after"),
    [
        ("time", "  let start _ n = ignore n; T.sleep_ns 1L", "Mirage_sleep.ns 1L"),
        ("mclock", "  let start m n = ignore n; M.elapsed_ns m", "Mirage_mtime.elapsed_ns ()"),
        (
            "time",
            "  module Own (T : Mirage_time.S) = struct let nap () = T.sleep_ns 1L end\n"
            "  module O = Own (T)\n  let start _ n = ignore n; O.nap ()",
            "let nap () = Mirage_sleep.ns 1L",
        ),
    ],
)
def test_a_row_that_is_understood_goes(row: str, body: str, after: str) -> None:
    files = _files(row, body)
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW).project
    text = ported.source("unikernel.ml").data.decode()
    assert after in text
    assert ROWS[row][1] not in text
    assert ROWS[row][2] not in ported.source("config.ml").data.decode()


def test_the_files_of_a_port_are_in_the_order_of_the_project() -> None:
    body = "let key = Mirage_crypto.AES.CTR.of_secret (Cstruct.create 16)\n"
    files = {f"part{n}.ml": body.encode() for n in range(6)}
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW)
    assert list(ported.files) == list(files)
