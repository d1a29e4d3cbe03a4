"""`check --self`, and the setting that means the same: what is ported already is judged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mirageport.server.main import main

from .test_schemas import faults, ours

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]

RIGHT = "module Main (C : Mirage_console_lwt.S) = struct\n  let start c = C.log c text\nend\n"
TEXT = 'let text = "up"\n'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A unikernel that was ported, with one wrong name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "unikernel.ml").write_text(RIGHT)
    return tmp_path


def test_a_plain_check_is_about_mirage_2(here: Path, capsys: Capture) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith("\nNo Mirage 2 API found.\n")


def test_a_conflict_is_left_by_hand(here: Path, capsys: Capture) -> None:
    assert main(["check", "--self"]) == 1
    said = capsys.readouterr().out
    assert said.startswith(
        "error[conflict]: This does not type-check against Mirage 3: unbound value `text`.\n"
        " --> unikernel.ml:2:25\n"
    )
    assert said.endswith("1 left in 1 file: 1 by hand.\n")


def test_nothing_is_left_in_what_could_be_judged(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text(TEXT + RIGHT)
    assert main(["check", "--self"]) == 0
    assert capsys.readouterr().out.endswith("\nNothing is left in what could be judged.\n")


def test_what_could_not_be_judged_is_said(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text("let text = Nobody.knows\n" + RIGHT)
    assert main(["check", "--self"]) == 0
    assert capsys.readouterr().out.endswith(
        "\nNothing is left in what could be judged. "
        "Not judged: modules without an interface (Nobody).\n"
    )


def test_what_could_not_be_judged_is_said_beside_what_is_left(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text("let text = Nobody.knows ^ nothing\n" + RIGHT)
    assert main(["check", "--self"]) == 1
    assert capsys.readouterr().out.endswith(
        "1 left in 1 file: 1 by hand. Not judged: modules without an interface (Nobody).\n"
    )


def test_programs_are_told_what_could_not_be_judged(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text("let text = Nobody.knows\n" + RIGHT)
    assert main(["check", "--self", "--output-format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert faults(ours("check"), told) == []
    assert told["summary"]["text"] == (
        "Nothing is left in what could be judged. "
        "Not judged: modules without an interface (Nobody)."
    )


def test_the_setting_means_the_same(here: Path, capsys: Capture) -> None:
    (here / "mirageport.toml").write_text("self-check = true\n")
    assert main(["check"]) == 1
    assert "error[conflict]: " in capsys.readouterr().out
    assert main(["report"]) == 1
    assert "1 left" in capsys.readouterr().out
    assert main(["check", "--ignore", "conflict"]) == 0


def test_a_file_without_a_word_of_mirage_is_judged_too(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text(TEXT + RIGHT)
    (here / "other.ml").write_text("let f = List.nothing_like_it\n")
    assert main(["check", "--self"]) == 1
    assert "`List` has no value `nothing_like_it`" in capsys.readouterr().out


def test_a_port_says_what_it_could_judge(here: Path, capsys: Capture) -> None:
    old = TEXT + RIGHT.replace("Mirage_console_lwt.S", "V1_LWT.CONSOLE")
    (here / "unikernel.ml").write_text(old)
    assert main(["fix", "--review"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "Changed:\n  unikernel.ml  0 left\n\nApplied 2 fixes in 1 file: rows 1, names 1.\n"
    )
    assert "\nNothing is left in what could be judged" in said


def test_some_rules_alone_promise_nothing(here: Path, capsys: Capture) -> None:
    """What other rules are about is left as it was, and cannot hold."""
    (here / "unikernel.ml").write_text(RIGHT.replace("Mirage_console_lwt.S", "V1_LWT.CONSOLE"))
    assert main(["fix", "--review", "--select", "v1-module-type"]) == 0
    assert capsys.readouterr().out == (
        "Changed:\n  unikernel.ml  0 left\n\nApplied 1 fix in 1 file.\nNo Mirage 2 API found.\n"
    )
