"""`check` says for which releases code is written, and by what that is known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mirageport.server.main import main

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]

OLD = "open Lwt.Infix\n\nmodule Main (C : V1_LWT.CONSOLE) = struct\n  let start _ = ()\nend\n"
NEW = "module Main (C : Mirage_console_lwt.S) = struct\n  let start _ = ()\nend\n"
BOTH = """\
module Main (C : Mirage_console_lwt.S) (N : V1_LWT.NETWORK) = struct
  let start _ _ = ()
end
"""
OTHERS = """\
module Main (Store : Mirage_kv_lwt.RO) = struct
  let start _store = Cache.get (Cache.list ())
end
"""
LATER = """\
module Main (Store : Mirage_kv_lwt.RO) (Log : Mirage_kv_lwt.RW) = struct
  let start store _log = Store.get store (Mirage_kv.Key.v "index.html")
end
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: Capture) -> str:
    """The line about the releases, before the summary."""
    lines = capsys.readouterr().out.splitlines()
    return next((line for line in lines if line.startswith("Written ")), "")


def test_the_releases_of_old_code(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text(OLD)
    main(["check"])
    assert said(capsys) == "Written for Mirage 2.0 to 2.9.1: `V1_LWT` in unikernel.ml:3."


def test_the_releases_of_ported_code(here: Path, capsys: Capture) -> None:
    """It is led on to the next release to port to."""
    (here / "unikernel.ml").write_text(NEW)
    main(["check"])
    written, onward, _summary = capsys.readouterr().out.splitlines()[-3:]
    assert written == "Written for Mirage 3.0 to 3.10.6: `Mirage_console_lwt` in unikernel.ml:1."
    assert onward == "`mirageport fix --target 4.11` leads on to Mirage 4.11."


def test_code_that_is_ported_in_part_has_two(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text(BOTH)
    main(["check"])
    assert said(capsys) == (
        "Written in part for Mirage 2.0 to 2.9.1, in part for Mirage 3.0 to 3.10.6: "
        "`V1_LWT` in unikernel.ml:1 and `Mirage_console_lwt` in unikernel.ml:1."
    )


def test_folders_that_are_alike_share_a_line(here: Path, capsys: Capture) -> None:
    for name in ("a", "b", "c"):
        (here / name).mkdir()
        (here / name / "unikernel.ml").write_text(OLD)
    main(["check"])
    assert said(capsys) == (
        "Written for Mirage 2.0 to 2.9.1: `V1_LWT` in a/unikernel.ml:3, and 2 more folders."
    )


def test_a_module_of_the_project_s_own_says_nothing(here: Path, capsys: Capture) -> None:
    (here / "a.ml").write_text("module V1_LWT = struct let x = 1 end\nlet y = V1_LWT.x\n")
    main(["check"])
    assert said(capsys) == ""


def test_a_module_that_both_lines_of_releases_have_says_nothing(
    here: Path, capsys: Capture
) -> None:
    (here / "config.ml").write_text(
        'open Mirage\nlet target = Mirage_key.target\nlet () = register "hall" []\n'
    )
    main(["check"])
    assert said(capsys) == ""


def test_json_has_the_evidence(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text(OLD)
    main(["check", "--output-format", "json"])
    assert json.loads(capsys.readouterr().out)["releases"] == [
        {"file": "unikernel.ml", "line": 3, "name": "V1_LWT", "from": None, "until": "2.9.1"}
    ]


def test_modules_after_the_target_are_left_alone_and_named(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text(
        "module Main (C : V1_LWT.CONSOLE) (S : Tcpip.Stack.V4V6) = struct\n"
        "  let start _ _ = Mirage_sleep.ns 1L\nend\n"
    )
    assert main(["check"]) == 1
    assert (
        "note: `Tcpip.Stack.V4V6` is of release 3.10.8 and is not changed, nor are 1 more names"
    ) in capsys.readouterr().out.splitlines()


def test_code_for_later_releases_alone_is_no_old_code(here: Path, capsys: Capture) -> None:
    """Clocks have had no value before Mirage 3 and since 3.7: `()` says nothing here."""
    code = (
        "module Main (P : Mirage_clock.PCLOCK) (S : Tcpip.Stack.V4V6) = struct\n"
        "  let start () _stack = Mirage_sleep.ns 1L\nend\n"
    )
    (here / "unikernel.ml").write_text(code)
    (here / "README.md").write_text("```sh\n$ mirage configure\n$ mirage build\n```\n")
    assert main(["fix", "--review"]) == 0
    assert (here / "unikernel.ml").read_text() == code
    capsys.readouterr()
    assert main(["check"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Written in part for Mirage 3.0 to 4.8, in part for Mirage 4.9 or later: `Mirage_clock` in"
        " unikernel.ml:1 and `Mirage_sleep.ns` in unikernel.ml:2.",
        "`mirageport fix --target 4.11` leads on to Mirage 4.11.",
        "No Mirage 2 API found.",
    ]


def test_a_module_of_the_project_is_not_after_the_target(here: Path, capsys: Capture) -> None:
    (here / "mirage_sleep.ml").write_text("let ns x = Other.wait x\n")
    (here / "unikernel.ml").write_text(
        "module Tcpip = Other.Tcpip\n"
        "module Main (S : Tcpip.Stack.V4V6) = struct\n  let start _ = Mirage_sleep.ns 1L\nend\n"
    )
    main(["check"])
    assert "is of release" not in capsys.readouterr().out


def test_what_another_library_has_is_not_after_the_target(here: Path, capsys: Capture) -> None:
    """A later `Mirage_kv_lwt.RO` has a `get` and a `list`, too; of `Cache` nothing is known."""
    (here / "unikernel.ml").write_text(OTHERS)
    main(["check"])
    assert "is of release" not in capsys.readouterr().out


def test_code_after_the_target_is_left_alone_and_named(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text(LATER)
    assert main(["check"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("Written for Mirage 3.5 to 3.10.6: ")
    assert "`Mirage_kv_lwt.RW` in unikernel.ml:1" in first
    assert main(["fix", "--review"]) == 0
    assert (here / "unikernel.ml").read_text() == LATER


@pytest.mark.parametrize(
    ("config", "releases", "what"),
    [
        ("let x = tap0\n", "2.0 to 2.9.1", "Mirage.tap0"),
        ("let x = direct_udpv4 i\nlet y = tap0\n", "2.0 to 2.1", "Mirage.direct_udpv4"),
        (
            'let x = foreign ~libraries:[] "U.Main" job\n',
            "2.0 to 2.9.1",
            "Mirage.foreign ~libraries",
        ),
        (
            'let x = foreign ~packages:[ package "a" ] "U.Main" job\n',
            "3.0 or later",
            "Mirage.package",
        ),
    ],
)
def test_the_values_of_a_config_tell_its_releases(
    here: Path, capsys: Capture, config: str, releases: str, what: str
) -> None:
    (here / "config.ml").write_text(f'open Mirage\n{config}let () = register "hall" []\n')
    main(["check"])
    assert f"Written for Mirage {releases}: `{what}` in config.ml:2." in said(capsys)


def test_a_range_may_lie_inside_a_line_of_releases(here: Path, capsys: Capture) -> None:
    (here / "config.ml").write_text(
        'open Mirage\nlet k = abstract nocrypto\nlet () = register "hall" [ k $ tap0 ]\n'
    )
    main(["check"])
    assert said(capsys) == (
        "Written for Mirage 2.7 to 2.9.1: `Mirage.tap0` in config.ml:3 and `Mirage.abstract` in "
        "config.ml:2."
    )
