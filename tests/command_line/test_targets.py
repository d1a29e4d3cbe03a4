"""Every target goes through the same machinery; one that is not ready is refused in one place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mirageport.mirage.releases import TARGETS
from mirageport.server.lsp.engine import MirageEngine
from mirageport.server.main import main
from mirageport.server.workspace import Buffer, Workspace

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]

OLD = "module Main (N : V1_LWT.NETWORK) = struct\n  let start n = N.disconnect n\nend\n"
NAMES = {"3.0": "Mirage 3", "4.11": "Mirage 4."}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an old unikernel, and all targets ready."""
    monkeypatch.chdir(tmp_path)
    for target in TARGETS:
        monkeypatch.setitem(TARGETS, target, True)
    (tmp_path / "unikernel.ml").write_text(OLD)
    return tmp_path


def messages(capsys: Capture) -> list[str]:
    return [each["message"] for each in json.loads(capsys.readouterr().out)["findings"]]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("target", TARGETS)
def test_findings_are_those_of_the_target(target: str, capsys: Capture) -> None:
    assert main(["check", "--target", target, "--output-format", "json"]) == 1
    found = messages(capsys)
    assert found
    assert all(NAMES[target] in message for message in found)
    main(["fix", "--target", target, "--review", "--diff"])
    assert "--- a/unikernel.ml" in capsys.readouterr().out


def test_the_settings_file_names_the_target(here: Path, capsys: Capture) -> None:
    (here / "mirageport.toml").write_text('target = "4.11"\n')
    main(["check", "--output-format", "json"])
    assert all("Mirage 4." in message for message in messages(capsys))
    main(["check", "--target", "3.0", "--output-format", "json"])
    assert not any("Mirage 4." in message for message in messages(capsys))


def test_an_editor_follows_its_settings(here: Path) -> None:
    files = Workspace(MirageEngine(), print, print, lambda _unikernel: None)
    path = here / "unikernel.ml"
    files.open(Buffer(path.as_uri(), str(path), 1), OLD.encode())
    name = str(path)
    assert files.unikernel(name).projects["mirage"].pack.release == "3.0"
    (here / "mirageport.toml").write_text('target = "4.11"\n')
    files.refresh()
    assert files.unikernel(name).projects["mirage"].pack.release == "4.11"
    assert "Mirage 4." in files.report(name).findings[0].message
    files.editor_settings = files.editor_settings._replace(target="3.0")
    files.forget_reports()
    assert "Mirage 4." not in files.report(name).findings[0].message


def test_what_ended_without_a_rule_is_reported(here: Path, capsys: Capture) -> None:
    text = "module Main (F : Mirage_fs.S) = struct\n  let start f = F.disconnect f\nend\n"
    (here / "unikernel.ml").write_text(text)
    assert main(["check", "--target", "4.11", "--output-format", "json"]) == 1
    assert "Mirage_fs.S" in messages(capsys)[0]


def test_what_the_target_accepts_is_no_finding(here: Path, capsys: Capture) -> None:
    """A change that a later release took back, and what OCaml's own library has since."""
    (here / "unikernel.ml").write_text(
        "module Main (I : Tcpip.Ip.S) (B : Mirage_block.S) = struct\n"
        "  module U = Udp.Make (I)\n"
        "  type one = { name : string; size : int }\n"
        "  type other = { name : string }\n"
        '  let one = { name = "a"; size = 1 }\n'
        "  let place = (__POS__, __FUNCTION__)\n"
        "  let words s = List.filter_map int_of_string_opt (String.split_on_char ' ' s)\n"
        "  let start ip disk = (U.connect ip, B.get_info disk, Result.to_option)\n"
        "end\n"
    )
    assert main(["check", "--self", "--target", "4.11", "--output-format", "json"]) == 0
    assert messages(capsys) == []


def test_the_next_target_is_named(here: Path, capsys: Capture) -> None:
    """Code that is at the target already is led on, when there is a later target to choose."""
    text = "module Main (T : Mirage_time_lwt.S) = struct\n  let start () = T.sleep_ns 1L\nend\n"
    (here / "unikernel.ml").write_text(text)
    assert main(["check"]) == 0
    assert "`mirageport fix --target 4.11` leads on to Mirage 4.11.\n" in capsys.readouterr().out
    main(["check", "--output-format", "json"])
    assert json.loads(capsys.readouterr().out)["onward"] == "4.11"
    TARGETS["4.11"] = False
    main(["check"])
    assert "leads on" not in capsys.readouterr().out


def test_the_target_is_said_with_the_release(here: Path, capsys: Capture) -> None:
    text = "module Main (T : Mirage_time.S) = struct\n  let start () = T.sleep_ns 1L\nend\n"
    (here / "unikernel.ml").write_text(text)
    main(["check", "--target", "4.11"])
    said = capsys.readouterr().out
    assert "`Mirage_time` in unikernel.ml:1; target 4.11.\n" in said
    (here / "unikernel.ml").write_text("let x = 1\n")
    main(["check", "--target", "4.11"])
    assert capsys.readouterr().out == "No API that ended before the target found.\n"
