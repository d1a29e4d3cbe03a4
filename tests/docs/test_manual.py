"""The manual page says what the help says, and the help says what a newcomer needs."""

from __future__ import annotations

import importlib.util
import re
from typing import TYPE_CHECKING

import pytest

from mirageport.server.commands.help import HELP
from mirageport.server.main import main

from .console import ROOT

if TYPE_CHECKING:
    from types import ModuleType

COMMANDS = [name for name in HELP if name]
# The requests of man(7) and of its `an` macros that the page uses.
REQUESTS = {"TH", "SH", "SS", "B", "I", "TP", "PP"}


def _manual() -> ModuleType:
    spec = importlib.util.spec_from_file_location("manual", ROOT / "docs" / "manual.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _help(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_the_manual_page_is_current() -> None:
    manual = _manual()
    assert manual.PAGE.read_text("utf-8") == manual.page(), "run docs/manual.py"


def test_every_option_is_in_the_manual_page(capsys: pytest.CaptureFixture[str]) -> None:
    page = _manual().page().replace("\\-", "-")
    for command in COMMANDS:
        part = page.partition(f"\n.SS {command}\n")[2].partition("\n.SS ")[0]
        for option in re.findall(r"^  (?:-h, )?(--[a-z-]+)", _help(command, capsys), re.MULTILINE):
            assert f"\\fB{option}\\fR" in part, (command, option)


def test_no_text_is_taken_for_a_request() -> None:
    for line in _manual().page().splitlines():
        if line.startswith((".", "'")):
            assert line[1:].split(" ")[0] in REQUESTS, line


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_is_complete(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = _help(command, capsys)
    assert HELP[command].description in said
    assert "\nexamples:\n  " in said
    assert "\nexit status:\n  0  " in said
    assert "\ndocumentation: " in said
    assert max(map(len, said.splitlines())) <= 80


@pytest.mark.parametrize(
    ("command", "line"),
    [(name, line) for name, each in HELP.items() for line, _what in each.examples],
)
def test_examples_are_commands_that_there_are(
    command: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each word of an example that looks like an option is one of its command."""
    words = line.partition("mirageport ")[2].split()
    assert not command or words[0] == command
    said = _help(words[0], capsys)
    assert {word for word in words if word.startswith("--")} <= set(re.findall(r"--[a-z-]+", said))
