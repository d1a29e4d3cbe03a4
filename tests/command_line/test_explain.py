"""A rule's page on a terminal, and in a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from mirageport.server.explain import page
from mirageport.server.main import main
from mirageport.server.rule_page import message, releases

from ..packs import all_rules, rule

if TYPE_CHECKING:
    from pathlib import Path

RULES = all_rules()
ESCAPE = "\x1b"


@pytest.mark.parametrize("name", [found.name for found in RULES])
def test_a_page_says_all_there_is_without_markup(name: str) -> None:
    text = page(rule(name), 80, colour=False)
    assert text.startswith(f"{name}: {rule(name).title}\n")
    assert " ".join(message(rule(name)).split()) in " ".join(text.split())
    assert all(each.url in text for each in releases(rule(name)))
    lines = text.splitlines()
    assert not any(line.startswith(("#", "```")) for line in lines)
    assert ESCAPE not in text
    prose = [line for line in lines if not line.startswith(" ") and "`" in line]
    assert all(len(line) <= 80 for line in prose)


def test_changes_are_coloured_where_there_are_colours() -> None:
    text = page(rule("tcp-get-dest"), 80, colour=True)
    assert any(line.startswith("\x1b[31m    -") for line in text.splitlines())
    assert any(line.startswith("\x1b[32m    +") for line in text.splitlines())


@pytest.mark.parametrize(
    ("variables", "terminal", "coloured"),
    [
        ({"TERM": "xterm"}, True, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, True, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "xterm"}, False, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    variables: dict[str, str],
    terminal: bool,
    coloured: bool,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert main(["explain", "tcp-get-dest"]) == 0
    assert (ESCAPE in capsys.readouterr().out) == coloured
    monkeypatch.chdir(tmp_path)
    (tmp_path / "unikernel.ml").write_text("module Main (C : V1_LWT.CONSOLE) = struct end\n")
    assert main(["fix", "--diff"]) == 0
    told = capsys.readouterr().out
    assert "+module Main (C : Mirage_console_lwt.S) = struct end" in told
    assert (ESCAPE in told) == coloured
